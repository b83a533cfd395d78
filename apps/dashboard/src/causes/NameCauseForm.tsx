import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type FailureKind, failureKinds } from '@heard/core';
import type { CauseView } from '@heard/insight';
import { brandsQuery, locationsQuery } from '../places/queries.js';
import { EntryForm, PersonField } from '../registers/EntryForm.js';
import { useSession } from '../session/session.js';

/** What a cause is named with. */
interface Named {
  readonly title: string;
  readonly failures: FailureKind[];
  readonly answerable: string;
  readonly brandId: string;
  readonly locationId: string;
}

function bodyOf({ brandId, locationId, ...named }: Named, caseId: string | undefined) {
  return {
    ...named,
    ...(brandId !== '' && { brandId }),
    ...(locationId !== '' && { locationId }),
    ...(caseId !== undefined && { caseId }),
  };
}

/** Enters a root cause: what it is, what it leads to, where, and the one person answerable. */
export function NameCauseForm({
  caseId,
  failure,
  onDone,
}: {
  caseId?: string;
  failure?: FailureKind;
  onDone: (view: CauseView) => void;
}) {
  const { t } = useTranslation();
  const me = useSession().user.id;
  const brands = useQuery(brandsQuery);
  const locations = useQuery(locationsQuery);
  const initialValues: Named = {
    title: '',
    failures: failure ? [failure] : [],
    answerable: me,
    brandId: '',
    locationId: '',
  };
  const form = useForm({ initialValues });
  const anywhere = { value: '', label: t('causes.anywhere') };
  const named = (all: readonly { readonly id: string; readonly name: string }[] = []) => [
    anywhere,
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <EntryForm<CauseView>
      register="causes"
      submit={t('causes.name')}
      onDone={onDone}
      act={() => ({ path: '/causes', body: bodyOf(form.values, caseId) })}
    >
      <TextInput
        data-autofocus
        label={t('causes.titleField')}
        description={t('causes.titleHint')}
        maxLength={300}
        {...form.getInputProps('title')}
      />
      <Checkbox.Group label={t('causes.failures')} {...form.getInputProps('failures')}>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={8} mt={6}>
          {failureKinds.map((kind) => (
            <Checkbox key={kind} value={kind} label={t(`failure.${kind}`)} />
          ))}
        </SimpleGrid>
      </Checkbox.Group>
      <PersonField
        label={t('causes.answerable')}
        value={form.values.answerable}
        onChange={(id) => form.setFieldValue('answerable', id)}
      />
      {(brands.data?.items.length ?? 0) > 0 && (
        <NativeSelect
          label={t('causes.brand')}
          data={named(brands.data?.items)}
          {...form.getInputProps('brandId')}
        />
      )}
      {(locations.data?.items.length ?? 0) > 0 && (
        <NativeSelect
          label={t('causes.location')}
          data={named(locations.data?.items)}
          {...form.getInputProps('locationId')}
        />
      )}
    </EntryForm>
  );
}
