import { useQuery } from '@tanstack/react-query';
import { brandsQuery, type BrandView, locationsQuery, type LocationView } from './queries.js';

/** Something to choose from. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Brands and locations for forms and filters; empty while they load. */
export interface PlacesKnown {
  readonly brands: readonly BrandView[];
  readonly locations: readonly LocationView[];
  /** What is in use, and what is chosen already though it was retired. */
  readonly brandChoices: (chosen?: readonly string[]) => Choice[];
  /** Of one brand, or of all; named with their brand where there are several. */
  readonly locationChoices: (chosen?: readonly string[], brandId?: string) => Choice[];
  readonly nameOf: (id: string) => string | undefined;
}

/** `demo` narrows to places of the demo, or to real ones. */
export function usePlaces(demo?: boolean): PlacesKnown {
  const fits = (each: BrandView): boolean => demo === undefined || each.demo === demo;
  const brands = (useQuery(brandsQuery).data?.items ?? []).filter(fits);
  const locations = (useQuery(locationsQuery).data?.items ?? []).filter(fits);
  const nameOf = (id: string): string | undefined =>
    [...brands, ...locations].find((each) => each.id === id)?.name;
  const several = brands.filter((each) => !each.retired).length > 1;
  const labelOf = ({ name, brandId }: LocationView): string => {
    const brand = several && brandId ? nameOf(brandId) : undefined;
    return brand === undefined ? name : `${name} (${brand})`;
  };
  return {
    brands,
    locations,
    nameOf,
    brandChoices: (chosen = []) =>
      brands
        .filter((each) => !each.retired || chosen.includes(each.id))
        .map(({ id, name }) => ({ value: id, label: name })),
    locationChoices: (chosen = [], brandId) =>
      locations
        .filter((each) => !each.retired || chosen.includes(each.id))
        .filter((each) => !brandId || each.brandId === undefined || each.brandId === brandId)
        .map((each) => ({ value: each.id, label: labelOf(each) })),
  };
}
