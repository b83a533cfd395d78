import type { Actor } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Heard } from '@heard/pipeline';
import { Places } from '@heard/places';
import { Audit } from '@heard/staff';
import type { PlacesPart } from '../../../api/src/ports/index.js';

/** Brands and locations for the api; every change is in the audit. */
export function placesPart({ database, clock }: Pick<Heard, 'database' | 'clock'>): PlacesPart {
  const places = new Places();
  const audit = new Audit(clock);
  const changed = <T extends { readonly id: string }>(
    workspaceId: string,
    by: Actor,
    action: `${'brand' | 'location'}.${string}`,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> =>
    database.inWorkspace(workspaceId, async (tx) => {
      const done = await work(tx);
      await audit.write(tx, by, action, `${action.split('.')[0]}:${done.id}`, {});
      return done;
    });
  return {
    brands: (workspaceId) => database.inWorkspace(workspaceId, (tx) => places.brands(tx)),
    addBrand: (workspaceId, name, by) =>
      changed(workspaceId, by, 'brand.added', (tx) => places.addBrand(tx, name)),
    changeBrand: (workspaceId, id, change, by) =>
      changed(workspaceId, by, 'brand.changed', (tx) => places.changeBrand(tx, id, change)),
    locations: (workspaceId) => database.inWorkspace(workspaceId, (tx) => places.locations(tx)),
    addLocation: (workspaceId, asked, by) =>
      changed(workspaceId, by, 'location.added', (tx) => places.addLocation(tx, asked)),
    changeLocation: (workspaceId, id, change, by) =>
      changed(workspaceId, by, 'location.changed', (tx) => places.changeLocation(tx, id, change)),
  };
}
