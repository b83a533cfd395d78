import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Card } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { ownReason } from './facts.js';
import style from './case.module.css';

/** Who had the case, what each change cost the customer, and whom they had to go to themselves. */
export function HandOffs({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { duration, moment } = useFormat();
  const { handOffs, customerHandOffs, pinned } = view;
  if (handOffs.length === 0 && customerHandOffs.length === 0 && !pinned) return null;
  return (
    <Card label={t('recovery.handOffs')}>
      <h2 className={style.heading}>{t('recovery.handOffs')}</h2>
      {pinned && (
        <p className={style.note}>
          {t('recovery.pinned', {
            name: pinned.to.name,
            because: t(`recovery.pinBecause.${pinned.because}`),
          })}
        </p>
      )}
      <ol className={style.plain}>
        {handOffs.map((each) => (
          <li key={each.at + each.to.id} className={style.next}>
            <span>
              <bdi>{each.from.name}</bdi> → <bdi>{each.to.name}</bdi>{' '}
              <span className={style.dim}>
                {moment(each.at)} · <bdi>{ownReason(each.reason, t)}</bdi>
              </span>
            </span>
            <span className={style.dim}>
              {t(each.actedAt ? 'recovery.lost' : 'recovery.losing', { duration: duration(each.lostMs) })}
            </span>
          </li>
        ))}
      </ol>
      {customerHandOffs.length > 0 && (
        <>
          <h3 className={style.small}>
            {t('recovery.customerHandOffs', { count: customerHandOffs.length })}
          </h3>
          <ul className={style.plain}>
            {customerHandOffs.map((each) => (
              <li key={each.at + (each.mentionId ?? each.words ?? '')}>
                {each.words ? <bdi>{each.words}</bdi> : t('recovery.theySaySo')}{' '}
                <span className={style.dim}>
                  <Moment at={each.at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
