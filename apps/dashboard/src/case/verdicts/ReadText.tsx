import { useTranslation } from 'react-i18next';
import type { Verdicts } from '@heard/core';
import type { AssessmentView, MentionView } from '@heard/insight';
import { CustomerText } from '../../words/CustomerText.js';
import { Problem } from '../../words/Problem.js';
import { useFormat } from '../../words/use-format.js';
import { Corrections } from './Corrections.js';
import { Lighter } from './Lighter.js';
import { type Pointed, placesOf, wordsAt } from './lit.js';
import { useCorrect } from './use-correct.js';
import { usePointed } from './use-pointed.js';
import { VerdictMenu, VerdictPill } from './VerdictPill.js';
import { Why } from './Why.js';
import style from './verdicts.module.css';

const shownFirst: readonly (keyof Verdicts)[] = ['urgency', 'intent', 'sentiment', 'category'];

/** A text of the customer with what was understood of it: pointing at a verdict or a sign lights its words. */
export function ReadText({
  mention,
  caseId,
  mayCorrect,
}: {
  mention: MentionView;
  caseId: string;
  mayCorrect: boolean;
}) {
  const { text, assessment } = mention;
  const pointing = usePointed();
  if (!assessment) return text === '' ? null : <CustomerText text={text} />;
  const lit = pointing.pointed ? placesOf(pointing.pointed, assessment) : [];
  return (
    <>
      {text !== '' && (
        <CustomerText
          text={text}
          signals={assessment.signals}
          tone={assessment.behind?.sentiment ?? []}
          lit={lit}
        />
      )}
      <Understanding {...{ mention, assessment, caseId, mayCorrect, pointing }} />
    </>
  );
}

function Understanding({
  mention: { id, text },
  assessment,
  caseId,
  mayCorrect,
  pointing,
}: {
  mention: MentionView;
  assessment: AssessmentView;
  caseId: string;
  mayCorrect: boolean;
  pointing: ReturnType<typeof usePointed>;
}) {
  const { t } = useTranslation();
  const { list } = useFormat();
  const correct = useCorrect(caseId, id);
  const say = correct.mutate;
  const pressing = (each: Pointed) => ({
    'aria-pressed': pointing.isPinned(each),
    onClick: () => pointing.pin(each),
  });
  const labelOf = (name: string, each: Pointed): string => {
    const words = wordsAt(text, placesOf(each, assessment)).map((quoted) => `“${quoted}”`);
    return words.length === 0 ? name : `${name}. ${t('verdicts.restsOn', { words: list(words) })}`;
  };
  const codes = [...new Set(assessment.signals.map((signal) => signal.code))];
  return (
    <div className={style.understanding} role="group" aria-label={t('case.understood')}>
      <div className={style.row} aria-busy={correct.isPending}>
        {shownFirst.map((field) => {
          const each = { verdict: field };
          const name = `${t(`verdicts.field.${field}`)}: ${t(`${field}.${assessment[field]}`)}`;
          const asked = { field, assessment, label: labelOf(name, each), lights: pointing.on(each) };
          return mayCorrect ? (
            <VerdictMenu
              key={field}
              {...asked}
              onOpen={(isOpen) => pointing.open(each, isOpen)}
              onSay={say}
            />
          ) : (
            <VerdictPill key={field} {...asked} {...pressing(each)} />
          );
        })}
        {codes.map((code) => {
          const each = { signal: code };
          const words = t(`reason.${code}`);
          return (
            <Lighter
              key={code}
              tone="low"
              words={words}
              aria-label={labelOf(words, each)}
              {...pointing.on(each)}
              {...pressing(each)}
            />
          );
        })}
      </div>
      {assessment.unsure && <p className={style.unsure}>{t('verdicts.unsure')}</p>}
      <Why urgency={assessment.urgency} reasons={assessment.urgencyReasons} />
      <Corrections assessment={assessment} onSay={mayCorrect ? say : undefined} />
      {correct.error && <Problem error={correct.error} acting />}
    </div>
  );
}
