import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { FixKind } from '@heard/core';
import { useSession } from '../../session/session.js';
import { useFormat } from '../../words/use-format.js';
import { ActForm } from './ActDialog.js';
import { AmountField, CurrencyField, instantText, minorOf, useUsualCurrency, WhenField } from './fields.js';
import type { FormProps } from './forms.js';

const kinds: readonly FixKind[] = [
  'apology',
  'explanation',
  'correction',
  'redelivery',
  'refund',
  'compensation',
  'personal_action',
  'prevention',
];

/** An offer of any kind. A personal action also says who, where and when; what is missing the API refuses by name. */
export function OfferFixForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  const { user } = useSession();
  const usual = useUsualCurrency();
  const form = useForm({
    initialValues: {
      kind: 'personal_action',
      what: '',
      who: user.name,
      where: '',
      when: '',
      amount: '',
      currency: usual,
    },
  });
  const { kind, what, who, where, when, amount, currency } = form.values;
  const isPersonal = kind === 'personal_action';
  const act = () => {
    const amountMinor = minorOf(amount, currency);
    const at = instantText(when, timeZone);
    const action = isPersonal && at ? { action: { who, where, when: at } } : {};
    const cost = amountMinor === undefined ? {} : { cost: { amountMinor, currency } };
    return { path: 'fixes', body: { kind, what, ...cost, ...action } };
  };
  return (
    <ActForm caseId={view.id} submit={t('act.submitOffer')} onDone={onDone} act={act}>
      <NativeSelect
        data-autofocus
        label={t('act.fixKind')}
        data={kinds.map((value) => ({ value, label: t(`fixKind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <Textarea label={t('act.fixWhat')} autosize minRows={2} {...form.getInputProps('what')} />
      {isPersonal && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={t('act.who')} {...form.getInputProps('who')} />
            <TextInput label={t('act.where')} {...form.getInputProps('where')} />
          </SimpleGrid>
          <WhenField
            label={t('act.when')}
            value={form.values.when}
            onChange={(next) => form.setFieldValue('when', next)}
          />
        </>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <AmountField
          label={t('act.cost')}
          value={form.values.amount}
          onChange={(next) => form.setFieldValue('amount', next)}
        />
        <CurrencyField
          value={form.values.currency}
          onChange={(next) => form.setFieldValue('currency', next)}
        />
      </SimpleGrid>
    </ActForm>
  );
}
