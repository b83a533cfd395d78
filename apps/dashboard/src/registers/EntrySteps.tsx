import { useTranslation } from 'react-i18next';
import type { RegisterStep } from '@heard/insight';
import { Card } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import style from './registers.module.css';

/** What happened to an entry of a register, the newest first; nothing of it is ever edited. */
export function EntrySteps({
  register,
  steps,
}: {
  register: 'suggestions' | 'causes';
  steps: readonly RegisterStep[];
}) {
  const { t } = useTranslation();
  return (
    <Card label={t('case.history')}>
      <h2 className={style.heading}>{t('case.history')}</h2>
      <ol className={style.steps}>
        {steps.toReversed().map((step) => (
          <li key={step.seq}>
            <span>
              <strong>{t(`${register}.${step.type}`)}</strong>{' '}
              <span className={style.dim}>
                {step.by.name ?? t(`suggestions.by.${step.by.kind}`)} · <Moment at={step.at} />
              </span>
            </span>
            {step.words && <bdi className={style.words}>{step.words}</bdi>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
