import { useTranslation } from 'react-i18next';
import type { SourceView } from '@heard/insight';
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
  paused: 'low',
};

function Trouble({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const missing = source.missing ?? [];
  if (!source.blindSince && missing.length === 0) return null;
  return (
    <div className={style.trouble}>
      {source.blindSince && <p>{t('sources.blind', { time: moment(source.blindSince) })}</p>}
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

export function SourceCard({ source }: { source: SourceView }) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  return (
    <li className={style.card} data-state={source.state} aria-label={source.name}>
      <div className={style.top}>
        <div>
          <h2>{source.name}</h2>
          <span className={style.dim}>{platformName(source.platform)}</span>
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
      <SourceActions source={source} />
    </li>
  );
}
