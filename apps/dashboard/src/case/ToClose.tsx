import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Icon } from '../icons.js';
import { Card } from '../words/Page.js';
import style from './case.module.css';

/** What the rules will ask for at closing, for each right to close, so that nobody learns it only from a refusal. */
export function ToClose({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [first, ...others] = view.closing;
  const always = (first?.missing ?? []).filter((code) =>
    others.every(({ missing }) => missing.includes(code)),
  );
  return (
    <Card label={t('case.toClose')}>
      <h2 className={style.heading}>{t('case.toClose')}</h2>
      <ul className={style.checks}>
        {always.map((code) => (
          <li key={code} data-ready={false}>
            <Icon name="missing" size={18} strokeWidth={2.4} />
            <span>{t(`refusal.${code}`)}</span>
          </li>
        ))}
      </ul>
      <h3 className={style.small}>{t('recovery.rights')}</h3>
      <ul className={style.checks}>
        {view.closing.map(({ because, missing: all }) => {
          const missing = all.filter((code) => !always.includes(code));
          const isReady = all.length === 0;
          return (
            <li key={because} data-ready={isReady}>
              <Icon name={isReady ? 'check' : 'missing'} size={18} strokeWidth={2.4} />
              <div>
                {t(`closedBecause.${because}`)}{' '}
                {(isReady || missing.length > 0) && (
                  <span className={style.dim}>— {t(isReady ? 'case.ready' : 'case.missing')}</span>
                )}
                {missing.length > 0 && (
                  <ul className={style.lacks}>
                    {missing.map((code) => (
                      <li key={code}>{t(`refusal.${code}`)}</li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
