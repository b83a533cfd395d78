import { NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../words/use-format.js';
import { ActForm } from './ActDialog.js';
import { instantText, WhenField } from './fields.js';
import type { FormProps } from './forms.js';

/** A promise with its date; said again, it points to the first one, whose date stands. */
export function PromiseForm({ view, onDone }: FormProps) {
  const { t } = useTranslation();
  const { timeZone, moment } = useFormat();
  const form = useForm({ initialValues: { what: '', due: '', repeats: '' } });
  const before = view.promises.filter((each) => each.state !== 'kept' && each.repeats === undefined);
  const act = () => {
    const { what, repeats } = form.values;
    const due = instantText(form.values.due, timeZone);
    return {
      path: 'promises',
      body: { what, ...(due ? { due } : {}), ...(repeats === '' ? {} : { repeats }) },
    };
  };
  return (
    <ActForm caseId={view.id} submit={t('act.submitPromise')} onDone={onDone} act={act}>
      <Textarea
        data-autofocus
        label={t('act.promiseWhat')}
        autosize
        minRows={2}
        {...form.getInputProps('what')}
      />
      <WhenField
        label={t('act.promiseDue')}
        value={form.values.due}
        onChange={(next) => form.setFieldValue('due', next)}
      />
      {before.length > 0 && (
        <NativeSelect
          label={t('recovery.again')}
          description={t('recovery.againHint')}
          data={[
            { value: '', label: t('recovery.againNone') },
            ...before.map((each) => ({
              value: each.id,
              label: `${each.what.slice(0, 60)} · ${moment(each.due)}`,
            })),
          ]}
          {...form.getInputProps('repeats')}
        />
      )}
    </ActForm>
  );
}
