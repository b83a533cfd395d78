import { useTranslation } from 'react-i18next';
import type { CauseState } from '@heard/core';
import type { CauseItem } from '@heard/insight';
import { DemoPill, Pill, type Tone } from '../words/Pills.js';
import style from '../registers/registers.module.css';

const tones: Readonly<Record<CauseState, Tone>> = {
  open: 'high',
  fixing: 'normal',
  fixed: 'good',
  recurred: 'critical',
};

/** Where a cause stands, and how often it came back. */
export function CausePills({ item }: { item: CauseItem }) {
  const { t } = useTranslation();
  return (
    <p className={style.pills}>
      <Pill tone={tones[item.state]}>{t(`causes.is.${item.state}`)}</Pill>
      {item.recurrences > 0 && (
        <Pill tone="critical">{t('causes.recurrences', { count: item.recurrences })}</Pill>
      )}
      {item.demo && <DemoPill />}
    </p>
  );
}
