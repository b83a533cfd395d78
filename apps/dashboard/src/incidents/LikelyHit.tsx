import { Button, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentView, LikelyHitView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { languageNames } from '../i18n/index.js';
import { Card, Loaded } from '../words/Page.js';
import { Pill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { CopyMessage } from './CopyMessage.js';
import { messageFor, messageLanguage } from './message-for.js';
import { likelyHitQuery } from './queries.js';
import { useIncidentAct } from './use-incident-act.js';
import style from './incidents.module.css';

const channels = ['phone', 'email', 'private', 'public', 'in_person'] as const;

function State({ person }: { person: LikelyHitView }) {
  const { t } = useTranslation();
  if (person.toldAt !== undefined) return <Pill tone="good">{t('incidents.hit.told')}</Pill>;
  if (person.complained) return <Pill tone="high">{t('incidents.hit.complained')}</Pill>;
  return <Pill tone="normal">{t('incidents.hit.notYet')}</Pill>;
}

function ToldForm({ id, person, onDone }: { id: string; person: LikelyHitView; onDone: () => void }) {
  const { t } = useTranslation();
  const [channel, setChannel] = useState<string>(person.from === 'asked' ? 'public' : 'phone');
  const [evidence, setEvidence] = useState('');
  const act = useIncidentAct(id, onDone);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const body = { channel, ...(evidence.trim() === '' ? {} : { evidence }) };
        act.mutate({ path: `likely-hit/${encodeURIComponent(person.id)}/told`, body });
      }}
    >
      <Stack gap="md">
        <NativeSelect
          label={t('incidents.channel')}
          data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value)}
        />
        <Textarea
          label={`${t('incidents.evidence')} (${t('app.optional')})`}
          autosize
          minRows={2}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <Problem error={act.error} acting />
        <Button type="submit" loading={act.isPending}>
          {t('incidents.hit.recordTold')}
        </Button>
      </Stack>
    </form>
  );
}

const languages = ['ru', 'uk', 'en'] as const;

/** The message for somebody of the list: in the language in which they asked, otherwise in each. */
function Copies({ incident, person, name }: { incident: IncidentView; person: LikelyHitView; name: string }) {
  const { t } = useTranslation();
  const { decision } = incident;
  if (!decision) return null;
  if (person.language !== undefined) {
    const text = messageFor(decision.texts, messageLanguage(person.language), person.name);
    return <CopyMessage text={text} about={name} />;
  }
  return (
    <div className={style.copies}>
      <span className={style.dim}>{t('incidents.copyText')}:</span>
      {languages.map((language) => (
        <CopyMessage
          key={language}
          text={messageFor(decision.texts, language, person.name)}
          language={languageNames[language]}
          about={name}
        />
      ))}
    </div>
  );
}

function Person({ incident, person }: { incident: IncidentView; person: LikelyHitView }) {
  const { t } = useTranslation();
  const name = person.name ?? t('app.unknownCustomer');
  return (
    <li className={style.person}>
      <p className={style.pills}>
        <State person={person} />
        <strong>
          <bdi>{name}</bdi>
        </strong>
      </p>
      <p className={style.dim}>
        <bdi>{[person.contact, person.reference].filter((each) => each !== undefined).join(' · ')}</bdi>
      </p>
      {person.words !== undefined && (
        <p className={style.excerpt}>
          <bdi>{person.words}</bdi>
        </p>
      )}
      {person.complained && (
        <p>
          <Link to="/cases/$id" params={{ id: person.complained.caseId }}>
            {t('case.title', { number: person.complained.number })}
          </Link>
        </p>
      )}
      {person.toldAt !== undefined && (
        <p className={style.dim}>
          {person.toldChannel !== undefined && t(`channel.${person.toldChannel}`)} · {person.toldBy?.name} ·{' '}
          <Moment at={person.toldAt} />
          {person.toldEvidence !== undefined && ` · ${person.toldEvidence}`}
        </p>
      )}
      {person.toldAt === undefined && (
        <div className={style.acts}>
          <Copies incident={incident} person={person} name={name} />
          <ActDialog
            label={t('incidents.hit.recordTold')}
            title={t('incidents.hit.toldTo', { name })}
            about={name}
            size="sm"
          >
            {(close) => <ToldForm id={incident.id} person={person} onDone={close} />}
          </ActDialog>
        </div>
      )}
    </li>
  );
}

interface Report {
  readonly added: number;
  readonly known: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

function AddForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const act = useIncidentAct<Report>(id);
  const report = act.data;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ path: 'likely-hit', body: { text } });
      }}
    >
      <Stack gap="md">
        <Textarea
          data-autofocus
          label={t('incidents.hit.paste')}
          description={t('incidents.hit.pasteHint')}
          placeholder={'name,contact,reference'}
          autosize
          minRows={6}
          maxRows={16}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Problem error={act.error} acting />
        {report && (
          <p role="status">
            {t('incidents.hit.added', { count: report.added })}
            {report.known > 0 && ` ${t('incidents.hit.known', { count: report.known })}`}
            {report.rejected.length > 0 &&
              ` ${t('incidents.hit.rejected', { lines: report.rejected.map(({ line }) => line).join(', ') })}`}
          </p>
        )}
        <Button type="submit" loading={act.isPending}>
          {t('incidents.hit.add')}
        </Button>
      </Stack>
    </form>
  );
}

/** The others who are likely hit: who complained meanwhile, who was told, who was not. */
export function LikelyHit({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const query = useQuery(likelyHitQuery(incident.id));
  const isOpen = incident.status === 'proposed' || incident.status === 'confirmed';
  return (
    <Card label={t('incidents.hit.title')}>
      <h2 className={style.heading}>{t('incidents.hit.title')}</h2>
      <p className={style.dim}>{t('incidents.hit.lead')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <>
            <p>
              {t('incidents.hit.counts', {
                told: items.filter(({ toldAt }) => toldAt !== undefined).length,
                waiting: items.filter((each) => each.toldAt === undefined && !each.complained).length,
                complained: items.filter(({ complained }) => complained).length,
              })}
            </p>
            <ul className={style.people}>
              {items.map((person) => (
                <Person key={person.id} incident={incident} person={person} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {isOpen && (
        <ActDialog label={t('incidents.hit.addList')} mt="md">
          {() => <AddForm id={incident.id} />}
        </ActDialog>
      )}
    </Card>
  );
}
