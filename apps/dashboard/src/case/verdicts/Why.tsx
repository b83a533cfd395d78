import { useTranslation } from 'react-i18next';
import type { Urgency, UrgencyReason } from '@heard/core';
import { useFormat } from '../../words/use-format.js';
import style from './verdicts.module.css';

/** Why it is so urgent, in one sentence of the reader's language. */
export function Why({ urgency, reasons }: { urgency: Urgency; reasons: readonly UrgencyReason[] }) {
  const { t } = useTranslation();
  const { all } = useFormat();
  if (reasons.length === 0) return null;
  const because = all(reasons.map((reason) => t(`verdicts.why.${reason}`)));
  return <p className={style.why}>{t(`verdicts.sentence.${urgency}`, { because })}</p>;
}
