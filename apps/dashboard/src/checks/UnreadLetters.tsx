import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { UnreadLetterView } from '@heard/insight';
import { api } from '../api/client.js';
import { itemsOf } from '../api/queries.js';
import { ActDialog } from '../case/act/ActDialog.js';
import { useMay } from '../session/session.js';
import { CustomerText } from '../words/CustomerText.js';
import { More } from '../words/More.js';
import { sourceName } from '../words/platforms.js';
import { Problem } from '../words/Problem.js';
import { Moment } from '../words/Times.js';
import { unreadLettersQuery } from './queries.js';
import style from './checks.module.css';

const stars = ['1', '2', '3', '4', '5'];

/** Settles a letter in one of two ways, and takes it off the list. */
function useSettle(id: string, act: 'mention' | 'set-aside') {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body?: Record<string, unknown>) =>
      api.post<{ caseId?: string } | undefined>(`/unread-letters/${encodeURIComponent(id)}/${act}`, body),
    onSuccess: async (made) => {
      if (act === 'mention') {
        const what = made?.caseId === undefined ? 'noCase' : 'taken';
        notifications.show({ message: t(`pasted.${what}`), color: 'pine' });
      }
      if (made?.caseId !== undefined) await navigate({ to: '/cases/$id', params: { id: made.caseId } });
    },
    onSettled: () =>
      Promise.all(['unread-letters', 'cases'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}

/** What the customer wrote, taken out of the letter by a person. */
function ReadForm({ letter }: { letter: UnreadLetterView }) {
  const { t } = useTranslation();
  const read = useSettle(letter.id, 'mention');
  const form = useForm({ initialValues: { text: letter.text, rating: '', authorName: '' } });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ text, rating, authorName }) =>
        read.mutate({
          text,
          ...(rating !== '' && { rating: { value: Number(rating), scale: 5 } }),
          ...(authorName.trim() !== '' && { authorName: authorName.trim() }),
        }),
      )}
    >
      <Stack gap="md">
        <Textarea
          data-autofocus
          label={t('pasted.text')}
          description={t('pasted.textHint')}
          autosize
          minRows={4}
          {...form.getInputProps('text')}
        />
        <Group grow align="end">
          <TextInput label={t('pasted.author')} maxLength={300} {...form.getInputProps('authorName')} />
          <NativeSelect
            label={t('pasted.rating')}
            data={[{ value: '', label: t('pasted.noRating') }, ...stars]}
            {...form.getInputProps('rating')}
          />
        </Group>
        <Problem error={read.error} acting />
        <Button type="submit" loading={read.isPending}>
          {t('pasted.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function LetterCard({ letter, mayAct }: { letter: UnreadLetterView; mayAct: boolean }) {
  const { t } = useTranslation();
  const aside = useSettle(letter.id, 'set-aside');
  return (
    <li className={style.card}>
      <article aria-label={t('pasted.letterOf', { subject: letter.subject })}>
        <header className={style.byline}>
          <strong>
            <bdi>{letter.from ?? t('pasted.noSender')}</bdi>
          </strong>
          <span>
            {sourceName(letter.source)} · <Moment at={letter.receivedAt} />
          </span>
        </header>
        <h3 className={style.title}>
          <bdi>{letter.subject}</bdi>
        </h3>
        <p className={style.byline}>
          <span>{t(`pasted.because.${letter.because}`)}</span>
        </p>
        <CustomerText text={letter.text} />
        {mayAct && (
          <div className={style.answers}>
            <ActDialog label={t('pasted.isReview')} title={letter.subject} size="sm">
              {() => <ReadForm letter={letter} />}
            </ActDialog>
            <Button
              variant="subtle"
              color="gray"
              size="sm"
              loading={aside.isPending}
              onClick={() => aside.mutate({})}
            >
              {t('pasted.setAside')}
            </Button>
          </div>
        )}
        <Problem error={aside.error} acting />
      </article>
    </li>
  );
}

/** Letters of connected mailboxes that no template reads; nothing is shown while there are none. */
export function UnreadLetters() {
  const { t } = useTranslation();
  const mayAct = useMay('manager');
  const query = useInfiniteQuery(unreadLettersQuery);
  const letters = itemsOf(query.data);
  if (letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{t('pasted.letters')}</h2>
      <ul className={style.cards}>
        {letters.map((letter) => (
          <LetterCard key={letter.id} letter={letter} mayAct={mayAct} />
        ))}
      </ul>
      <More query={query} />
    </section>
  );
}
