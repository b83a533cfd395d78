import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Urgency } from '@heard/core';
import type { CaseFilter } from '../api/queries.js';
import { usePlaces } from '../places/use-places.js';
import style from './cases.module.css';

const offered: readonly Urgency[] = ['critical', 'high', 'normal', 'low'];
const statuses = [
  ['open', 'cases.statusOpen'],
  ['closed', 'cases.statusClosed'],
  ['all', 'cases.statusAll'],
] as const;

/** A filter one can see is on, press again to lift, and send to somebody as a link. */
function Toggle({ on, onToggle, children }: { on: boolean; onToggle: () => void; children: string }) {
  return (
    <button type="button" className={style.toggle} aria-pressed={on} onClick={onToggle}>
      {children}
    </button>
  );
}

export function Filters({ filter }: { filter: CaseFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const show = (next: Partial<CaseFilter>) => {
    const { status, mine, urgency, brand, location } = { ...filter, ...next };
    const search = {
      ...(status === 'open' ? {} : { status }),
      ...(mine ? { mine } : {}),
      ...(urgency.length > 0 ? { urgency: urgency.join(',') } : {}),
      ...(brand ? { brand } : {}),
      ...(location ? { location } : {}),
    };
    void navigate({ to: '/', search, replace: true });
  };
  const flip = (urgency: Urgency) =>
    show({
      urgency: filter.urgency.includes(urgency)
        ? filter.urgency.filter((each) => each !== urgency)
        : [...filter.urgency, urgency],
    });
  return (
    <div className={style.filters} role="group" aria-label={t('cases.filters')}>
      <div className={style.group} role="group" aria-label={t('cases.status')}>
        {statuses.map(([status, key]) => (
          <Toggle key={status} on={filter.status === status} onToggle={() => show({ status })}>
            {t(key)}
          </Toggle>
        ))}
      </div>
      <div className={style.group}>
        <Toggle on={filter.mine} onToggle={() => show({ mine: !filter.mine })}>
          {t('cases.mine')}
        </Toggle>
      </div>
      <div className={style.group} role="group" aria-label={t('cases.urgency')}>
        {offered.map((urgency) => (
          <Toggle key={urgency} on={filter.urgency.includes(urgency)} onToggle={() => flip(urgency)}>
            {t(`urgency.${urgency}`)}
          </Toggle>
        ))}
      </div>
      <PlaceFilters filter={filter} show={show} />
    </div>
  );
}

/** By brand and location, where there are any to choose from. */
function PlaceFilters({ filter, show }: { filter: CaseFilter; show: (next: Partial<CaseFilter>) => void }) {
  const { t } = useTranslation();
  const places = usePlaces();
  const { brand = '', location = '' } = filter;
  const brands = places.brandChoices([brand]);
  const locations = places.locationChoices([location], brand);
  return (
    <>
      {(brands.length > 1 || brand !== '') && (
        <NativeSelect
          size="sm"
          maw={200}
          aria-label={t('places.brand')}
          data={[{ value: '', label: t('places.anyBrand') }, ...brands]}
          value={brand}
          onChange={(event) => show({ brand: event.currentTarget.value, location: undefined })}
        />
      )}
      {(locations.length > 0 || location !== '') && (
        <NativeSelect
          size="sm"
          maw={200}
          aria-label={t('places.location')}
          data={[{ value: '', label: t('places.anyLocation') }, ...locations]}
          value={location}
          onChange={(event) => show({ location: event.currentTarget.value })}
        />
      )}
    </>
  );
}
