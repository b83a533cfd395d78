import type { Transaction } from '@heard/database';
import type { Brand, Location } from '../place.js';

interface BrandRow {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
  readonly demo: boolean;
}

interface LocationRow extends BrandRow {
  readonly kind: Location['kind'];
  readonly brand_id: string | null;
  readonly aliases: string[];
}

const brandColumns = 'id, name, retired_at is not null as retired, demo';
const locationColumns = `${brandColumns}, kind, brand_id, aliases`;

/** One change of places at a time: names are compared with all the others. */
export async function lockPlaces(tx: Transaction): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`places:${tx.workspaceId}`]);
}

export function listBrands(tx: Transaction): Promise<Brand[]> {
  return tx.rows<BrandRow>(
    `select ${brandColumns} from brands where workspace_id = $1 order by retired_at is not null, name, id`,
    [tx.workspaceId],
  );
}

export async function findBrand(tx: Transaction, id: string): Promise<Brand | undefined> {
  const [row] = await tx.rows<BrandRow>(
    `select ${brandColumns} from brands where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id],
  );
  return row;
}

export async function insertBrand(tx: Transaction, { id, name, demo }: Brand): Promise<void> {
  await tx.run('insert into brands (workspace_id, id, name, demo) values ($1, $2, $3, $4)', [
    tx.workspaceId,
    id,
    name,
    demo,
  ]);
}

export async function saveBrand(tx: Transaction, { id, name, retired }: Brand): Promise<void> {
  await tx.run(
    `update brands set name = $3, retired_at = case when $4 then coalesce(retired_at, now()) end
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, name, retired],
  );
}

export async function listLocations(tx: Transaction): Promise<Location[]> {
  const rows = await tx.rows<LocationRow>(
    `select ${locationColumns} from locations where workspace_id = $1 order by retired_at is not null, name, id`,
    [tx.workspaceId],
  );
  return rows.map(toLocation);
}

export async function findLocation(tx: Transaction, id: string): Promise<Location | undefined> {
  const rows = await tx.rows<LocationRow>(
    `select ${locationColumns} from locations where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id],
  );
  return rows.map(toLocation)[0];
}

/** `names` are the name and the aliases as they are compared. */
export async function insertLocation(
  tx: Transaction,
  location: Location,
  names: readonly string[],
): Promise<void> {
  await tx.run(
    `insert into locations (workspace_id, id, brand_id, name, kind, aliases, known_as, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.workspaceId,
      location.id,
      location.brandId ?? null,
      location.name,
      location.kind,
      [...location.aliases],
      [...names],
      location.demo,
    ],
  );
}

/** `names` are the name and the aliases as they are compared. */
export async function saveLocation(
  tx: Transaction,
  location: Location,
  names: readonly string[],
): Promise<void> {
  await tx.run(
    `update locations set name = $3, kind = $4, aliases = $5, known_as = $6,
       retired_at = case when $7 then coalesce(retired_at, now()) end
     where workspace_id = $1 and id = $2`,
    [
      tx.workspaceId,
      location.id,
      location.name,
      location.kind,
      [...location.aliases],
      [...names],
      location.retired,
    ],
  );
}

function toLocation({ brand_id, ...row }: LocationRow): Location {
  return { ...row, ...(brand_id === null ? {} : { brandId: brand_id }) };
}
