import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { Problem } from '../words/Problem.js';
import { locationKinds, type LocationView } from './queries.js';
import { usePlaces } from './use-places.js';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A new location, or another name and other names for one; its brand stays. */
export function LocationForm({ location, onDone }: { location?: LocationView; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const brands = usePlaces().brandChoices();
  const form = useForm({
    initialValues: {
      name: location?.name ?? '',
      kind: location?.kind ?? 'branch',
      brandId: '',
      aliases: (location?.aliases ?? []).join('\n'),
    },
  });
  const save = useMutation({
    mutationFn: ({ name, kind, brandId, aliases }: typeof form.values) => {
      const body = { name: name.trim(), kind, aliases: linesOf(aliases) };
      return location
        ? api.patch<LocationView>(`/locations/${encodeURIComponent(location.id)}`, body)
        : api.post<LocationView>('/locations', { ...body, ...(brandId && { brandId }) });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['locations'] });
      onDone();
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t('places.name')}
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('places.kind')}
          data={locationKinds.map((value) => ({ value, label: t(`places.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        {!location && brands.length > 0 && (
          <NativeSelect
            label={t('places.brand')}
            description={t('places.brandStays')}
            data={[{ value: '', label: t('places.none') }, ...brands]}
            {...form.getInputProps('brandId')}
          />
        )}
        <Textarea
          autosize
          minRows={3}
          label={`${t('places.aliases')} (${t('app.optional')})`}
          description={t('places.aliasesHint')}
          {...form.getInputProps('aliases')}
        />
        <Problem error={save.error} acting />
        <Button type="submit" loading={save.isPending}>
          {t(location ? 'app.save' : 'places.addLocation')}
        </Button>
      </Stack>
    </form>
  );
}
