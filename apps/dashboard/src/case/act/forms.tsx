import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { dutyQuery } from '../../api/queries.js';
import { ActForm } from './ActDialog.js';

export interface FormProps {
  readonly view: CaseView;
  readonly onDone: () => void;
}

export function HandOverForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const duty = useQuery(dutyQuery);
  const form = useForm({ initialValues: { to: '', reason: '' } });
  const others = (duty.data?.items ?? [])
    .filter((each) => each.staffId !== view.assignee.id && each.role !== 'viewer')
    .toSorted((a, b) => Number(b.onDutyNow) - Number(a.onDutyNow));
  const people = others.map((each) => ({
    value: each.staffId,
    label: `${each.name} · ${t(each.onDutyNow ? 'act.onDuty' : 'act.offDuty')}`,
  }));
  return (
    <ActForm
      caseId={view.id}
      submit={t('act.submitHandOver')}
      onDone={onDone}
      act={() => ({ path: 'hand-over', body: form.values })}
    >
      <NativeSelect
        data-autofocus
        label={t('act.handOverTo')}
        data={[{ value: '', label: t('act.choose') }, ...people]}
        {...form.getInputProps('to')}
      />
      <Textarea label={t('act.reason')} autosize minRows={2} {...form.getInputProps('reason')} />
    </ActForm>
  );
}

export function RefuseForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: '', evidence: '', appeal: '' } });
  return (
    <ActForm
      caseId={view.id}
      submit={t('act.submitRefuse')}
      onDone={onDone}
      act={() => ({ path: 'refusal', body: form.values })}
    >
      <Textarea
        data-autofocus
        label={t('act.refuseReason')}
        autosize
        minRows={3}
        {...form.getInputProps('reason')}
      />
      <Textarea
        label={t('act.evidence')}
        description={t('act.evidenceHint')}
        autosize
        minRows={2}
        {...form.getInputProps('evidence')}
      />
      <TextInput label={t('act.appeal')} {...form.getInputProps('appeal')} />
    </ActForm>
  );
}

const rights = ['fixed', 'refused', 'customer_word'] as const;
const rightHints = {
  fixed: 'act.becauseHintFixed',
  refused: 'act.becauseHintRefused',
  customer_word: 'act.becauseHintWord',
} as const;

export function CloseForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const form = useForm<{ because: (typeof rights)[number]; words: string }>({
    initialValues: { because: view.refusal ? 'refused' : 'fixed', words: '' },
  });
  const { because, words } = form.values;
  const act = () => ({ path: 'close', body: words.trim() === '' ? { because } : { because, words } });
  return (
    <ActForm caseId={view.id} submit={t('act.submitClose')} onDone={onDone} act={act}>
      <NativeSelect
        data-autofocus
        label={t('act.because')}
        description={t(rightHints[because])}
        data={rights.map((value) => ({ value, label: t(`closedBecause.${value}`) }))}
        {...form.getInputProps('because')}
      />
      <Textarea
        label={because === 'customer_word' ? t('act.words') : `${t('act.words')} (${t('app.optional')})`}
        autosize
        minRows={2}
        {...form.getInputProps('words')}
      />
    </ActForm>
  );
}
