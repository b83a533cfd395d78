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
import { DemoPill, UrgencyPill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { Moment, Relative } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './take.module.css';

function Matter({ link }: { link: AlertLinkView }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  return (
    <>
      <p className={style.pills}>
        <UrgencyPill urgency={link.urgency} />
        {link.source.demo && <DemoPill />}
      </p>
      <dl className={style.facts}>
        <dt>{t('take.what')}</dt>
        <dd>
          <strong>
            <bdi>{link.customer ?? t('app.unknownCustomer')}</bdi>
          </strong>
          <CustomerText text={link.excerpt} />
        </dd>
        {link.reasons.length > 0 && (
          <>
            <dt>{t('take.why')}</dt>
            <dd>{list(link.reasons.map((reason) => t(`reason.${reason}`)))}</dd>
          </>
        )}
        <dt>{t('take.where')}</dt>
        <dd>{link.source.name}</dd>
        <dt>{t('take.posted')}</dt>
        <dd>
          <Moment at={link.postedAt} /> (<Relative at={link.postedAt} />)
        </dd>
      </dl>
    </>
  );
}

function ToCase({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Button component={Link} to={`/cases/${encodeURIComponent(id)}`} size="lg" fullWidth>
      {t('take.toCase')}
    </Button>
  );
}

function Takeable({ link, token }: { link: AlertLinkView; token: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => api.post<AlertLinkView>(`/alert-links/${encodeURIComponent(token)}/take`),
    onSuccess: (after) => client.setQueryData(alertLinkQuery(token).queryKey, after),
  });
  const isMine = link.takenBy?.id === link.forPerson.id;
  const title =
    link.state === 'firing'
      ? t('take.title', { number: link.caseNumber })
      : t(link.state === 'resolved' ? 'take.resolvedTitle' : isMine ? 'take.doneTitle' : 'take.takenTitle');
  useEffect(() => {
    document.title = `${title} · Heard`;
  }, [title]);
  const taken = isMine ? t('take.done') : t('take.taken', { name: link.takenBy?.name ?? '' });
  return (
    <>
      <h1>{title}</h1>
      {link.state === 'firing' && <p>{t('take.forPerson', { name: link.forPerson.name })}</p>}
      {link.state !== 'firing' && (
        <p role="status">{link.state === 'resolved' ? t('take.resolved') : taken}</p>
      )}
      <Matter link={link} />
      {link.state === 'firing' ? (
        <div className={style.act}>
          <Problem error={take.error} acting />
          <Button size="xl" fullWidth loading={take.isPending} onClick={() => take.mutate()}>
            {t('take.button')}
          </Button>
          <small>{t('take.hint')}</small>
        </div>
      ) : (
        <ToCase id={link.caseId} />
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
