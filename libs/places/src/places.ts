import { Fault } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import type { About } from './find-places.js';
import { knownAs } from './known-as.js';
import type { Brand, BrandChange, Location, LocationChange, NewLocation } from './place.js';
import {
  findBrand,
  findLocation,
  insertBrand,
  insertLocation,
  listBrands,
  listLocations,
  lockPlaces,
  saveBrand,
  saveLocation,
} from './store/place-rows.js';

/** Brands and locations: added, renamed and retired, never deleted, because cases are about them. */
export class Places {
  /** Everything, also what was retired: by name, what is in use first. */
  brands(tx: Transaction): Promise<Brand[]> {
    return listBrands(tx);
  }

  /** Everything, also what was retired: by name, what is in use first. */
  locations(tx: Transaction): Promise<Location[]> {
    return listLocations(tx);
  }

  async addBrand(tx: Transaction, name: string): Promise<Brand> {
    await lockPlaces(tx);
    const brand: Brand = { id: newId(), name, retired: false, demo: false };
    refuseTaken(await listBrands(tx), brand);
    await insertBrand(tx, brand);
    return brand;
  }

  async changeBrand(tx: Transaction, id: string, change: BrandChange): Promise<Brand> {
    await lockPlaces(tx);
    const before = await brandOf(tx, id);
    const { name = before.name, retired = before.retired } = change;
    const after: Brand = { ...before, name, retired };
    refuseTaken(await listBrands(tx), after);
    await saveBrand(tx, after);
    return after;
  }

  async addLocation(tx: Transaction, asked: NewLocation): Promise<Location> {
    await lockPlaces(tx);
    const brand = asked.brandId === undefined ? undefined : await brandOf(tx, asked.brandId);
    const { name, kind, brandId, aliases = [] } = asked;
    const location = tidy({
      ...{ id: newId(), name, kind, aliases, retired: false, demo: brand?.demo ?? false },
      ...(brandId === undefined ? {} : { brandId }),
    });
    await this.refuseKnown(tx, location);
    await insertLocation(tx, location, namesOf(location));
    return location;
  }

  async changeLocation(tx: Transaction, id: string, change: LocationChange): Promise<Location> {
    await lockPlaces(tx);
    const before = await locationOf(tx, id);
    const { name = before.name, kind = before.kind, aliases = before.aliases } = change;
    const { retired = before.retired } = change;
    const after = tidy({ ...before, name, kind, aliases, retired });
    await this.refuseKnown(tx, after);
    await saveLocation(tx, after, namesOf(after));
    return after;
  }

  /** Within a brand a name is one place: a mention that comes with it has to be about that one. */
  private async refuseKnown(tx: Transaction, location: Location): Promise<void> {
    if (location.retired) return;
    const names = new Set(namesOf(location));
    const taken = (await listLocations(tx)).find(
      (each) =>
        each.id !== location.id &&
        !each.retired &&
        each.brandId === location.brandId &&
        namesOf(each).some((name) => names.has(name)),
    );
    if (taken) throw nameTaken(taken.name);
  }
}

/** A fault when one of these is not a brand or a location of the workspace. */
export async function refuseUnknownPlaces(
  tx: Transaction,
  asked: { readonly brandIds?: readonly string[]; readonly locationIds?: readonly string[] },
): Promise<void> {
  const { brandIds = [], locationIds = [] } = asked;
  if (brandIds.length === 0 && locationIds.length === 0) return;
  for (const id of brandIds) await brandOf(tx, id);
  for (const id of locationIds) await locationOf(tx, id);
}

/**
 * What a source is about, when a person says it: the brand of the location, unless they named it themselves. What is
 * made up is about made-up places only, so that the demo can be removed.
 */
export async function placeAsked(
  tx: Transaction,
  { brandId, locationId }: About,
  { demo }: { readonly demo: boolean },
): Promise<About> {
  const location = locationId === undefined ? undefined : await locationOf(tx, locationId);
  const own = brandId ?? location?.brandId;
  const brand = own === undefined ? undefined : await brandOf(tx, own);
  if (location?.brandId !== undefined && location.brandId !== own) {
    throw new Fault('refused', 'This location belongs to another brand.', {
      code: 'location_of_other_brand',
    });
  }
  if ([brand, location].some((each) => each !== undefined && each.demo !== demo)) {
    throw new Fault(
      'refused',
      'Places of the demo are for sources of the demo, and real ones for real ones.',
      {
        code: 'place_of_demo',
      },
    );
  }
  return { brandId: own, locationId };
}

async function brandOf(tx: Transaction, id: string): Promise<Brand> {
  const brand = await findBrand(tx, id);
  if (!brand) throw new Fault('missing', 'There is no such brand here.', { code: 'no_such_brand' });
  return brand;
}

async function locationOf(tx: Transaction, id: string): Promise<Location> {
  const location = await findLocation(tx, id);
  if (!location) throw new Fault('missing', 'There is no such location here.', { code: 'no_such_location' });
  return location;
}

/** Aliases each once, and none that is the name. */
function tidy(location: Location): Location {
  const seen = new Set([knownAs(location.name)]);
  const aliases = location.aliases.filter((alias) => {
    const known = knownAs(alias);
    if (seen.has(known)) return false;
    seen.add(known);
    return true;
  });
  return { ...location, aliases };
}

function namesOf({ name, aliases }: Location): string[] {
  return [name, ...aliases].map(knownAs).filter((known) => known !== '');
}

function refuseTaken(brands: readonly Brand[], brand: Brand): void {
  if (brand.retired) return;
  const taken = brands.find(
    (each) => each.id !== brand.id && !each.retired && knownAs(each.name) === knownAs(brand.name),
  );
  if (taken) throw nameTaken(taken.name);
}

function nameTaken(name: string): Fault {
  return new Fault('conflict', `The name is taken already: by “${name}”.`, { code: 'name_taken' });
}
