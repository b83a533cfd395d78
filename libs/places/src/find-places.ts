import type { Transaction } from '@heard/database';
import { knownAs } from './known-as.js';
import { type KnownLocation, locationsKnownAs } from './store/known-locations.js';

/** What something is about. */
export interface About {
  readonly brandId?: string;
  readonly locationId?: string;
}

/** Says of a name what it is about; without a known name it is what its source is about. */
export type AboutOf = (name: string | undefined) => About;

/** Finds the locations that a batch names, in one query, or in none where it names none. */
export async function findPlaces(
  tx: Transaction,
  source: About & { readonly demo: boolean },
  names: readonly (string | undefined)[],
): Promise<AboutOf> {
  const ofSource = { brandId: source.brandId, locationId: source.locationId };
  const asked = new Set(names.flatMap((name) => (name === undefined ? [] : [knownAs(name)])));
  asked.delete('');
  if (asked.size === 0) return () => ofSource;
  const known = await locationsKnownAs(tx, [...asked], source.demo);
  return (name) => {
    const found = name === undefined ? undefined : oneOf(known.get(knownAs(name)) ?? [], source.brandId);
    if (!found) return ofSource;
    return { brandId: found.brandId ?? source.brandId, locationId: found.id };
  };
}

/** Two brands may have a branch of one name: the source's brand tells which; where nothing tells, it is neither. */
function oneOf(known: readonly KnownLocation[], brandId: string | undefined): KnownLocation | undefined {
  const own = known.filter((each) => each.brandId === brandId);
  const left = own.length > 0 ? own : known;
  return left.length === 1 ? left[0] : undefined;
}
