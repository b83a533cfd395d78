import { useTranslation } from 'react-i18next';
import { useNow } from './now.js';
import { useFormat } from './use-format.js';

/** A moment in the workspace's time zone; the full date on hovering. */
export function Moment({ at }: { at: string }) {
  const { moment, full } = useFormat();
  return (
    <time className="h-time" dateTime={at} title={full(at)}>
      {moment(at)}
    </time>
  );
}

/** A span from a moment until another, or until now: then it ticks. */
export function Span({ from, until }: { from: string; until?: string }) {
  const { duration } = useFormat();
  return until ? <>{duration(Date.parse(until) - Date.parse(from))}</> : <Ticking from={from} />;
}

function Ticking({ from }: { from: string }) {
  const now = useNow();
  const { duration } = useFormat();
  return (
    <span className="h-time" role="timer" aria-live="off">
      {duration(now.getTime() - Date.parse(from), true)}
    </span>
  );
}

/** How long ago, or in how long. */
export function Relative({ at }: { at: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const { duration, full } = useFormat();
  const aheadMs = Date.parse(at) - now.getTime();
  const key = aheadMs > 0 ? 'app.in' : 'app.ago';
  return (
    <time className="h-time" dateTime={at} title={full(at)}>
      {t(key, { duration: duration(Math.abs(aheadMs)) })}
    </time>
  );
}
