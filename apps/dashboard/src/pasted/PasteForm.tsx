import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { instantText } from '../case/act/fields.js';
import { Problem } from '../words/Problem.js';
import { useFormat } from '../words/use-format.js';

interface Pasted {
  readonly mentionId: string;
  readonly caseId?: string;
  readonly known: boolean;
}

const empty = { url: '', text: '', rating: '', authorName: '', posted: '', platform: '' };

/** What was typed, without what was left empty. */
function bodyOf({ rating, posted, ...typed }: typeof empty, timeZone: string): Record<string, unknown> {
  const said = Object.entries(typed).filter(([, value]) => value.trim() !== '');
  const postedAt = instantText(posted, timeZone);
  return {
    ...Object.fromEntries(said.map(([key, value]) => [key, key === 'text' ? value : value.trim()])),
    ...(rating !== '' && { rating: { value: Number(rating), scale: 5 } }),
    ...(postedAt !== undefined && { postedAt }),
  };
}

/** Takes a link with its text, and goes to the case that it became or joined. */
function usePaste(onDone: () => void) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Record<string, unknown>) => api.post<Pasted>('/mentions/pasted', body),
    onSuccess: async ({ caseId, known }) => {
      onDone();
      void client.invalidateQueries({ queryKey: ['cases'] });
      const what = known ? 'known' : caseId === undefined ? 'noCase' : 'taken';
      notifications.show({ message: t(`pasted.${what}`), color: 'pine' });
      if (caseId !== undefined) await navigate({ to: '/cases/$id', params: { id: caseId } });
    },
  });
}

/** Hands over what a person saw on a page that no source listens to. */
export function PasteForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const form = useForm({ initialValues: empty });
  const paste = usePaste(onDone);
  const stars = ['1', '2', '3', '4', '5'];
  return (
    <form noValidate onSubmit={form.onSubmit((values) => paste.mutate(bodyOf(values, timeZone)))}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          type="url"
          label={t('pasted.url')}
          placeholder="https://"
          {...form.getInputProps('url')}
        />
        <Textarea
          label={t('pasted.text')}
          description={t('pasted.textHint')}
          autosize
          minRows={4}
          {...form.getInputProps('text')}
        />
        <Group grow align="end">
          <TextInput label={t('pasted.platform')} maxLength={200} {...form.getInputProps('platform')} />
          <NativeSelect
            label={t('pasted.rating')}
            data={[{ value: '', label: t('pasted.noRating') }, ...stars]}
            {...form.getInputProps('rating')}
          />
        </Group>
        <TextInput label={t('pasted.author')} maxLength={300} {...form.getInputProps('authorName')} />
        <TextInput
          type="datetime-local"
          label={t('pasted.postedAt')}
          description={t('app.timeZone', { zone: timeZone })}
          {...form.getInputProps('posted')}
        />
        <Problem error={paste.error} acting />
        <Button type="submit" loading={paste.isPending}>
          {t('pasted.submit')}
        </Button>
      </Stack>
    </form>
  );
}
