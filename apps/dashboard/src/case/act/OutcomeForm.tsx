import { NativeSelect, SimpleGrid, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { LaterBehaviour, Verdict } from '@heard/core';
import { ActForm } from './ActDialog.js';
import { AmountField, CurrencyField, minorOf, useUsualCurrency } from './fields.js';
import type { FormProps } from './forms.js';

const verdicts: readonly Verdict[] = ['recovered', 'partly', 'not_recovered', 'unknown'];
const behaviours: readonly LaterBehaviour[] = [
  'rating_up',
  'praise',
  'came_back',
  'new_complaint',
  'left',
  'silent',
];

/** What the recovery did: the customer's verdict, what they did afterwards, and the money. */
export function OutcomeForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const usual = useUsualCurrency();
  const form = useForm({
    initialValues: {
      verdict: 'recovered',
      words: '',
      behaviour: '',
      saved: '',
      lost: '',
      currency: usual,
    },
  });
  const act = () => {
    const { verdict, words, behaviour, saved, lost, currency } = form.values;
    const savedMinor = minorOf(saved, currency);
    const lostMinor = minorOf(lost, currency);
    const hasMoney = savedMinor !== undefined || lostMinor !== undefined;
    return {
      path: 'outcome',
      body: {
        verdict,
        ...(words.trim() ? { words } : {}),
        ...(behaviour ? { behaviour } : {}),
        ...(savedMinor === undefined ? {} : { savedMinor }),
        ...(lostMinor === undefined ? {} : { lostMinor }),
        ...(hasMoney ? { currency } : {}),
      },
    };
  };
  return (
    <ActForm caseId={view.id} submit={t('act.submitOutcome')} onDone={onDone} act={act}>
      <NativeSelect
        data-autofocus
        label={t('act.verdict')}
        data={verdicts.map((value) => ({ value, label: t(`verdict.${value}`) }))}
        {...form.getInputProps('verdict')}
      />
      <Textarea
        label={`${t('act.words')} (${t('app.optional')})`}
        autosize
        minRows={2}
        {...form.getInputProps('words')}
      />
      <NativeSelect
        label={t('act.behaviour')}
        data={[
          { value: '', label: t('act.notKnown') },
          ...behaviours.map((value) => ({ value, label: t(`behaviour.${value}`) })),
        ]}
        {...form.getInputProps('behaviour')}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <AmountField
          label={t('act.saved')}
          value={form.values.saved}
          onChange={(next) => form.setFieldValue('saved', next)}
        />
        <AmountField
          label={t('act.lost')}
          value={form.values.lost}
          onChange={(next) => form.setFieldValue('lost', next)}
        />
        <CurrencyField
          value={form.values.currency}
          onChange={(next) => form.setFieldValue('currency', next)}
        />
      </SimpleGrid>
    </ActForm>
  );
}
