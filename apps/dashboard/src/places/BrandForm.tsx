import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.js';
import { Problem } from '../words/Problem.js';
import type { BrandView } from './queries.js';

/** A new brand, or another name for one. */
export function BrandForm({ brand, onDone }: { brand?: BrandView; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(brand?.name ?? '');
  const save = useMutation({
    mutationFn: () => {
      const body = { name: name.trim() };
      return brand
        ? api.patch<BrandView>(`/brands/${encodeURIComponent(brand.id)}`, body)
        : api.post<BrandView>('/brands', body);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['brands'] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack gap="md">
        <TextInput
          data-autofocus
          required
          maxLength={200}
          label={t('places.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Problem error={save.error} acting />
        <Button type="submit" loading={save.isPending}>
          {t(brand ? 'app.save' : 'places.addBrand')}
        </Button>
      </Stack>
    </form>
  );
}
