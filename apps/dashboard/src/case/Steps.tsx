import { useTranslation } from 'react-i18next';
import type { CaseView, StepView } from '@heard/insight';
import { PromiseDue } from '../cases/PromiseDue.js';
import { Card } from '../words/Page.js';
import { Pill } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

function StepState({ step }: { step: StepView }) {
  const { t } = useTranslation();
  if (step.state === 'done') {
    return (
      <Pill tone={step.late ? 'high' : 'good'}>{t(step.late ? 'recovery.doneLate' : 'recovery.done')}</Pill>
    );
  }
  return <PromiseDue due={step.due} />;
}

function OneStep({ step, view }: { step: StepView; view: CaseView }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const theirs = view.language === 'other' ? 'en' : view.language;
  return (
    <li className={style.step} data-state={step.state}>
      <p className={style.pills}>
        <strong>{t(`stepGoal.${step.goal}`)}</strong>
        {view.status === 'open' || step.state === 'done' ? <StepState step={step} /> : null}
      </p>
      <p className={style.dim}>
        {step.doneAt ? <Moment at={step.doneAt} /> : t(`recovery.clock.${step.clock}`)}
        {!step.doneAt && (
          <>
            {' · '}
            <Moment at={step.due} />
          </>
        )}
      </p>
      {step.state !== 'done' && view.status === 'open' && (
        <details className={style.more}>
          <summary>{t('recovery.howToPut')}</summary>
          <p lang={language}>{step.hint[language]}</p>
          {theirs !== language && (
            <p lang={theirs} className={style.dim}>
              {step.hint[theirs]}
            </p>
          )}
        </details>
      )}
    </li>
  );
}

/** The steps of the playbook with their clocks; done is read from what happened, never ticked by hand. */
export function Steps({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { title, steps } = view.playbook;
  return (
    <Card label={t('recovery.playbook')}>
      <h2 className={style.heading}>
        {t('recovery.playbook')} <span className={style.dim}>{title[language]}</span>
      </h2>
      <ol className={style.plain}>
        {steps.map((step) => (
          <OneStep key={step.key} step={step} view={view} />
        ))}
      </ol>
    </Card>
  );
}
