import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Card } from '../words/Page.js';
import { useFormat } from '../words/use-format.js';
import { matterOf } from './conversation.js';
import { Why } from './verdicts/Why.js';
import style from './case.module.css';

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What Heard understood, in a sentence: the customer's newest complaint and the urgency of the case. */
export function Understood({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const assessment = matterOf(view)?.assessment;
  return (
    <Card label={t('case.understood')}>
      <h2 className={style.heading}>{t('case.understood')}</h2>
      {assessment && (
        <p className={style.sentence}>
          {capital(
            t('case.sentence', {
              sentiment: t(`sentiment.${assessment.sentiment}`),
              intent: t(`intent.${assessment.intent}`),
              category: t(`category.${view.category}`),
            }),
          )}
        </p>
      )}
      {assessment?.unsure && <p className={style.sentence}>{t('checks.unsure')}</p>}
      <Why urgency={view.urgency} reasons={view.urgencyReasons} />
      {assessment && (
        <p className={style.dim}>
          {capital(t(`language.${assessment.language}`))} ·{' '}
          {t('case.confidence', {
            percent: percent((assessment.understood ?? assessment).pNegative),
            model: assessment.model,
          })}
        </p>
      )}
    </Card>
  );
}
