import { useTranslation } from 'react-i18next';
import type { PointHolds, ScorePoint } from '@heard/core';
import type { CaseView, RoundView } from '@heard/insight';
import { Icon } from '../icons.js';
import { Card } from '../words/Page.js';
import { Moment, Span } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

const points: readonly ScorePoint[] = [
  'treated_as_human',
  'knows_what_they_pay_for',
  'got_report',
  'got_response',
  'heard_and_wanted',
  'not_deceived',
];

function Point({ point, holds }: { point: ScorePoint; holds: PointHolds }) {
  const { t } = useTranslation();
  return (
    <li data-ready={holds === 'yes'} data-idle={holds === 'not_due'}>
      <Icon name={holds === 'yes' ? 'check' : 'missing'} size={18} strokeWidth={2.4} />
      <span>
        {t(`recovery.point.${point}`)} <span className={style.dim}>— {t(`recovery.holds.${holds}`)}</span>
      </span>
    </li>
  );
}

function Round({ round, number, isLast }: { round: RoundView; number: number; isLast: boolean }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const after = (at: string) => duration(Date.parse(at) - Date.parse(round.startedAt));
  return (
    <li>
      <strong>{t('recovery.round', { number })}</strong> · {t(`recovery.roundBecause.${round.because}`)}{' '}
      <span className={style.dim}>
        <Moment at={round.startedAt} /> ·{' '}
        {round.answeredAt
          ? t('recovery.answeredIn', { duration: after(round.answeredAt) })
          : t('recovery.roundUnanswered')}{' '}
        ·{' '}
        {round.endedAt || !isLast ? (
          t('recovery.roundTook', { duration: duration(round.waitMs) })
        ) : (
          <Span from={round.startedAt} />
        )}
      </span>
    </li>
  );
}

/** The six points that a customer should be able to say, the risk that they leave, and the rounds with their clocks. */
export function Standing({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { percent, list } = useFormat();
  const { score, leaving, rounds } = view;
  return (
    <Card label={t('recovery.score')}>
      <h2 className={style.heading}>
        {t('recovery.score')}{' '}
        <span className={style.dim}>{t('recovery.scoreOf', { held: score.held, due: score.due })}</span>
      </h2>
      <ul className={style.checks}>
        {points.map((point) => (
          <Point key={point} point={point} holds={score.points[point]} />
        ))}
      </ul>
      <h3 className={style.small}>{t('recovery.leavingTitle')}</h3>
      <p className={style.sentence}>
        {t('recovery.leavingLine', {
          percent: percent(leaving.chance),
          because: list(leaving.because.map((each) => t(`recovery.leaving.${each}`))),
        })}
      </p>
      <h3 className={style.small}>{t('recovery.rounds', { count: rounds.length })}</h3>
      <ol className={style.plain}>
        {rounds.map((round, index) => (
          <Round
            key={round.startedAt + round.because}
            round={round}
            number={index + 1}
            isLast={index === rounds.length - 1}
          />
        ))}
      </ol>
    </Card>
  );
}
