import { Button, Textarea } from '@mantine/core';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Problem } from '../../words/Problem.js';
import style from '../case.module.css';
import { AnswerHints, AnswerMeter, problemsOf } from './AnswerMeter.js';
import { bodyOf, Findings, nothingSaid, type Said } from './Findings.js';
import { AskedNote } from './RecordAnswerForm.js';
import { PrivateAnswer } from './PrivateAnswer.js';
import { StandingAnswer, standingText } from './StandingAnswer.js';
import { useAct } from './use-act.js';

/** What other cards may do with the answer: put words into it. Nothing is sent by that. */
export interface AnswerInput {
  insert(words: string): void;
}

/** The public answer, written under what it answers. */
export function AnswerForm({ view, input }: { view: CaseView; input: Ref<AnswerInput> }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said>(nothingSaid);
  const [instead, setInstead] = useState<string>();
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(input, () => ({
    insert(words) {
      setText((before) => (before.trim() === '' ? words : `${before.trimEnd()}\n\n${words}`));
      setSaid(nothingSaid);
      area.current?.focus();
    },
  }));
  const act = useAct(view.id, () => {
    setText('');
    setSaid(nothingSaid);
    setInstead(undefined);
  });
  if (!view.canAnswerInPublic) return <p className={style.note}>{t('act.cannotAnswer')}</p>;
  const bodyWith = (says: Said) => ({
    text,
    ...(view.answerTo ? { mentionId: view.answerTo } : {}),
    ...(instead === undefined ? {} : { instead }),
    ...bodyOf(says),
  });
  const { answering } = view;
  const standing = standingText(view, act.error);
  const say = (next: Said): void => {
    setSaid(next);
    // A promise was dated or dismissed: the answer goes, or the next finding is asked about.
    if (next.promises.length > said.promises.length) act.mutate({ path: 'answers', body: bodyWith(next) });
  };
  return (
    <form
      noValidate
      className={style.answerForm}
      aria-label={t('act.answer')}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ path: 'answers', body: bodyWith(said) });
      }}
    >
      <AskedNote view={view} chosen="public" />
      <Textarea
        ref={area}
        label={t('act.answerText')}
        description={t('act.answerHint', { source: view.source.name })}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          // Places in the text are no longer right.
          setSaid(nothingSaid);
        }}
      />
      {answering && <AnswerMeter text={text} limits={answering} />}
      {answering && <AnswerHints answering={answering} />}
      {standing !== undefined && <StandingAnswer text={standing} instead={instead} onInstead={setInstead} />}
      <Problem error={act.error} acting />
      <Findings error={act.error} said={said} onSay={say} />
      <Button
        type="submit"
        loading={act.isPending}
        disabled={problemsOf(text, answering).length > 0}
        style={{ alignSelf: 'flex-start' }}
      >
        {t('act.send')}
      </Button>
      <PrivateAnswer view={view} />
    </form>
  );
}
