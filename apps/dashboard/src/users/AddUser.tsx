import { Button, NativeSelect, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UserView } from '@heard/insight';
import { api } from '../api/client.js';
import { currentLanguage, interfaceLanguages, languageNames } from '../i18n/index.js';
import { Problem } from '../words/Problem.js';
import { AnswersFor, type AnswersForValue } from './AnswersFor.js';

const roles = ['manager', 'lead', 'director', 'administrator', 'viewer'] as const;

/** A new person; without a password one is made up and handed to `onDone`, once. */
export function AddUser({ onDone }: { onDone: (name: string, oneTimePassword?: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const form = useForm({
    initialValues: {
      name: '',
      email: '',
      role: 'manager',
      answersFor: {
        languages: ['ru', 'uk', 'en'],
        brandIds: [],
        locationIds: [],
        skills: [],
      } as AnswersForValue,
      interfaceLanguage: currentLanguage() as string,
      password: '',
    },
  });
  const add = useMutation({
    mutationFn: ({ password, answersFor, ...values }: typeof form.values) =>
      api.post<{ user: UserView; oneTimePassword?: string }>('/users', {
        ...values,
        ...answersFor,
        ...(password ? { password } : {}),
      }),
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['users'] });
      onDone(answer.user.name, answer.oneTimePassword);
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack gap="md">
        <TextInput data-autofocus required label={t('users.name')} {...form.getInputProps('name')} />
        <TextInput required type="email" label={t('users.email')} {...form.getInputProps('email')} />
        <NativeSelect
          label={t('users.role')}
          data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
          {...form.getInputProps('role')}
        />
        <AnswersFor
          value={form.values.answersFor}
          onChange={(answersFor) => form.setFieldValue('answersFor', answersFor)}
        />
        <NativeSelect
          label={t('users.interfaceLanguage')}
          data={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
          {...form.getInputProps('interfaceLanguage')}
        />
        <PasswordInput
          label={`${t('users.password')} (${t('app.optional')})`}
          description={t('users.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Problem error={add.error} acting />
        <Button type="submit" loading={add.isPending}>
          {t('users.submit')}
        </Button>
      </Stack>
    </form>
  );
}
