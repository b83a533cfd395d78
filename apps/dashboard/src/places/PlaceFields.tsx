import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { usePlaces } from './use-places.js';

/** What something is about; '' is nothing in particular. */
export interface AboutValue {
  readonly brandId: string;
  readonly locationId: string;
}

/** A brand and one of its locations, each of which may be left open. */
export function PlaceFields({
  demo,
  value,
  onChange,
}: {
  demo: boolean;
  value: AboutValue;
  onChange: (value: AboutValue) => void;
}) {
  const { t } = useTranslation();
  const places = usePlaces(demo);
  const none = { value: '', label: t('places.none') };
  if (places.brands.length === 0 && places.locations.length === 0) return null;
  return (
    <>
      <NativeSelect
        label={t('places.brand')}
        description={t('places.brandOfSource')}
        data={[none, ...places.brandChoices([value.brandId])]}
        value={value.brandId}
        onChange={(event) => onChange({ brandId: event.currentTarget.value, locationId: '' })}
      />
      <NativeSelect
        label={t('places.location')}
        description={t('places.locationOfSource')}
        data={[none, ...places.locationChoices([value.locationId], value.brandId)]}
        value={value.locationId}
        onChange={(event) => onChange({ ...value, locationId: event.currentTarget.value })}
      />
    </>
  );
}
