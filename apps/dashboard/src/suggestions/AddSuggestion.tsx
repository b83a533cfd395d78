import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { SuggestionView } from '@heard/insight';
import { ActDialog } from '../case/act/ActDialog.js';
import { EntryForm } from '../registers/EntryForm.js';

const languages = ['uk', 'ru', 'en', 'other'] as const;

/** What is filled in is sent; what is not known is left out. */
function filled(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
}

function AddForm({ caseId, onDone }: { caseId?: string; onDone: (view: SuggestionView) => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { title: '', words: '', who: '', language: '' } });
  return (
    <EntryForm<SuggestionView>
      register="suggestions"
      submit={t('suggestions.keep')}
      onDone={onDone}
      act={() => ({
        path: '/suggestions',
        body: { ...filled(form.values), title: form.values.title, ...(caseId && { caseId }) },
      })}
    >
      <TextInput
        data-autofocus
        label={t('suggestions.titleField')}
        description={t('suggestions.titleHint')}
        maxLength={300}
        {...form.getInputProps('title')}
      />
      <Textarea
        label={`${t('suggestions.wordsField')} (${t('app.optional')})`}
        autosize
        minRows={2}
        {...form.getInputProps('words')}
      />
      {!caseId && (
        <>
          <TextInput
            label={`${t('suggestions.whoField')} (${t('app.optional')})`}
            maxLength={200}
            {...form.getInputProps('who')}
          />
          <NativeSelect
            label={t('suggestions.languageField')}
            data={[
              { value: '', label: t('act.choose') },
              ...languages.map((value) => ({ value, label: t(`language.${value}`) })),
            ]}
            {...form.getInputProps('language')}
          />
        </>
      )}
    </EntryForm>
  );
}

/** Keeps what a customer suggested by phone or in person. */
export function AddSuggestion({ caseId, onAdded }: { caseId?: string; onAdded?: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <ActDialog label={t('suggestions.add')}>
      {(close) => (
        <AddForm
          caseId={caseId}
          onDone={({ id }) => {
            close();
            onAdded?.(id);
          }}
        />
      )}
    </ActDialog>
  );
}
