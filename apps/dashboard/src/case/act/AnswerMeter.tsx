import { useTranslation } from 'react-i18next';
import { type LengthLimit, measureAnswer } from '@heard/core';
import type { AnsweringView } from '@heard/insight';
import style from '../case.module.css';

type Measured = LengthLimit & Partial<Pick<AnsweringView, 'links' | 'contacts'>>;

/** What speaks against a text where it goes; a text that is not begun is not judged. */
export function problemsOf(text: string, limits: Measured | undefined): readonly string[] {
  return limits === undefined || text.trim() === '' ? [] : measureAnswer(text, limits).problems;
}

/** How long the text is in the platform's own unit, and what the platform would not take in it. */
export function AnswerMeter({ text, limits }: { text: string; limits: Measured }) {
  const { t } = useTranslation();
  const { length, left, found } = measureAnswer(text, limits);
  const problems = problemsOf(text, limits);
  const max = limits.maxLength;
  return (
    <div className={style.meter} data-over={problems.length > 0 || undefined}>
      {max !== undefined && left !== undefined && (
        <p>
          {t(`answering.length.${limits.unit}`, { length, max })}
          {left < 0 && ` · ${t('answering.over', { over: -left })}`}
        </p>
      )}
      <div role="status">
        {problems.map((problem) => (
          <p key={problem}>
            {t(`refusal.${problem}`)} {found !== undefined && problem.includes('with') && <q>{found}</q>}
          </p>
        ))}
      </div>
    </div>
  );
}

/** What there is to know of answers here before one is written. */
export function AnswerHints({ answering }: { answering: AnsweringView }) {
  const { t } = useTranslation();
  const { links, contacts, moderated, edits, cost } = answering;
  const hints = [
    moderated && t('answering.moderated'),
    contacts === false ? t('answering.noContacts') : !links && t('answering.noLinks'),
    edits && t('answering.edits', { count: edits.times, days: edits.withinDays }),
    cost && t('answering.cost', { units: cost.units, ofDaily: cost.ofDaily }),
  ].filter((hint) => typeof hint === 'string');
  if (hints.length === 0) return null;
  return (
    <ul className={style.hints}>
      {hints.map((hint) => (
        <li key={hint}>{hint}</li>
      ))}
    </ul>
  );
}
