import { Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, DecisionsView } from '@heard/insight';
import { CustomerText } from '../../words/CustomerText.js';
import { useFormat } from '../../words/use-format.js';
import style from '../case.module.css';
import { ActDialog, ActForm } from './ActDialog.js';
import { AnswerMeter } from './AnswerMeter.js';
import { bodyOf, Findings, nothingSaid, type Said } from './Findings.js';

/** What the platform lets us decide about the customer's texts, e.g. about a claim for a return. */
export function Decisions({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  return view.decisions.map((offered) => (
    <div key={`${offered.mentionId} ${offered.seen}`} className={style.note}>
      <p>{t('answering.decision.waits')}</p>
      <blockquote className={style.standing}>
        <CustomerText text={view.thread.find(({ id }) => id === offered.mentionId)?.text ?? ''} />
      </blockquote>
      <ActDialog label={t('answering.decision.open')} variant="filled" mt={8}>
        {(close) => <DecisionForm caseId={view.id} offered={offered} onDone={close} />}
      </ActDialog>
    </div>
  ));
}

function DecisionForm({
  caseId,
  offered,
  onDone,
}: {
  caseId: string;
  offered: DecisionsView;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [action, setAction] = useState('');
  const [comment, setComment] = useState('');
  const [sure, setSure] = useState(false);
  const [said, setSaid] = useState<Said>(nothingSaid);
  const { mentionId, seen, choices } = offered;
  const chosen = choices.find((each) => each.action === action);
  const limits = chosen?.comment;
  const words = limits && comment.trim() !== '' ? { comment, ...bodyOf(said) } : {};
  return (
    <ActForm
      caseId={caseId}
      submit={t('answering.decision.send')}
      disabled={!chosen || !sure}
      onDone={onDone}
      act={() => ({ path: 'decisions', body: { mentionId, seen, action, ...words } })}
      after={(error) => <Findings error={error} said={said} onSay={setSaid} />}
    >
      <Radio.Group
        label={t('answering.decision.choose')}
        value={action}
        onChange={(next) => {
          setAction(next);
          // Whoever was sure of one choice is not of another.
          setSure(false);
        }}
      >
        <Stack gap="xs" mt="xs">
          {choices.map((each) => (
            <Radio
              key={each.action}
              value={each.action}
              label={each.label[language]}
              description={each.hint[language]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {limits && (
        <>
          <Textarea
            label={t(limits.required ? 'answering.decision.comment' : 'answering.decision.commentIfAny')}
            description={t('answering.decision.commentHint', { min: limits.minLength ?? 0 })}
            autosize
            minRows={3}
            maxRows={12}
            value={comment}
            onChange={(event) => {
              setComment(event.currentTarget.value);
              setSaid(nothingSaid);
            }}
          />
          <AnswerMeter text={comment} limits={limits} />
        </>
      )}
      <Checkbox
        label={t('answering.decision.sure')}
        checked={sure}
        onChange={(event) => setSure(event.currentTarget.checked)}
      />
    </ActForm>
  );
}
