import type { Transaction } from '@heard/database';

/** A location that is known by a name. */
export interface KnownLocation {
  readonly id: string;
  readonly brandId?: string;
}

interface Row {
  readonly name: string;
  readonly id: string;
  readonly brand_id: string | null;
}

/** The locations in use by each of these names, as `knownAs` writes them. */
export async function locationsKnownAs(
  tx: Transaction,
  names: readonly string[],
  demo: boolean,
): Promise<Map<string, KnownLocation[]>> {
  const rows = await tx.rows<Row>(
    `select n.name, l.id, l.brand_id from locations l cross join lateral unnest(l.known_as) as n (name)
     where l.workspace_id = $1 and l.demo = $3 and l.retired_at is null and l.known_as && $2::text[]
       and n.name = any($2::text[]) order by l.id`,
    [tx.workspaceId, names, demo],
  );
  const known = new Map<string, KnownLocation[]>();
  for (const { name, id, brand_id } of rows) {
    const location = { id, brandId: brand_id ?? undefined };
    known.set(name, [...(known.get(name) ?? []), location]);
  }
  return known;
}
