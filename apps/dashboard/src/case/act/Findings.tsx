import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/problem.js';
import { wallOfInstant } from '../../words/format.js';
import { useFormat } from '../../words/use-format.js';
import style from '../case.module.css';
import { instantText, WhenField } from './fields.js';

/** What the writer says of a promise that was found in the text. */
interface SaidOfPromise {
  readonly start: number;
  readonly end: number;
  readonly due?: string;
  readonly none?: true;
}

/** What the writer says to the findings in an answer; belongs to the text as it stands. */
export interface Said {
  readonly promises: readonly SaidOfPromise[];
  readonly overrule: string;
}

export const nothingSaid: Said = { promises: [], overrule: '' };

/** The part of the request's body that answers the findings. */
export function bodyOf({ promises, overrule }: Said): Record<string, unknown> {
  return {
    ...(promises.length > 0 ? { promises } : {}),
    ...(overrule.trim() === '' ? {} : { overrule }),
  };
}

/** Asks for what an answer lacks: the date of a promise in it, or why it is sent although it says nothing. */
export function Findings({
  error,
  said,
  onSay,
}: {
  error: unknown;
  said: Said;
  onSay: (said: Said) => void;
}) {
  const { t } = useTranslation();
  if (!(error instanceof ApiProblem)) return null;
  const { code, about } = error;
  const isLate = code === 'promise_in_past' && about['start'] !== undefined;
  if (code === 'promise_needs_date' || code === 'promise_not_confirmed' || isLate) {
    const add = (promise: SaidOfPromise): void => {
      const others = said.promises.filter(({ start }) => start !== promise.start);
      onSay({ ...said, promises: [...others, promise] });
    };
    return <PromiseFound key={about['start']} about={about} onSay={add} />;
  }
  if (code !== 'answer_held' && said.overrule === '') return null;
  const reasons = (about['reasons'] ?? '').split(',').filter((reason) => reason !== '');
  return (
    <div className={style.note}>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{t(`held.${reason}`)}</li>
          ))}
        </ul>
      )}
      <Textarea
        label={t('act.overrule')}
        autosize
        minRows={2}
        value={said.overrule}
        onChange={(event) => onSay({ ...said, overrule: event.currentTarget.value })}
      />
    </div>
  );
}

function PromiseFound({
  about,
  onSay,
}: {
  about: Readonly<Record<string, string>>;
  onSay: (promise: SaidOfPromise) => void;
}) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const due = about['due'];
  const [wall, setWall] = useState(() => (due === undefined ? '' : wallOfInstant(new Date(due), timeZone)));
  const place = { start: Number(about['start']), end: Number(about['end']) };
  const moment = instantText(wall, timeZone);
  return (
    <div className={style.note}>
      <p>
        {t('act.promiseInText')}: <q>{about['words']}</q>
      </p>
      <WhenField label={t('act.promiseDueAsk')} value={wall} onChange={setWall} />
      <Group gap={8} mt={8}>
        <Button
          size="compact-md"
          disabled={moment === undefined}
          onClick={() => moment !== undefined && onSay({ ...place, due: moment })}
        >
          {t('act.promiseConfirm')}
        </Button>
        <Button size="compact-md" variant="default" onClick={() => onSay({ ...place, none: true })}>
          {t('act.promiseNone')}
        </Button>
      </Group>
    </div>
  );
}
