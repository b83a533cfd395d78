import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SessionView } from '@heard/insight';
import { api } from '../api/client.js';
import { LanguageSwitch } from '../session/LanguageSwitch.js';
import { useMay, useRememberLanguage } from '../session/session.js';
import { Card, PageHead } from '../words/Page.js';
import { Problem } from '../words/Problem.js';
import { Escalation } from './Escalation.js';
import { Keys } from './Keys.js';
import { PlacesLink } from './PlacesLink.js';
import { PolicyLink } from './PolicyLink.js';
import { Receivers } from './Receivers.js';
import { Unsure } from './Unsure.js';
import style from './settings.module.css';

const shortestPassword = 12;

function Language() {
  const { t } = useTranslation();
  const save = useRememberLanguage();
  return (
    <Card label={t('settings.language')}>
      <h2 className={style.heading}>{t('settings.language')}</h2>
      <LanguageSwitch onSwitch={save.mutate} />
      <Problem error={save.error} acting />
    </Card>
  );
}

function Password() {
  const { t } = useTranslation();
  const toggle = { visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') } };
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: {
      newPassword: (value) => (value.length < shortestPassword ? t('settings.passwordShort') : null),
    },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => api.patch<SessionView>('/session', values),
    onSuccess: () => {
      form.reset();
      notifications.show({ message: t('app.saved'), color: 'pine' });
    },
  });
  return (
    <Card label={t('settings.password')}>
      <h2 className={style.heading}>{t('settings.password')}</h2>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md">
          <PasswordInput
            required
            label={t('settings.currentPassword')}
            autoComplete="current-password"
            {...toggle}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            required
            label={t('settings.newPassword')}
            description={t('settings.passwordHint')}
            autoComplete="new-password"
            {...toggle}
            {...form.getInputProps('newPassword')}
          />
          <Problem error={save.error} acting />
          <Button type="submit" loading={save.isPending}>
            {t('settings.changePassword')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

/** One's own language and password; for those who may, also who is woken and which programs may come in. */
export function SettingsPage() {
  const { t } = useTranslation();
  const isLead = useMay('lead');
  const isAdministrator = useMay('administrator');
  return (
    <>
      <PageHead title={t('settings.title')} />
      <div className={style.grid}>
        <Language />
        <Password />
        <PlacesLink />
        <PolicyLink />
        <Unsure />
        {isLead && <Escalation />}
        {isAdministrator && <Receivers />}
        {isAdministrator && <Keys />}
      </div>
    </>
  );
}
