import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded, PageHead } from '../words/Page.js';
import { Figures } from './Figures.js';
import { Learning } from './Learning.js';
import { accuracyQuery } from './queries.js';
import { Sample } from './Sample.js';

/** How right the model is here, the posts that people check to know it, and what it learned from them. */
export function AccuracyPage() {
  const { t } = useTranslation();
  const query = useQuery(accuracyQuery);
  return (
    <>
      <PageHead title={t('accuracy.title')} lead={t('accuracy.lead')} />
      <Loaded query={query}>
        {(accuracy) => (
          <>
            <Figures accuracy={accuracy} />
            <Sample accuracy={accuracy} />
          </>
        )}
      </Loaded>
      <Learning />
    </>
  );
}
