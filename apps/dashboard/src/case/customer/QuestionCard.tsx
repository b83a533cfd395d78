import { Button, CopyButton, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerChannel } from '@heard/core';
import type { CaseView, OutcomeQuestionView } from '@heard/insight';
import { api } from '../../api/client.js';
import { Card } from '../../words/Page.js';
import { Problem } from '../../words/Problem.js';
import { Moment } from '../../words/Times.js';
import { outcomeQuestionQuery } from './queries.js';
import style from '../case.module.css';
import card from './card.module.css';

export const channels: readonly AnswerChannel[] = ['public', 'private', 'phone', 'email', 'in_person'];

function useQuestionAct(caseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) =>
      api.post<OutcomeQuestionView>(`/cases/${encodeURIComponent(caseId)}/${path}`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
}

/** The text with its link to send by hand, and that it was sent. */
function ToAsk({ caseId, question }: { caseId: string; question: OutcomeQuestionView }) {
  const { t } = useTranslation();
  const [channel, setChannel] = useState<AnswerChannel>(question.channel ?? 'private');
  const act = useQuestionAct(caseId);
  if (question.text === undefined) return <p>{t('outcomePage.card.toAskByAssignee')}</p>;
  return (
    <>
      <p>{t('outcomePage.card.toAsk')}</p>
      <Textarea readOnly autosize minRows={3} label={t('outcomePage.card.text')} value={question.text} />
      <div className={card.buttons}>
        <CopyButton value={question.text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {t(copied ? 'app.copied' : 'app.copy')}
            </Button>
          )}
        </CopyButton>
        <NativeSelect
          label={t('outcomePage.card.channel')}
          value={channel}
          data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          onChange={(event) => {
            const next = channels.find((each) => each === event.currentTarget.value);
            if (next) setChannel(next);
          }}
        />
        <Button
          loading={act.isPending}
          onClick={() => act.mutate({ path: 'outcome-question', body: { channel } })}
        >
          {t('outcomePage.card.asked')}
        </Button>
      </div>
      <Problem error={act.error} acting />
    </>
  );
}

function Standing({ question }: { question: OutcomeQuestionView }) {
  const { t } = useTranslation();
  const { state, askAt, at, channel, until, because } = question;
  if (state === 'waiting' && askAt) {
    return (
      <p>
        {t('outcomePage.card.waiting')} <Moment at={askAt} />
      </p>
    );
  }
  if (state === 'not_asked' && because) return <p>{t(`outcomePage.card.because.${because}`)}</p>;
  if (state !== 'asked' || !at) return null;
  return (
    <>
      <p>
        {t('outcomePage.card.wasAsked')} <Moment at={at} />
        {channel && `, ${t(`channel.${channel}`)}`}
      </p>
      {until && !question.saidAt && (
        <p className={style.dim}>
          {t('outcomePage.card.until')} <Moment at={until} />
        </p>
      )}
    </>
  );
}

/** How it stands with asking the customer what the recovery did. */
export function QuestionCard({ view, mayAsk }: { view: CaseView; mayAsk: boolean }) {
  const { t } = useTranslation();
  const { data: question } = useQuery(outcomeQuestionQuery(view.id));
  const act = useQuestionAct(view.id);
  if (!question || (question.state === 'not_closed' && !question.saidAt && !mayAsk)) return null;
  const mayEnd =
    mayAsk && !question.noContactAt && (question.state === 'not_closed' || question.state === 'waiting');
  return (
    <Card label={t('outcomePage.card.title')}>
      <h2 className={style.heading}>{t('outcomePage.card.title')}</h2>
      {question.state === 'not_closed' && <p className={style.dim}>{t('outcomePage.card.notClosed')}</p>}
      <Standing question={question} />
      {question.state === 'to_ask' && <ToAsk caseId={view.id} question={question} />}
      {question.saidAt && (
        <p>
          {t('outcomePage.card.said')} <Moment at={question.saidAt} />
        </p>
      )}
      {question.byPublicLink && <p className={style.dim}>{t('outcomePage.card.byPublicLink')}</p>}
      {question.noContactAt && (
        <p>
          {t('outcomePage.card.noContact')} <Moment at={question.noContactAt} />
        </p>
      )}
      {mayEnd && (
        <Button
          variant="default"
          size="xs"
          loading={act.isPending}
          onClick={() => act.mutate({ path: 'no-contact', body: {} })}
        >
          {t('outcomePage.card.leaveAlone')}
        </Button>
      )}
      <Problem error={act.error} acting />
    </Card>
  );
}
