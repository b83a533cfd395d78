import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ActForm } from './ActDialog.js';
import type { FormProps } from './forms.js';

const channels = ['phone', 'private', 'email', 'in_person', 'public'] as const;
const claims = ['delivered', 'received', 'paid', 'resolved', 'cancelled'] as const;

/** Where the customer wants to be answered. */
export function AskedChannelForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { channel: view.asked?.channel ?? 'phone', contact: view.asked?.contact ?? '' },
  });
  const act = () => {
    const { channel, contact } = form.values;
    return { path: 'channel', body: { channel, ...(contact.trim() === '' ? {} : { contact }) } };
  };
  return (
    <ActForm caseId={view.id} submit={t('recovery.submitNote')} onDone={onDone} act={act}>
      <NativeSelect
        data-autofocus
        label={t('recovery.askedFor')}
        data={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...form.getInputProps('channel')}
      />
      <TextInput
        label={`${t('recovery.contact')} (${t('app.optional')})`}
        {...form.getInputProps('contact')}
      />
    </ActForm>
  );
}

/** What a system of ours says about the matter. */
export function RecordForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { claim: 'delivered', where: '' } });
  return (
    <ActForm
      caseId={view.id}
      submit={t('recovery.submitNote')}
      onDone={onDone}
      act={() => ({ path: 'records', body: form.values })}
    >
      <NativeSelect
        data-autofocus
        label={t('recovery.claimLabel')}
        data={claims.map((value) => ({ value, label: t(`recovery.claim.${value}`) }))}
        {...form.getInputProps('claim')}
      />
      <TextInput
        label={t('recovery.where')}
        description={t('recovery.whereHint')}
        {...form.getInputProps('where')}
      />
    </ActForm>
  );
}

/** That we sent the customer to somebody else. */
export function SentOnForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { words: '' } });
  return (
    <ActForm
      caseId={view.id}
      submit={t('recovery.submitNote')}
      onDone={onDone}
      act={() => ({ path: 'sent-on', body: form.values })}
    >
      <Textarea
        data-autofocus
        label={t('recovery.sentOnWords')}
        description={t('recovery.sentOnHint')}
        autosize
        minRows={2}
        {...form.getInputProps('words')}
      />
    </ActForm>
  );
}
