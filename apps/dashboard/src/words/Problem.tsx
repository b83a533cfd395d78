import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ApiProblem, isPassing } from '../api/problem.js';
import style from './words.module.css';

/** What an empty or broken field of an act lacks, in the same words as the refusal of the rule behind it. */
const fieldTexts: Readonly<Record<string, string>> = {
  text: 'refusal.text_needed',
  what: 'refusal.text_needed',
  reason: 'refusal.reason_needed',
  evidence: 'refusal.evidence_needed',
  appeal: 'refusal.appeal_needed',
  words: 'refusal.words_needed',
  due: 'refusal.promise_needs_date',
  to: 'act.chooseWhom',
  action: 'refusal.fix_action_needed',
  newPassword: 'problem.password_length',
};

function fieldSentences(problem: ApiProblem, t: TFunction): readonly string[] {
  const all = problem.errors.map(({ field, message }) => {
    const key = fieldTexts[field.split('.')[0] ?? ''];
    return key ? t(key) : message;
  });
  return [...new Set(all)];
}

function sentence(problem: ApiProblem, t: TFunction, acting: boolean): string {
  if (isPassing(problem)) {
    if (acting) return t('problem.offlineAct');
    return problem.status === 0 ? t('problem.offline') : t('problem.unavailable');
  }
  const { assigneeName } = problem.about;
  if (problem.code === 'taken_by_other' && assigneeName !== undefined) {
    return t('problem.takenBy', { name: assigneeName });
  }
  const byStatus: Readonly<Record<number, string>> = { 403: 'problem.forbidden', 404: 'problem.missing' };
  const keys = [`refusal.${problem.code}`, `problem.${problem.code}`];
  const known = t(keys, { defaultValue: '' });
  if (known !== '') return known;
  const general = byStatus[problem.status];
  return general ? t(general) : (problem.detail ?? t('problem.unexpected'));
}

/** Why it did not work, in the reader's language. `acting`: something was to be written, so nobody repeats it blindly. */
export function Problem({
  error,
  acting,
  onRetry,
}: {
  error: unknown;
  acting?: boolean;
  onRetry?: () => void;
}) {
  const { t } = useTranslation();
  if (!error) return null;
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <div className={style.problem} role="alert">
      {problem ? sentence(problem, t, acting ?? false) : t('problem.unexpected')}
      {problem && problem.errors.length > 0 && (
        <ul>
          {fieldSentences(problem, t).map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {problem?.errorId && <small>{t('problem.errorId', { id: problem.errorId })}</small>}
      {onRetry && (
        <Button variant="default" size="xs" mt={8} onClick={onRetry} display="block">
          {t('problem.retry')}
        </Button>
      )}
    </div>
  );
}
