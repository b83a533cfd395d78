import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { Problem } from '../../words/Problem.js';
import style from '../case.module.css';
import { useAct } from './use-act.js';

/** The public answer, written under what it answers. */
export function AnswerForm({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const act = useAct(view.id, () => setText(''));
  if (!view.canAnswerInPublic) return <p className={style.note}>{t('act.cannotAnswer')}</p>;
  const body = { text, ...(view.answerTo ? { mentionId: view.answerTo } : {}) };
  return (
    <form
      noValidate
      className={style.answerForm}
      aria-label={t('act.answer')}
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate({ path: 'answers', body });
      }}
    >
      <Textarea
        label={t('act.answerText')}
        description={t('act.answerHint', { source: view.source.name })}
        autosize
        minRows={3}
        maxRows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Problem error={act.error} acting />
      <Button type="submit" loading={act.isPending} style={{ alignSelf: 'flex-start' }}>
        {t('act.send')}
      </Button>
    </form>
  );
}
