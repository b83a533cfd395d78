import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons.js';
import { useMay } from '../session/session.js';
import { Loaded, PageHead } from '../words/Page.js';
import { BrandForm } from './BrandForm.js';
import { LocationForm } from './LocationForm.js';
import { PlaceLine } from './PlaceLine.js';
import { brandsQuery, locationsQuery, type LocationView } from './queries.js';
import { usePlaces } from './use-places.js';
import style from './places.module.css';

/** A list with its heading and the button that adds to it. */
function Section({
  title,
  hint,
  add,
  form,
  children,
}: {
  title: string;
  hint: string;
  add: string;
  form: (close: () => void) => ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const mayAdd = useMay('director');
  const [opened, { open, close }] = useDisclosure();
  return (
    <section className={style.section} aria-label={title}>
      <header className={style.top}>
        <div>
          <h2>{title}</h2>
          <p className={style.dim}>{hint}</p>
        </div>
        {mayAdd && (
          <Button size="sm" leftSection={<Icon name="plus" size={18} />} onClick={open}>
            {add}
          </Button>
        )}
      </header>
      {children}
      <Modal
        opened={opened}
        onClose={close}
        title={add}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {opened && form(close)}
      </Modal>
    </section>
  );
}

function Brands() {
  const { t } = useTranslation();
  const query = useQuery(brandsQuery);
  return (
    <Section
      title={t('places.brands')}
      hint={t('places.brandsHint')}
      add={t('places.addBrand')}
      form={(close) => <BrandForm onDone={close} />}
    >
      <Loaded query={query}>
        {({ items }) => (
          <ul className={style.list}>
            {items.length === 0 && <li className={style.dim}>{t('places.noBrands')}</li>}
            {items.map((brand) => (
              <PlaceLine
                key={brand.id}
                place={brand}
                path="brands"
                form={(close) => <BrandForm brand={brand} onDone={close} />}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function Locations() {
  const { t } = useTranslation();
  const query = useQuery(locationsQuery);
  const { nameOf } = usePlaces();
  const factsOf = ({ kind, brandId, aliases }: LocationView): string[] => [
    t(`places.kinds.${kind}`),
    ...[brandId && nameOf(brandId)].flatMap((name) => (name ? [name] : [])),
    ...(aliases.length > 0 ? [t('places.alsoCalled', { names: aliases.join(', ') })] : []),
  ];
  return (
    <Section
      title={t('places.locations')}
      hint={t('places.locationsHint')}
      add={t('places.addLocation')}
      form={(close) => <LocationForm onDone={close} />}
    >
      <Loaded query={query}>
        {({ items }) => (
          <ul className={style.list}>
            {items.length === 0 && <li className={style.dim}>{t('places.noLocations')}</li>}
            {items.map((location) => (
              <PlaceLine
                key={location.id}
                place={location}
                path="locations"
                facts={factsOf(location)}
                form={(close) => <LocationForm location={location} onDone={close} />}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

/** What is complained about: brands, and the branches, shops and depots of each. */
export function PlacesPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('places.title')} lead={t('places.lead')} />
      <Brands />
      <Locations />
    </>
  );
}
