import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CheckAnswer } from '@heard/core';
import type { MentionView } from '@heard/insight';
import { api } from '../api/client.js';
import { CustomerText } from '../words/CustomerText.js';
import { sourceName } from '../words/platforms.js';
import { DemoPill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import style from './checks.module.css';

const answers = ['urgent_complaint', 'complaint', 'question', 'praise', 'other'] as const;

/** What somebody wrote, without a word of what the model made of it, so that it sways nobody. */
export function Asked({ mention }: { mention: MentionView }) {
  const { t } = useTranslation();
  return (
    <>
      <header className={style.byline}>
        <strong>
          <bdi>{mention.author?.name ?? t('app.unknownCustomer')}</bdi>
        </strong>
        <span>
          {sourceName(mention.source)} · {t(`mentionKind.${mention.kind}`)} · <Moment at={mention.postedAt} />
          {mention.rating &&
            ` · ${t('case.rating', { value: mention.rating.value, scale: mention.rating.scale })}`}
        </span>
        {mention.demo && <DemoPill />}
      </header>
      {mention.title && (
        <h3 className={style.title}>
          <bdi>{mention.title}</bdi>
        </h3>
      )}
      <CustomerText text={mention.text} />
    </>
  );
}

/** A text with the question what it is; one click answers it. */
export function CheckCard({ mention, mayAnswer }: { mention: MentionView; mayAnswer: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const answer = useMutation({
    mutationFn: (is: CheckAnswer) =>
      api.post<void>(`/mentions/${encodeURIComponent(mention.id)}/check`, { is, revision: mention.revision }),
    onSettled: () =>
      Promise.all(
        ['checks', 'cases', 'accuracy'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
  const button = (is: CheckAnswer) => (
    <Button
      key={is}
      variant={is === 'cannot_tell' ? 'subtle' : 'default'}
      color={is === 'cannot_tell' ? 'gray' : undefined}
      size="sm"
      title={t(`checks.means.${is}`)}
      loading={answer.isPending && answer.variables === is}
      disabled={answer.isPending || answer.isSuccess}
      onClick={() => answer.mutate(is)}
    >
      {t(`checks.is.${is}`)}
    </Button>
  );
  return (
    <li className={style.card}>
      <article aria-label={t('checks.textOf', { name: mention.author?.name ?? t('app.unknownCustomer') })}>
        <Asked mention={mention} />
        {mayAnswer && (
          <div className={style.answers} role="group" aria-label={t('checks.question')}>
            {answers.map(button)}
            {button('cannot_tell')}
          </div>
        )}
        <Problem error={answer.error} acting />
      </article>
    </li>
  );
}
