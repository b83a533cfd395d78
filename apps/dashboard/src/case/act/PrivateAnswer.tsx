import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, PrivateAnswerView } from '@heard/insight';
import { useNow } from '../../words/now.js';
import { Relative } from '../../words/Times.js';
import style from '../case.module.css';
import { ActDialog, ActForm } from './ActDialog.js';
import { AnswerMeter } from './AnswerMeter.js';
import { bodyOf, Findings, nothingSaid, type Said } from './Findings.js';

/** The platform's one private answer to a comment, while it takes it, with the time that is left. */
export function PrivateAnswer({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const now = useNow();
  const offer = view.answering?.privately;
  if (!offer) return null;
  const isOver = offer.state === 'over' || Date.parse(offer.until) <= now.getTime();
  if (offer.state === 'given' || isOver) {
    return (
      <p className={style.dim}>{t(`answering.private.${offer.state === 'given' ? 'given' : 'over'}`)}</p>
    );
  }
  return (
    <div className={style.itemActions}>
      <ActDialog label={t('answering.private.open')} variant="light">
        {(close) => <PrivateForm view={view} offer={offer} onDone={close} />}
      </ActDialog>
      <span className={style.dim}>
        {t('answering.private.ends')} <Relative at={offer.until} />
      </span>
    </div>
  );
}

function PrivateForm({
  view,
  offer,
  onDone,
}: {
  view: CaseView;
  offer: PrivateAnswerView;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said>(nothingSaid);
  const { mentionId } = offer;
  return (
    <ActForm
      caseId={view.id}
      submit={t('answering.private.send')}
      onDone={onDone}
      act={() => ({ path: 'answers', body: { channel: 'private', mentionId, text, ...bodyOf(said) } })}
      after={(error) => <Findings error={error} said={said} onSay={setSaid} />}
    >
      <Textarea
        data-autofocus
        label={t('answering.private.text')}
        description={t('answering.private.hint')}
        autosize
        minRows={3}
        maxRows={12}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setSaid(nothingSaid);
        }}
      />
      <AnswerMeter text={text} limits={offer} />
    </ActForm>
  );
}
