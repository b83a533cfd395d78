import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { ApiProblem } from '../../api/problem.js';
import { CustomerText } from '../../words/CustomerText.js';
import style from '../case.module.css';

/** The answer that a new one would take the place of: as it was told last, be it by a refusal. */
export function standingText(view: CaseView, error: unknown): string | undefined {
  const told =
    error instanceof ApiProblem && error.code === 'answer_stands' ? error.about['standing'] : undefined;
  return told ?? view.answering?.standing?.text;
}

/** Shows what stands there, and asks whether it is to be replaced; whoever says so has read these words. */
export function StandingAnswer({
  text,
  instead,
  onInstead,
}: {
  text: string;
  instead: string | undefined;
  onInstead: (seen: string | undefined) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className={style.note} data-tone="warn">
      <p>{t('answering.stands')}</p>
      <blockquote className={style.standing}>
        <CustomerText text={text} />
      </blockquote>
      <Checkbox
        mt={8}
        label={t('answering.replace')}
        checked={instead === text}
        onChange={(event) => onInstead(event.currentTarget.checked ? text : undefined)}
      />
    </div>
  );
}
