import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AlertView, NotificationView } from '@heard/insight';
import { api } from '../api/client.js';
import { useMay } from '../session/session.js';
import { Pill, type Tone, UrgencyPill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { Moment, Relative } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './alerts.module.css';

const stateTones: Readonly<Record<AlertView['state'], Tone>> = {
  firing: 'critical',
  taken: 'good',
  resolved: 'low',
};
const toldTones: Readonly<Record<NotificationView['state'], Tone>> = {
  queued: 'normal',
  sent: 'good',
  failed: 'critical',
};

/** What Heard notes of a notification whose alert was taken before it went out. */
const notNeeded = 'not needed any more';

function ToldState({ of: { state, lastError } }: { of: NotificationView }) {
  const { t } = useTranslation();
  if (state === 'failed' && lastError === notNeeded) return <Pill tone="low">{t('alerts.notNeeded')}</Pill>;
  return (
    <>
      <Pill tone={toldTones[state]}>{t(`notificationState.${state}`)}</Pill>
      {lastError && state === 'failed' && <span className={style.dim}>{lastError}</span>}
    </>
  );
}

/** Everybody who was told of an alert, when, and whether it reached them. */
export function Told({ notifications: told }: { notifications: readonly NotificationView[] }) {
  const { t } = useTranslation();
  if (told.length === 0) return <p className={style.dim}>{t('alerts.toldNobody')}</p>;
  return (
    <ul className={style.told}>
      {told.map((each) => (
        <li key={each.id}>
          <span className={style.to}>{each.to}</span>
          <span className={style.dim}>
            {t('alerts.level', { level: each.level + 1 })} · {t(`receiver.${each.receiver}`)} ·{' '}
            <Moment at={each.sentAt ?? each.queuedAt} />
            {each.attempts > 1 && ` · ${t('alerts.attempts', { count: each.attempts })}`}
          </span>
          <ToldState of={each} />
        </li>
      ))}
    </ul>
  );
}

function TakeButton({ alert }: { alert: AlertView }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: () => api.post<AlertView>(`/alerts/${encodeURIComponent(alert.id)}/take`),
    onSuccess: ({ caseId, incidentId }) =>
      notifications.show({
        message: t(caseId && !incidentId ? 'alerts.tookIt' : 'alerts.tookSource'),
        color: 'pine',
      }),
    onSettled: () => {
      for (const key of ['alerts', 'cases', 'case']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
  return (
    <>
      <Button
        loading={take.isPending}
        onClick={() => take.mutate()}
        aria-label={
          alert.caseNumber === undefined || alert.incidentId !== undefined
            ? t('alerts.take')
            : t('alerts.takeCase', { number: alert.caseNumber })
        }
      >
        {t('alerts.take')}
      </Button>
      <Problem error={take.error} acting />
    </>
  );
}

function Subject({ alert }: { alert: AlertView }) {
  const { t } = useTranslation();
  if (alert.incidentId) {
    return (
      <Link to="/incidents/$id" params={{ id: alert.incidentId }}>
        {t('take.toIncident')}
      </Link>
    );
  }
  if (alert.caseId) {
    return (
      <Link to="/cases/$id" params={{ id: alert.caseId }}>
        {alert.caseNumber === undefined ? t('take.toCase') : t('case.title', { number: alert.caseNumber })}
      </Link>
    );
  }
  return alert.sourceId ? <Link to="/sources">{t('alerts.toSource')}</Link> : null;
}

export function AlertCard({ alert }: { alert: AlertView }) {
  const { t } = useTranslation();
  const { list, moment } = useFormat();
  const mayTake = useMay('manager') && alert.state === 'firing';
  return (
    <li className={style.card} data-state={alert.state}>
      <div className={style.top}>
        <div className={style.main}>
          <p className={style.pills}>
            <UrgencyPill urgency={alert.urgency} />
            <Pill tone={stateTones[alert.state]} dot={alert.state === 'firing' ? 'pulse' : undefined}>
              {t(`alertState.${alert.state}`)}
            </Pill>
          </p>
          <h2 className={style.title}>
            {t(`alertKind.${alert.kind}`)} <Subject alert={alert} />
          </h2>
          {alert.reasons.length > 0 && <p>{list(alert.reasons.map((reason) => t(`reason.${reason}`)))}</p>}
          <p className={style.dim}>
            {t('alerts.raised', { time: moment(alert.raisedAt) })} (<Relative at={alert.raisedAt} />)
            {alert.takenBy &&
              ` · ${t('alerts.takenBy', { name: alert.takenBy.name, time: moment(alert.takenAt ?? alert.raisedAt) })}`}
          </p>
          {alert.state === 'firing' && alert.nextEscalationAt && <NextStep at={alert.nextEscalationAt} />}
        </div>
        {mayTake && <TakeButton alert={alert} />}
      </div>
      <h3 className={style.toldTitle}>{t('alerts.told')}</h3>
      <Told notifications={alert.notifications} />
    </li>
  );
}

function NextStep({ at }: { at: string }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return <p className={style.next}>{t('alerts.nextAt', { when: moment(at) })}</p>;
}
