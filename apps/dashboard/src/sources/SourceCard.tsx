import { Button, CopyButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceView } from '@heard/insight';
import { usePlaces } from '../places/use-places.js';
import { platformName } from '../words/platforms.js';
import { DemoPill, Pill, type Tone } from '../words/Pills.js';
import { Moment, Relative } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { SourceActions } from './SourceActions.js';
import style from './sources.module.css';

const tones: Readonly<Record<SourceView['state'], Tone>> = {
  ok: 'good',
  waiting: 'normal',
  throttled: 'high',
  failing: 'critical',
  needs_reconnect: 'critical',
  permission_missing: 'critical',
  plan_missing: 'critical',
  blocked: 'critical',
  expiring: 'high',
  paused: 'low',
};

function Trouble({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const missing = source.missing ?? [];
  const { blindSince, accessEndsAt, silentSince } = source;
  const expires = source.state === 'expiring' && accessEndsAt;
  if (!blindSince && !expires && !silentSince && missing.length === 0) return null;
  return (
    <div className={style.trouble}>
      {blindSince && <p>{t('sources.blind', { time: moment(blindSince) })}</p>}
      {expires && <p>{t('sources.accessEnds', { time: moment(expires) })}</p>}
      {silentSince && <p>{t('sources.silent', { time: moment(silentSince) })}</p>}
      {missing.length > 0 && (
        <>
          <p>{t('sources.missing')}:</p>
          <ul>
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Where the platform may deliver, and whether it does. */
function Webhook({ webhook }: { webhook: NonNullable<SourceView['webhook']> }) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const said = webhook.lastAt
    ? t('sources.webhookSpoke', { time: moment(webhook.lastAt) })
    : t('sources.webhookSilent');
  return (
    <details className={style.webhook}>
      <summary>
        {t('sources.webhook')} <span className={style.dim}>· {said}</span>
      </summary>
      <code>{webhook.url}</code>{' '}
      <CopyButton value={webhook.url}>
        {({ copied, copy }) => (
          <Button size="xs" variant="default" onClick={copy}>
            {t(copied ? 'app.copied' : 'app.copy')}
          </Button>
        )}
      </CopyButton>
      {webhook.missed > 0 && (
        <p className={style.dim}>{t('sources.webhookMissed', { count: number(webhook.missed) })}</p>
      )}
    </details>
  );
}

export function SourceCard({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const { nameOf } = usePlaces();
  const places = [source.brandId, source.locationId].flatMap((id) => (id ? (nameOf(id) ?? []) : []));
  return (
    <li className={style.card} data-state={source.state} aria-label={source.name}>
      <div className={style.top}>
        <div>
          <h2>{source.name}</h2>
          <span className={style.dim}>{[platformName(source.platform), ...places].join(' · ')}</span>
        </div>
        {source.demo && <DemoPill />}
      </div>
      <p className={style.state}>
        <Pill tone={tones[source.state]} dot="still">
          {t(`sourceState.${source.state}`)}
        </Pill>{' '}
        <span className={style.dim}>{t('sources.stateSince', { time: moment(source.stateSince) })}</span>
      </p>
      {source.reason && source.state !== 'ok' && <p className={style.reason}>{source.reason}</p>}
      <Trouble source={source} />
      <dl className={style.facts}>
        <dt>{t('sources.collected')}</dt>
        <dd>
          {source.lastCollectedAt ? (
            <>
              <Moment at={source.lastCollectedAt} /> (<Relative at={source.lastCollectedAt} />)
            </>
          ) : (
            t('sources.never')
          )}
        </dd>
        <dt>{t('sources.mentions', { count: source.mentions, formatted: number(source.mentions) })}</dt>
        <dd>{t(source.canReply ? 'sources.canReply' : 'sources.readOnly')}</dd>
      </dl>
      {source.webhook && <Webhook webhook={source.webhook} />}
      <SourceActions source={source} />
    </li>
  );
}
