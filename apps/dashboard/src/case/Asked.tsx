import { useTranslation } from 'react-i18next';
import type { CaseView, PointView } from '@heard/insight';
import { Card } from '../words/Page.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import style from './case.module.css';

const handledTones: Readonly<Record<PointView['handled'], Tone>> = {
  open: 'high',
  answered: 'good',
  dated: 'normal',
  refused: 'low',
};

function Points({ points }: { points: readonly PointView[] }) {
  const { t } = useTranslation();
  return (
    <ul className={style.plain}>
      {points.map((point) => (
        <li key={`${point.mentionId} ${point.start}`} className={style.next}>
          <span>
            <span className={style.dim}>{t(`recovery.pointKind.${point.kind}`)}: </span>
            <bdi>{point.words}</bdi>
          </span>
          <Pill tone={handledTones[point.handled]}>{t(`recovery.handled.${point.handled}`)}</Pill>
        </li>
      ))}
    </ul>
  );
}

function Told({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const tried = view.notes.flatMap((note) =>
    note.code === 'already_tried' && note.words !== undefined ? [note.words] : [],
  );
  if (view.told.length === 0 && tried.length === 0 && !view.asked) return null;
  return (
    <>
      <h3 className={style.small}>{t('recovery.told')}</h3>
      <dl className={style.facts}>
        {view.asked && (
          <>
            <dt>{t('recovery.askedFor')}</dt>
            <dd>
              {t(`channel.${view.asked.channel}`)}
              {view.asked.contact && (
                <>
                  {' · '}
                  <bdi>{view.asked.contact}</bdi>
                </>
              )}
            </dd>
          </>
        )}
        {view.told.map((fact) => (
          <div key={`${fact.mentionId} ${fact.start}`} className={style.fact2}>
            <dt>{t(`recovery.toldKind.${fact.kind}`)}</dt>
            <dd>
              <bdi>{fact.words}</bdi>
            </dd>
          </div>
        ))}
        {[...new Set(tried)].map((words) => (
          <div key={words} className={style.fact2}>
            <dt>{t('recovery.note.already_tried')}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** What the customer asked and told, so that nobody asks it again, and what our own systems say. */
export function Asked({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const open = view.points.filter(({ handled }) => handled === 'open').length;
  return (
    <Card label={t('recovery.asked')}>
      <h2 className={style.heading}>
        {t('recovery.asked')}{' '}
        {view.points.length > 0 && (
          <span className={style.dim}>{t('recovery.openPoints', { count: open })}</span>
        )}
      </h2>
      {view.points.length === 0 && <p className={style.dim}>{t('recovery.noPoints')}</p>}
      <Points points={view.points} />
      <Told view={view} />
      {view.records.length > 0 && (
        <>
          <h3 className={style.small}>{t('recovery.records')}</h3>
          <ul className={style.plain}>
            {view.records.map((record) => (
              <li key={record.at + record.claim}>
                {t(`recovery.claim.${record.claim}`)} · <bdi>{record.where}</bdi>{' '}
                <span className={style.dim}>
                  <Moment at={record.at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
