import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueFix, InThreeLanguages, Policy } from '@heard/core';
import { useFormat } from '../words/use-format.js';
import { spanIn, wholeDay } from './spans.js';

/** How this reader reads a policy: spans, money and titles in words. */
export function usePolicyWords(policy: Policy) {
  const { t } = useTranslation();
  const { language, shortMoney, percent, list } = useFormat();
  return useMemo(() => {
    const { currency } = policy.money;
    const workingDay = policy.calendar.to - policy.calendar.from;
    const amount = (minor: number): string => (Number.isFinite(minor) ? shortMoney(minor, currency) : '…');
    return {
      currency,
      workingDay,
      amount,
      title: (texts: InThreeLanguages): string => texts[language] || t('policy.untitled'),
      share: (value: number): string => (Number.isFinite(value) ? percent(value) : '…'),
      /** `2 days`, `4 working hours`. */
      span: (minutes: number, clock: 'customer' | 'working' = 'customer'): string => {
        if (!Number.isFinite(minutes)) return '…';
        const { count, unit } = spanIn(minutes, clock === 'working' ? workingDay : wholeDay);
        return t(`policy.${clock === 'working' ? 'workingSpan' : 'span'}.${unit}`, { count });
      },
      /** `Manager up to 500 ₴; Lead up to 3,000 ₴`. */
      approval: ({ approval }: CatalogueFix): string =>
        list(
          approval.map(({ role, upToMinor }) =>
            t('policy.upTo', { role: t(`role.${role}`), amount: amount(upToMinor) }),
          ),
        ),
    };
  }, [t, language, shortMoney, percent, list, policy.money, policy.calendar]);
}

/** Words for one policy. */
export type PolicyWords = ReturnType<typeof usePolicyWords>;
