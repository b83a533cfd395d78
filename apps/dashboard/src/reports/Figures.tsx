import { useTranslation } from 'react-i18next';
import { middleOf, type MoneyRange, type Share } from '@heard/core';
import type { ClockFigures, QuantileView } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import style from './reports.module.css';

/** A number with a smaller line under it. */
export function Figure({ value, under, hint }: { value: string; under?: string; hint?: string }) {
  return (
    <span className={style.figure} title={hint}>
      <span className={style.value}>{value}</span>
      {under && <small>{under}</small>}
    </span>
  );
}

/** A time by which a share has it, or in words that too few have it to say. */
function Quantile({ of, reached }: { of: QuantileView; reached: string }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  if (of.ms === undefined) return <span className={style.words}>{reached}</span>;
  const from = duration(of.fromMs ?? of.ms);
  const interval =
    of.toMs === undefined
      ? t('reports.intervalOpen', { from })
      : t('reports.interval', { from, to: duration(of.toMs) });
  return <Figure value={duration(of.ms)} under={interval} hint={t('reports.intervalHint')} />;
}

/** Half have it by then. */
export function Median({ of }: { of: ClockFigures }) {
  const { t } = useTranslation();
  if (of.happened + of.waiting + of.never === 0) return <>{t('reports.none')}</>;
  return <Quantile of={of.median} reached={t('reports.notHalf')} />;
}

/** Nine of ten have it by then. */
export function Ninety({ of }: { of: ClockFigures }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  if (of.happened + of.waiting + of.never === 0) return <>{t('reports.none')}</>;
  if (of.p90.ms === undefined) return <span className={style.words}>{t('reports.notNine')}</span>;
  return <Figure value={duration(of.p90.ms)} />;
}

/** A share with its counts, its interval in words and as a line. */
export function ShareFigure({ of }: { of: Share }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  if (of.share === undefined) return <>{t('reports.none')}</>;
  const counts = t('reports.ofCount', { count: of.count, of: of.of });
  const interval = t('reports.interval', { from: percent(of.from), to: percent(of.to) });
  const at = (share: number): string => `${(share * 100).toFixed(1)}%`;
  return (
    <span className={style.share}>
      <Figure value={percent(of.share)} under={`${counts} · ${interval}`} hint={t('reports.intervalHint')} />
      <span className={style.scale} aria-hidden="true">
        <span style={{ left: at(of.from), width: at(of.to - of.from) }} />
        <span style={{ left: at(of.share) }} />
      </span>
    </span>
  );
}

/** An amount from and to, the middle first. */
export function MoneyFigure({
  of,
  currency,
  contacts,
}: {
  of: MoneyRange;
  currency: string;
  contacts?: number;
}) {
  const { t } = useTranslation();
  const { wholeMoney } = useWholeMoney(currency);
  const counted = contacts === undefined ? [] : [t('reports.contacts', { count: contacts })];
  const range =
    of.fromMinor === of.toMinor
      ? []
      : [t('reports.range', { from: wholeMoney(of.fromMinor), to: wholeMoney(of.toMinor) })];
  return <Figure value={wholeMoney(middleOf(of))} under={[...counted, ...range].join(' · ')} />;
}

/** Sums of many contacts are no more exact than the value that the director set: no cents. */
export function useWholeMoney(currency: string) {
  const { language } = useFormat();
  const whole = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return {
    wholeMoney: (minor: number) => whole.format(minor / 10 ** (digits.maximumFractionDigits ?? 2)),
  };
}

/** The days of a report for reading. */
export function usePeriod() {
  const { language } = useFormat();
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (from: string, to: string) => format.formatRange(new Date(from), new Date(to));
}

/** The Monday of a week for reading. */
export function useDay() {
  const { language } = useFormat();
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return (date: string) => format.format(new Date(date));
}
