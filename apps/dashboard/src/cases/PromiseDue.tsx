import { useTranslation } from 'react-i18next';
import { Pill } from '../words/Pills.js';
import { useNow } from '../words/now.js';
import { useFormat } from '../words/use-format.js';

const nearMs = 60 * 60_000;

/** How long until a promise must be kept; red once it is near or over. */
export function PromiseDue({ due }: { due: string }) {
  const { t } = useTranslation();
  const now = useNow();
  const { duration, full } = useFormat();
  const leftMs = Date.parse(due) - now.getTime();
  const text =
    leftMs > 0
      ? t('cases.promiseDue', { duration: duration(leftMs) })
      : t('cases.promiseOver', { duration: duration(-leftMs) });
  return (
    <Pill tone={leftMs < nearMs ? 'critical' : 'normal'} title={full(due)}>
      {text}
    </Pill>
  );
}
