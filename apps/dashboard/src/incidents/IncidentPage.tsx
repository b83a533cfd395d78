import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IncidentView } from '@heard/insight';
import { Icon } from '../icons.js';
import { useMay } from '../session/session.js';
import { Card, Loaded, PageHead } from '../words/Page.js';
import { DemoPill } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { PlainAct, WordsAct } from './IncidentAct.js';
import { IncidentCases } from './IncidentCases.js';
import { IncidentSteps } from './IncidentSteps.js';
import { LikelyHit } from './LikelyHit.js';
import { Message } from './Message.js';
import { incidentQuery } from './queries.js';
import { StatusPill, useIncidentTitle, useShared } from './Shared.js';
import style from './incidents.module.css';

/** What they share, and how sure that is. */
function What({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const say = useShared();
  return (
    <Card label={t('incidents.what')}>
      <h2 className={style.heading}>{t('incidents.what')}</h2>
      {incident.shares.length === 0 && <p>{t('incidents.byHandHint')}</p>}
      <ul className={style.shares}>
        {incident.shares.map((shared) => (
          <li key={`${shared.code} ${shared.shown}`}>
            <span>{say(shared)}</span>
            <span className={style.dim}>
              {t('incidents.ofCases', { count: incident.cases, shared: shared.cases })}
            </span>
          </li>
        ))}
      </ul>
      <p className={style.dim}>
        {t('incidents.people', { count: incident.authors })}
        {incident.shares.length > 0 && ` · ${t('incidents.sure', { share: percent(incident.sure) })}`}
      </p>
      {incident.coordinated && <p className={style.warn}>{t('incidents.coordinatedHint')}</p>}
      {incident.recurs !== undefined && (
        <p className={style.warn}>
          {t('incidents.recurs')}{' '}
          <Link to="/incidents/$id" params={{ id: incident.recurs }}>
            {t('incidents.toEarlier')}
          </Link>
        </p>
      )}
      {incident.dismissedBecause !== undefined && (
        <p className={style.dim}>{t('incidents.dismissedBecause', { reason: incident.dismissedBecause })}</p>
      )}
      {incident.resolvedWords !== undefined && (
        <p className={style.dim}>{t('incidents.resolvedWords', { words: incident.resolvedWords })}</p>
      )}
    </Card>
  );
}

function Acts({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const isLead = useMay('lead');
  const { id, status } = incident;
  if (!isLead) return <p className={style.dim}>{t('incidents.forLead')}</p>;
  const dismiss = (
    <WordsAct
      id={id}
      path="dismiss"
      field="reason"
      label={t('incidents.dismiss')}
      ask={t('incidents.dismissAsk')}
    />
  );
  return (
    <div className={style.acts}>
      {status === 'proposed' && <PlainAct id={id} path="confirm" label={t('incidents.confirm')} />}
      {status === 'confirmed' && (
        <WordsAct
          id={id}
          path="resolve"
          field="words"
          label={t('incidents.resolve')}
          ask={t('incidents.resolveAsk')}
        />
      )}
      {(status === 'proposed' || status === 'confirmed') && dismiss}
      {(status === 'dismissed' || status === 'resolved') && (
        <WordsAct
          id={id}
          path="reopen"
          field="reason"
          label={t('incidents.reopen')}
          ask={t('incidents.reopenAsk')}
        />
      )}
    </div>
  );
}

function WholeIncident({ incident }: { incident: IncidentView }) {
  const { t } = useTranslation();
  const title = useIncidentTitle();
  const mayRead = useMay('manager');
  return (
    <>
      <p className={`${style.pills} ${style.above}`}>
        <StatusPill incident={incident} />
        {incident.demo && <DemoPill />}
      </p>
      <PageHead
        title={title(incident)}
        lead={
          <>
            {t('incidents.cases', { count: incident.cases })} · {t('incidents.since')}{' '}
            <Moment at={incident.since} />
            {incident.confirmedBy && ` · ${t('incidents.confirmedBy', { name: incident.confirmedBy.name })}`}
          </>
        }
      >
        <Acts incident={incident} />
      </PageHead>
      <div className={style.columns}>
        <div className={style.column}>
          <What incident={incident} />
          <Message incident={incident} />
          <IncidentCases incident={incident} />
        </div>
        <div className={style.column}>
          {mayRead && <LikelyHit incident={incident} />}
          <IncidentSteps id={incident.id} />
        </div>
      </div>
    </>
  );
}

export function IncidentPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/signed-in/incidents/$id' });
  const query = useQuery(incidentQuery(id));
  return (
    <>
      <Link to="/incidents" className={style.back}>
        <Icon name="back" size={18} />
        {t('incidents.title')}
      </Link>
      <Loaded query={query}>{(incident) => <WholeIncident incident={incident} key={incident.id} />}</Loaded>
    </>
  );
}
