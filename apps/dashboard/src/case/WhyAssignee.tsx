import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

/** Which brand and location it is about. */
export function CasePlace({ view: { brand, location } }: { view: CaseView }) {
  const { t } = useTranslation();
  if (!brand && !location) return null;
  const names = [location, brand].flatMap((each) => (each ? [each.name] : []));
  return (
    <p className={style.holder}>
      {t('places.about')}: {names.join(' · ')}
    </p>
  );
}

/** Why the case came to whom it came; silent once it changed hands. */
export function WhyAssignee({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { list } = useFormat();
  if (view.assigneeSince !== view.openedAt) return null;
  const reasons = view.assignedFor.flatMap((each) => {
    switch (each) {
      case 'brand':
        return view.brand ? t('places.matched.brand', { name: view.brand.name }) : [];
      case 'location':
        return view.location ? t('places.matched.location', { name: view.location.name }) : [];
      case 'language':
        return t('places.matched.language', { language: t(`language.${view.language}`) });
      case 'skill':
        return t('places.matched.skill', { failure: t(`failure.${view.failure}`) });
    }
  });
  if (reasons.length === 0) return null;
  return <p className={style.dim}>{t('places.chosenBy', { reasons: list(reasons) })}</p>;
}
