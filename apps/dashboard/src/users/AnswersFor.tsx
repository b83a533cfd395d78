import { Checkbox, Group, MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FailureKind } from '@heard/core';
import { interfaceLanguages, languageNames } from '../i18n/index.js';
import { usePlaces } from '../places/use-places.js';

/** For what a person answers. */
export interface AnswersForValue {
  readonly languages: readonly string[];
  readonly brandIds: readonly string[];
  readonly locationIds: readonly string[];
  readonly skills: readonly string[];
}

/** Kinds of failure that somebody can be good at, the usual ones first. */
const offered = Object.keys({
  not_delivered: true,
  defective_product: true,
  refund_refused: true,
  charged_without_consent: true,
  rude_staff: true,
  no_answer: true,
  sent_in_circles: true,
  broken_promise: true,
  unsafe_product: true,
  data_leak: true,
  other: true,
} satisfies Record<FailureKind, true>);

/** Languages, brands, locations and skills: by these a new case finds its assignee. */
export function AnswersFor({
  value,
  onChange,
}: {
  value: AnswersForValue;
  onChange: (value: AnswersForValue) => void;
}) {
  const { t } = useTranslation();
  const places = usePlaces();
  const chosen = (change: Partial<AnswersForValue>) => onChange({ ...value, ...change });
  return (
    <>
      <Checkbox.Group
        label={t('users.languages')}
        value={[...value.languages]}
        onChange={(languages) => chosen({ languages })}
      >
        <Group gap="lg" mt={6}>
          {interfaceLanguages.map((each) => (
            <Checkbox key={each} value={each} label={languageNames[each]} />
          ))}
        </Group>
      </Checkbox.Group>
      {places.brands.length > 0 && (
        <Choices
          label={t('users.brands')}
          empty={t('users.allBrands')}
          data={places.brandChoices(value.brandIds)}
          value={value.brandIds}
          onChange={(brandIds) => chosen({ brandIds })}
        />
      )}
      {places.locations.length > 0 && (
        <Choices
          label={t('users.locations')}
          empty={t('users.allLocations')}
          data={places.locationChoices(value.locationIds)}
          value={value.locationIds}
          onChange={(locationIds) => chosen({ locationIds })}
        />
      )}
      <Choices
        label={t('users.skills')}
        hint={t('users.skillsHint')}
        empty={t('users.noSkills')}
        data={offered.map((kind) => ({ value: kind, label: t(`failure.${kind}`) }))}
        value={value.skills}
        onChange={(skills) => chosen({ skills })}
      />
    </>
  );
}

function Choices({
  label,
  hint,
  empty,
  data,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  empty: string;
  data: { value: string; label: string }[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}) {
  return (
    <MultiSelect
      label={label}
      description={hint}
      placeholder={value.length === 0 ? empty : undefined}
      data={data}
      value={[...value]}
      onChange={onChange}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: true }}
    />
  );
}
