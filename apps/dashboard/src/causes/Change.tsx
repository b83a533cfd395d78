import { useTranslation } from 'react-i18next';
import type { ChangeView } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import style from '../registers/registers.module.css';

/** What the interval says, in words: chance is not a success. */
function verdictOf({ low, high, before, after }: ChangeView): 'fewer' | 'more' | 'unsure' | 'nothing' {
  if (before + after === 0) return 'nothing';
  if (high !== undefined && high < 1) return 'fewer';
  return low > 1 ? 'more' : 'unsure';
}

/** Complaints before and after a fix, over equal time, and whether that is more than chance. */
export function Change({ change, label }: { change: ChangeView; label: string }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const number = (value: number): string =>
    new Intl.NumberFormat(language, { maximumFractionDigits: value < 10 ? 2 : 0 }).format(value);
  const perWeek = (count: number): string =>
    change.weeks < 1 ? '' : t('causes.perWeek', { rate: number(count / change.weeks) });
  const { ratio, low, high } = change;
  const days = Math.floor(change.weeks * 7);
  return (
    <div>
      <p className={style.dim}>{label}</p>
      <div className={style.figures}>
        {(['before', 'after'] as const).map((when) => (
          <div key={when} className={style.figure}>
            <span className={style.dim}>{t(`causes.${when}`)}</span>
            <strong>{number(change[when])}</strong>
            <span className={style.dim}>{perWeek(change[when])}</span>
          </div>
        ))}
      </div>
      {days < 1 ? (
        <p className={style.text}>{t('causes.early')}</p>
      ) : (
        <>
          <p className={style.dim}>
            {t('causes.stretch', { days: t('causes.days', { count: days }) })}{' '}
            {ratio !== undefined &&
              t('causes.ratio', {
                ratio: number(ratio),
                low: number(low),
                high: high === undefined ? '∞' : number(high),
              })}
          </p>
          <p className={style.text}>{t(`causes.verdict.${verdictOf(change)}`)}</p>
        </>
      )}
    </div>
  );
}
