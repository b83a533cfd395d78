import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureKinds } from '@heard/core';
import { platformName } from '../words/platforms.js';
import { type ReportFilter, reportFiltersQuery } from './queries.js';
import style from './reports.module.css';

const categories = [
  'delivery',
  'billing',
  'product',
  'staff',
  'support',
  'app',
  'price',
  'refund',
  'availability',
  'safety',
  'privacy',
  'place',
  'other',
] as const;

interface Choice {
  readonly key: 'brand' | 'location' | 'platform' | 'category' | 'failure' | 'assignee';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The period, and what a report is narrowed to; it stands in the address, so that it can be sent to somebody. */
export function ReportFilters({
  filter,
  onChange,
}: {
  filter: ReportFilter;
  onChange: (filter: ReportFilter) => void;
}) {
  const { t } = useTranslation();
  const { data } = useQuery(reportFiltersQuery);
  const named = (all: readonly { id: string; name: string }[] = []) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const choices: readonly Choice[] = [
    { key: 'brand', label: t('reports.brand'), options: named(data?.brands) },
    { key: 'location', label: t('reports.location'), options: named(data?.locations) },
    {
      key: 'platform',
      label: t('reports.platform'),
      options: (data?.platforms ?? []).map((value) => ({ value, label: platformName(value) })),
    },
    {
      key: 'category',
      label: t('reports.category'),
      options: categories.map((value) => ({ value, label: t(`category.${value}`) })),
    },
    {
      key: 'failure',
      label: t('reports.failure'),
      options: failureKinds.map((value) => ({ value, label: t(`failure.${value}`) })),
    },
    { key: 'assignee', label: t('reports.assignee'), options: named(data?.managers) },
  ];
  const set = (key: keyof ReportFilter, value: string): void => {
    const { [key]: _before, ...rest } = filter;
    onChange(value === '' ? rest : { ...rest, [key]: value });
  };
  return (
    <div className={style.filters} role="group" aria-label={t('reports.filters')}>
      {(['from', 'to'] as const).map((key) => (
        <TextInput
          key={key}
          type="date"
          label={t(`reports.${key}`)}
          value={filter[key] ?? ''}
          onChange={({ currentTarget }) => set(key, currentTarget.value)}
        />
      ))}
      {choices
        .filter(({ key, options }) => options.length > 0 || filter[key] !== undefined)
        .map(({ key, label, options }) => (
          <NativeSelect
            key={key}
            label={label}
            value={filter[key] ?? ''}
            onChange={({ currentTarget }) => set(key, currentTarget.value)}
            data={[{ value: '', label: t('reports.any') }, ...options]}
          />
        ))}
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={() => onChange({})}>
          {t('reports.clear')}
        </Button>
      )}
    </div>
  );
}
