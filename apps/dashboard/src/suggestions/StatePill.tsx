import { useTranslation } from 'react-i18next';
import type { SuggestionState } from '@heard/core';
import type { SuggestionItem } from '@heard/insight';
import { DemoPill, Pill, type Tone } from '../words/Pills.js';
import style from '../registers/registers.module.css';

const tones: Readonly<Record<SuggestionState, Tone>> = {
  new: 'high',
  under_review: 'normal',
  accepted: 'normal',
  declined: 'low',
  done: 'good',
  merged: 'low',
};

/** Where a suggestion stands, and what somebody has to look at. */
export function SuggestionPills({ item }: { item: SuggestionItem }) {
  const { t } = useTranslation();
  return (
    <p className={style.pills}>
      <Pill tone={tones[item.state]}>{t(`suggestions.is.${item.state}`)}</Pill>
      {item.flags.map((flag) => (
        <Pill key={flag} tone="critical">
          {flag === 'people_not_told'
            ? t('suggestions.notTold', { count: item.untold })
            : t('suggestions.notHeardOut')}
        </Pill>
      ))}
      {item.demo && <DemoPill />}
    </p>
  );
}
