import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { useSession } from '../session/session.js';
import { Card } from '../words/Page.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

export function RefusalCard({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  if (!view.refusal) return null;
  const { reason, evidence, appeal, at } = view.refusal;
  return (
    <Card label={t('case.refusal')}>
      <h2 className={style.heading}>
        {t('case.refusal')}{' '}
        <span className={style.dim}>
          <Moment at={at} />
        </span>
      </h2>
      <dl className={style.facts}>
        <dt>{t('case.refusalReason')}</dt>
        <dd>{reason}</dd>
        <dt>{t('case.refusalEvidence')}</dt>
        <dd>{evidence}</dd>
        <dt>{t('case.refusalAppeal')}</dt>
        <dd>{appeal}</dd>
      </dl>
    </Card>
  );
}

const verdictTones: Readonly<Record<NonNullable<CaseView['outcome']>['verdict'], Tone>> = {
  recovered: 'good',
  partly: 'normal',
  not_recovered: 'critical',
  unknown: 'low',
};

export function OutcomeCard({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { workspace } = useSession();
  const outcome = view.outcome;
  const amount = (minor: number) => money(minor, outcome?.currency ?? workspace.currency);
  return (
    <Card label={t('case.outcome')}>
      <h2 className={style.heading}>{t('case.outcome')}</h2>
      {!outcome && <p className={style.dim}>{t('case.noOutcome')}</p>}
      {outcome && (
        <>
          <p className={style.pills}>
            <Pill tone={verdictTones[outcome.verdict]}>{t(`verdict.${outcome.verdict}`)}</Pill>
            {outcome.behaviour && <Pill tone="low">{t(`behaviour.${outcome.behaviour}`)}</Pill>}
            <span className={style.dim}>
              <Moment at={outcome.at} />
            </span>
          </p>
          {outcome.words && <blockquote className={style.quote}>{outcome.words}</blockquote>}
          {outcome.savedMinor !== undefined && (
            <p>{t('case.saved', { money: amount(outcome.savedMinor) })}</p>
          )}
          {outcome.lostMinor !== undefined && <p>{t('case.lost', { money: amount(outcome.lostMinor) })}</p>}
        </>
      )}
    </Card>
  );
}
