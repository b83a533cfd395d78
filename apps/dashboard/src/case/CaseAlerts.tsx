import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Told } from '../alerts/AlertCard.js';
import { Card } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import style from './case.module.css';

/** Who was woken for this case, and whether the word reached them. */
export function CaseAlerts({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  if (view.alerts.length === 0) return null;
  return (
    <Card label={t('app.alerts')}>
      <h2 className={style.heading}>{t('app.alerts')}</h2>
      <ul className={style.items}>
        {view.alerts.map((alert) => (
          <li key={alert.id} className={style.item}>
            <strong>{t(`alertKind.${alert.kind}`)}</strong>{' '}
            <span className={style.dim}>
              {t(`alertState.${alert.state}`).toLowerCase()} · <Moment at={alert.raisedAt} />
            </span>
            <Told notifications={alert.notifications} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
