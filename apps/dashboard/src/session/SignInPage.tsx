import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@heard/insight';
import { api } from '../api/client.js';
import { sessionQuery } from '../api/queries.js';
import { switchLanguage } from '../i18n/index.js';
import { Mark } from '../icons.js';
import { Problem } from '../words/Problem.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import style from './session.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { next } = useSearch({ from: '/sign-in' });
  const form = useForm({ initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (values: { email: string; password: string }) => api.post<SessionView>('/session', values),
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      await switchLanguage(session.user.interfaceLanguage);
      await navigate({ to: next ?? '/', replace: true });
    },
  });
  useEffect(() => {
    document.title = `${t('signIn.title')} · Heard`;
  });
  return (
    <main className={style.page}>
      <div className={style.panel}>
        <div className={style.brand}>
          <Mark size={36} />
          <strong>Heard</strong>
          <LanguageSwitch />
        </div>
        <h1>{t('signIn.title')}</h1>
        <p>{t('signIn.lead')}</p>
        <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
          <Stack gap="md">
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              required
              withAsterisk={false}
              size="md"
              {...form.getInputProps('email')}
            />
            <PasswordInput
              label={t('signIn.password')}
              autoComplete="current-password"
              required
              withAsterisk={false}
              size="md"
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              {...form.getInputProps('password')}
            />
            <Problem error={signIn.error} acting />
            <Button type="submit" size="md" loading={signIn.isPending}>
              {t('signIn.submit')}
            </Button>
          </Stack>
        </form>
      </div>
    </main>
  );
}
