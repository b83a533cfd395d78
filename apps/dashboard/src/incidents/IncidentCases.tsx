import { Button, NativeSelect, Stack, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryView, IncidentCaseView, IncidentView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { useMay } from '../session/session.js';
import { Card } from '../words/Page.js';
import { Pill, type Tone, UrgencyPill } from '../words/Pills.js';
import { sourceName } from '../words/platforms.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { CopyMessage } from './CopyMessage.js';
import { PlainAct, WordsAct } from './IncidentAct.js';
import { messageFor, messageLanguage } from './message-for.js';
import { useIncidentAct } from './use-incident-act.js';
import style from './incidents.module.css';

const tones: Readonly<Record<DeliveryView['state'], Tone>> = {
  answered: 'good',
  given: 'good',
  by_hand: 'high',
  refused: 'critical',
};

/** How far the message has come with one customer. */
function Told({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation();
  const { state, channel, contact, code, answerState } = delivery;
  const isLost = answerState === 'lost' || answerState === 'rejected';
  return (
    <>
      <Pill tone={isLost ? 'critical' : tones[state]}>
        {state === 'answered' && answerState !== undefined
          ? t(`answerState.${answerState}`)
          : t(`incidents.delivery.${state}`)}
      </Pill>
      <span className={style.dim}>
        {channel !== undefined && t(`channel.${channel}`)}
        {contact !== undefined && ` · ${contact}`} · <Moment at={delivery.at} />
        {code !== undefined && ` · ${t(`refusal.${code}`, { defaultValue: code })}`}
      </span>
    </>
  );
}

const channels = ['phone', 'private', 'email', 'in_person'] as const;

/** What this customer is to be told, in their language. */
function textOf({ decision }: IncidentView, line: IncidentCaseView): string | undefined {
  return decision && messageFor(decision.texts, messageLanguage(line.language), line.customer);
}

function GivenForm({
  incident,
  line,
  onDone,
}: {
  incident: IncidentView;
  line: IncidentCaseView;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const asked = channels.find((each) => each === line.delivery?.channel) ?? 'phone';
  const [channel, setChannel] = useState<string>(asked);
  const [evidence, setEvidence] = useState('');
  const act = useIncidentAct(incident.id, onDone);
  const text = textOf(incident, line);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const path = `cases/${encodeURIComponent(line.caseId)}/given`;
        act.mutate({ path, body: { channel, evidence } });
      }}
    >
      <Stack gap="md">
        {text !== undefined && <blockquote className={style.said}>{text}</blockquote>}
        <NativeSelect
          label={t('incidents.channel')}
          data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value)}
        />
        <Textarea
          label={t('incidents.evidence')}
          autosize
          minRows={2}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
        />
        <Problem error={act.error} acting />
        <Button type="submit" loading={act.isPending}>
          {t('incidents.given')}
        </Button>
      </Stack>
    </form>
  );
}

function CaseLine({ incident, line }: { incident: IncidentView; line: IncidentCaseView }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const mayAct = useMay('manager');
  const isOpen = incident.status === 'proposed' || incident.status === 'confirmed';
  const waits = line.delivery?.state === 'by_hand' && line.delivery.newest;
  const name = line.customer ?? t('app.unknownCustomer');
  const text = waits ? textOf(incident, line) : undefined;
  const about = `${t('case.title', { number: line.number })}, ${name}`;
  return (
    <li className={style.case}>
      <p className={style.pills}>
        <UrgencyPill urgency={line.urgency} />
        {line.state === 'proposed' && incident.status === 'confirmed' && (
          <Pill tone="high">{t('incidents.proposedCase')}</Pill>
        )}
        {line.status === 'closed' && <Pill tone="none">{t('incidents.closedCase')}</Pill>}
      </p>
      <h3 className={style.caseTitle}>
        <Link to="/cases/$id" params={{ id: line.caseId }}>
          {t('case.title', { number: line.number })}
        </Link>{' '}
        <bdi>{name}</bdi>
      </h3>
      <p className={style.excerpt}>
        <bdi>{line.excerpt}</bdi>
      </p>
      <p className={style.dim}>
        {sourceName(line.source)} · {t(`language.${line.language}`)} · {line.assignee.name} ·{' '}
        <Moment at={line.postedAt} />
        {line.from === 'person'
          ? ` · ${t('incidents.addedByPerson')}`
          : line.sure !== undefined && ` · ${t('incidents.sure', { share: percent(line.sure) })}`}
      </p>
      {line.delivery && (
        <p className={style.pills}>
          <Told delivery={line.delivery} />
        </p>
      )}
      {mayAct && isOpen && (
        <div className={style.acts}>
          {text !== undefined && <CopyMessage text={text} about={about} />}
          {waits && (
            <ActDialog
              label={t('incidents.given')}
              title={t('incidents.givenTo', { name })}
              about={about}
              size="sm"
            >
              {(close) => <GivenForm incident={incident} line={line} onDone={close} />}
            </ActDialog>
          )}
          {line.state === 'proposed' && incident.status === 'confirmed' && (
            <PlainAct
              id={incident.id}
              path="cases"
              body={{ caseId: line.caseId }}
              label={t('incidents.belongs')}
              size="sm"
            />
          )}
          <WordsAct
            id={incident.id}
            path={`cases/${encodeURIComponent(line.caseId)}/remove`}
            field="reason"
            label={t('incidents.remove')}
            about={about}
            ask={t('incidents.removeAsk')}
            size="sm"
            variant="subtle"
            className={style.quiet}
          />
        </div>
      )}
    </li>
  );
}

/** A flood has hundreds of them. */
const shownAtFirst = 10;

/** The cases, with how far the message has come in each. */
export function IncidentCases({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { caseLines } = incident;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? caseLines : caseLines.slice(0, shownAtFirst);
  return (
    <Card label={t('incidents.itsCases')}>
      <h2 className={style.heading}>
        {t('incidents.itsCases')} <span className={style.dim}>{caseLines.length}</span>
      </h2>
      <ul className={style.cases}>
        {shown.map((line) => (
          <CaseLine key={line.caseId} incident={incident} line={line} />
        ))}
      </ul>
      {shown.length < caseLines.length && (
        <Button variant="default" mt="md" onClick={() => setWhole(true)}>
          {t('incidents.showAll', { count: caseLines.length })}
        </Button>
      )}
    </Card>
  );
}
