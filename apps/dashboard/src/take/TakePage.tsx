import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertLinkView } from '@heard/insight';
import { api } from '../api/client.js';
import { isPassing } from '../api/problem.js';
import { alertLinkQuery } from '../api/queries.js';
import { Mark } from '../icons.js';
import { LanguageSwitch } from '../session/LanguageSwitch.js';
import session from '../session/session.module.css';
import { CustomerText } from '../words/CustomerText.js';
import { Empty, Loaded } from '../words/Page.js';
import { sourceName } from '../words/platforms.js';
import { DemoPill, Pill, UrgencyPill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { Moment, Relative } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './take.module.css';

/** What a customer wrote, and why that is urgent. */
function Complaint({ link }: { link: AlertLinkView }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  return (
    <>
      <dt>{t(link.incidentId === undefined ? 'take.what' : 'take.example')}</dt>
      <dd>
        <strong>
          <bdi>{link.customer ?? t('app.unknownCustomer')}</bdi>
        </strong>
        {link.excerpt && <CustomerText text={link.excerpt} />}
      </dd>
      {link.incidentId === undefined && link.reasons.length > 0 && (
        <>
          <dt>{t('take.why')}</dt>
          <dd>{list(link.reasons.map((reason) => t(`reason.${reason}`)))}</dd>
        </>
      )}
      <dt>{t('take.where')}</dt>
      <dd>{sourceName(link.source)}</dd>
      {link.postedAt && (
        <>
          <dt>{t('take.posted')}</dt>
          <dd>
            <Moment at={link.postedAt} /> (<Relative at={link.postedAt} />)
          </dd>
        </>
      )}
    </>
  );
}

/** A source that cannot be read, and how it is by now. */
function Blind({ link }: { link: AlertLinkView }) {
  const { t } = useTranslation();
  return (
    <>
      <dt>{t('take.source')}</dt>
      <dd>
        <strong>{sourceName(link.source)}</strong>
      </dd>
      {link.sourceState && (
        <>
          <dt>{t('take.sourceState')}</dt>
          <dd>
            {t(`sourceState.${link.sourceState}`)}
            {link.sourceReason && link.sourceState !== 'ok' && (
              <span className={style.reason}>{link.sourceReason}</span>
            )}
          </dd>
        </>
      )}
      <dt>{t('take.raised')}</dt>
      <dd>
        <Moment at={link.raisedAt} /> (<Relative at={link.raisedAt} />)
      </dd>
    </>
  );
}

function Matter({ link }: { link: AlertLinkView }) {
  const { t } = useTranslation();
  return (
    <>
      <p className={style.pills}>
        <UrgencyPill urgency={link.urgency} />
        {link.kind !== 'urgent_case' && <Pill tone="normal">{t(`alertKind.${link.kind}`)}</Pill>}
        {link.source.demo && <DemoPill />}
      </p>
      <dl className={style.facts}>{link.caseId ? <Complaint link={link} /> : <Blind link={link} />}</dl>
    </>
  );
}

type About = 'incident' | 'case' | 'source';

function aboutOf({ incidentId, caseId }: AlertLinkView): About {
  if (incidentId !== undefined) return 'incident';
  return caseId === undefined ? 'source' : 'case';
}

function Onwards({ link }: { link: AlertLinkView }) {
  const { t } = useTranslation();
  const about = aboutOf(link);
  const to = {
    incident: `/incidents/${encodeURIComponent(link.incidentId ?? '')}`,
    case: `/cases/${encodeURIComponent(link.caseId ?? '')}`,
    source: '/sources',
  }[about];
  const text = { incident: 'take.toIncident', case: 'take.toCase', source: 'take.toSources' }[about];
  return (
    <Button component={Link} to={to} size="lg" fullWidth>
      {t(text)}
    </Button>
  );
}

const wordsOf: Readonly<
  Record<About, Readonly<Record<'title' | 'doneTitle' | 'done' | 'taken' | 'hint', string>>>
> = {
  incident: {
    title: 'take.incidentTitle',
    doneTitle: 'take.sourceDoneTitle',
    done: 'take.incidentDone',
    taken: 'take.incidentTaken',
    hint: 'take.sourceHint',
  },
  case: {
    title: 'take.title',
    doneTitle: 'take.doneTitle',
    done: 'take.done',
    taken: 'take.taken',
    hint: 'take.hint',
  },
  source: {
    title: 'take.sourceTitle',
    doneTitle: 'take.sourceDoneTitle',
    done: 'take.sourceDone',
    taken: 'take.sourceTaken',
    hint: 'take.sourceHint',
  },
};

/** The head of the page and the sentence under it: of a case, an incident or a source, before and after it was taken. */
function useWords(link: AlertLinkView): { readonly title: string; readonly lead: string } {
  const { t } = useTranslation();
  const words = wordsOf[aboutOf(link)];
  if (link.state === 'resolved') return { title: t('take.resolvedTitle'), lead: t('take.resolved') };
  if (link.state === 'firing') {
    const title = t(words.title, { number: link.caseNumber, name: link.source.name });
    return { title, lead: t('take.forPerson', { name: link.forPerson.name }) };
  }
  if (link.takenBy?.id === link.forPerson.id) {
    return { title: t(words.doneTitle), lead: t(words.done) };
  }
  const name = link.takenBy?.name ?? '';
  return { title: t('take.takenTitle'), lead: t(words.taken, { name }) };
}

function Takeable({ link, token }: { link: AlertLinkView; token: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => api.post<AlertLinkView>(`/alert-links/${encodeURIComponent(token)}/take`),
    onSuccess: (after) => client.setQueryData(alertLinkQuery(token).queryKey, after),
  });
  const { title, lead } = useWords(link);
  useEffect(() => {
    document.title = `${title} · Heard`;
  }, [title]);
  return (
    <>
      <h1>{title}</h1>
      <p role="status">{lead}</p>
      <Matter link={link} />
      {link.state === 'firing' ? (
        <div className={style.act}>
          <Problem error={take.error} acting />
          <Button size="xl" fullWidth loading={take.isPending} onClick={() => take.mutate()}>
            {t('take.button')}
          </Button>
          <small>{t(wordsOf[aboutOf(link)].hint)}</small>
        </div>
      ) : (
        <Onwards link={link} />
      )}
    </>
  );
}

/** The page behind the link of an alert's letter: needs no session, shows the matter, and takes it by a press only. */
export function TakePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/take/$token' });
  const query = useQuery(alertLinkQuery(token));
  const isBad = query.error !== null && !isPassing(query.error);
  return (
    <main className={session.page}>
      <div className={session.panel}>
        <div className={session.brand}>
          <Mark size={32} />
          <strong>Heard</strong>
          <LanguageSwitch />
        </div>
        {isBad ? (
          <Empty icon="missing" heading="h1" title={t('take.bad')} hint={t('take.badHint')}>
            <Button component={Link} to="/" mt="sm">
              {t('problem.toCases')}
            </Button>
          </Empty>
        ) : (
          <Loaded query={query}>{(link) => <Takeable link={link} token={token} />}</Loaded>
        )}
      </div>
    </main>
  );
}
