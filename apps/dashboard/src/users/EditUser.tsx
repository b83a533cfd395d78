import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '@heard/insight';
import { api } from '../api/client.js';
import { Problem } from '../words/Problem.js';
import { AnswersFor, type AnswersForValue } from './AnswersFor.js';

/** Another name, and for what the person answers. */
export function EditUser({ user, onDone }: { user: UserView; onDone: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [name, setName] = useState(user.name);
  const { languages, brandIds, locationIds, skills } = user;
  const [answersFor, setAnswersFor] = useState<AnswersForValue>({
    languages,
    brandIds,
    locationIds,
    skills,
  });
  const save = useMutation({
    mutationFn: () =>
      api.patch<UserView>(`/users/${encodeURIComponent(user.id)}`, { name: name.trim(), ...answersFor }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['users'] });
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
          label={t('users.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <AnswersFor value={answersFor} onChange={setAnswersFor} />
        <Problem error={save.error} acting />
        <Button type="submit" loading={save.isPending}>
          {t('app.save')}
        </Button>
      </Stack>
    </form>
  );
}
