import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/queries.js';
import { currentLanguage } from '../i18n/index.js';
import { durationText, fullMomentText, momentText, moneyText, shortMoneyText } from './format.js';

function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** How this reader writes times, spans and money: their language, the workspace's time zone. */
export function useFormat() {
  const { i18n } = useTranslation();
  const session = useQuery({ ...sessionQuery, enabled: false });
  const timeZone = session.data?.workspace.timeZone ?? browserZone();
  return useMemo(() => {
    const language = currentLanguage();
    return {
      language,
      timeZone,
      moment: (at: string) => momentText(new Date(at), new Date(), language, timeZone),
      full: (at: string) => fullMomentText(new Date(at), language, timeZone),
      duration: (ms: number, withSeconds = false) => durationText(ms, language, withSeconds),
      money: (amountMinor: number, currency: string) => moneyText(amountMinor, currency, language),
      shortMoney: (amountMinor: number, currency: string) => shortMoneyText(amountMinor, currency, language),
      number: (value: number) => new Intl.NumberFormat(language).format(value),
      /** With one digit after the point: small shares differ by it. */
      share: (value: number) =>
        new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value),
      percent: (value: number) => new Intl.NumberFormat(language, { style: 'percent' }).format(value),
      /** By semicolons: the reasons have commas of their own. */
      list: (texts: readonly string[]) => texts.join('; '),
      /** As one reads them aloud: "a, b and c". */
      all: (texts: readonly string[]) => new Intl.ListFormat(language, { type: 'conjunction' }).format(texts),
      weekday: (iso: number, width: 'short' | 'long' = 'short') =>
        new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(Date.UTC(2024, 0, iso)),
    };
    // The language is read when i18n says that it changed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [i18n.language, timeZone]);
}
