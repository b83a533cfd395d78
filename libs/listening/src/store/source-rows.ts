import type { Transaction } from '@heard/database';
import type { About } from '@heard/places';
import type { BatchPlace } from './write-mentions.js';

/** How a source is. */
export type SourceState =
  | 'ok'
  | 'waiting'
  | 'throttled'
  | 'failing'
  | 'needs_reconnect'
  | 'permission_missing'
  | 'plan_missing'
  | 'blocked'
  | 'paused';

/** A connected source as stored; its secrets are sealed. */
export interface SourceRow {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly brand_id: string | null;
  readonly location_id: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets_sealed: Buffer | null;
  readonly state: SourceState;
  readonly state_since: Date;
  readonly cursor: Readonly<Record<string, unknown>> | null;
  readonly failures: number;
  readonly last_ok_at: Date | null;
  readonly checked_at: Date | null;
  readonly demo: boolean;
}

const columns = `id, platform, name, brand_id, location_id, settings, secrets_sealed, state, state_since, cursor, failures, last_ok_at, checked_at, demo`;

/** A source that was not removed. */
export async function findSource(tx: Transaction, id: string): Promise<SourceRow | undefined> {
  const [row] = await tx.rows<SourceRow>(
    `select ${columns} from sources where workspace_id = $1 and id = $2 and removed_at is null`,
    [tx.workspaceId, id],
  );
  return row;
}

/** The source that mentions are handed to under this name or id. */
export async function findPushSource(tx: Transaction, nameOrId: string): Promise<SourceRow | undefined> {
  const [row] = await tx.rows<SourceRow>(
    `select ${columns} from sources
     where workspace_id = $1 and platform = 'push' and removed_at is null and (name = $2 or id::text = $2)
     order by created_at limit 1`,
    [tx.workspaceId, nameOrId],
  );
  return row;
}

/** The sources of a platform that are this account, by one of their settings. */
export async function sourcesOfAccount(
  tx: Transaction,
  platform: string,
  setting: string,
  account: string,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(
    `select id from sources
     where workspace_id = $1 and platform = $2 and settings ->> $3 = $4 and removed_at is null`,
    [tx.workspaceId, platform, setting, account],
  );
  return rows.map(({ id }) => id);
}

/** Where the mentions of a source come from, and what they are about. */
export function batchSourceOf(row: SourceRow): BatchPlace & About {
  const { id: sourceId, demo, brand_id, location_id } = row;
  return { sourceId, demo, brandId: brand_id ?? undefined, locationId: location_id ?? undefined };
}

/** A new source. */
export interface NewSource {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secretsSealed?: Buffer;
  readonly secretNames: readonly string[];
  readonly state: SourceState;
  readonly nextDueAt?: Date;
  readonly demo: boolean;
  readonly at: Date;
}

export async function insertSource(tx: Transaction, source: NewSource): Promise<void> {
  await tx.run(
    `insert into sources (workspace_id, id, platform, name, brand_id, settings, secrets_sealed, secret_names, state,
       state_since, next_due_at, demo, created_at, location_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $10, $13)`,
    [
      tx.workspaceId,
      source.id,
      source.platform,
      source.name,
      source.brandId,
      JSON.stringify(source.settings),
      source.secretsSealed,
      source.secretNames,
      source.state,
      source.at,
      source.nextDueAt,
      source.demo,
      source.locationId,
    ],
  );
}

/** New name or settings; asks the source again at once. */
export async function changeSource(
  tx: Transaction,
  id: string,
  change: Pick<
    NewSource,
    | 'name'
    | 'brandId'
    | 'locationId'
    | 'settings'
    | 'secretsSealed'
    | 'secretNames'
    | 'state'
    | 'nextDueAt'
    | 'at'
  >,
): Promise<void> {
  await tx.run(
    `update sources set name = $3, settings = $4, secrets_sealed = $5, secret_names = $6, state = $7,
       state_since = $8, state_reason = null, state_missing = '{}', next_due_at = $9, failures = 0,
       check_due_at = $8, check_missing = '{}',
       brand_id = $10, location_id = $11
     where workspace_id = $1 and id = $2`,
    [
      tx.workspaceId,
      id,
      change.name,
      JSON.stringify(change.settings),
      change.secretsSealed,
      change.secretNames,
      change.state,
      change.at,
      change.nextDueAt,
      change.brandId ?? null,
      change.locationId ?? null,
    ],
  );
}

/** Stops listening for good and forgets the secrets; the mentions stay. */
export async function removeSource(tx: Transaction, id: string, at: Date): Promise<number> {
  return tx.run(
    `update sources set removed_at = $3, secrets_sealed = null, secret_names = '{}', next_due_at = null,
       state = 'paused', state_since = $3
     where workspace_id = $1 and id = $2 and removed_at is null`,
    [tx.workspaceId, id, at],
  );
}

/** Stores where the source stands after a page, and renews the lease. */
export async function saveCursor(
  tx: Transaction,
  id: string,
  cursor: object,
  leaseSeconds: number,
): Promise<void> {
  await tx.run(
    `update sources set cursor = $3, lease_until = now() + make_interval(secs => $4)
     where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, JSON.stringify(cursor), leaseSeconds],
  );
}

/** How a turn of collecting ended. */
export interface TurnEnd {
  readonly state: SourceState;
  readonly reason?: string;
  readonly missing: readonly string[];
  readonly nextDueAt?: Date;
  readonly failures: number;
  readonly at: Date;
}

/** Ends a turn: gives the lease back, sets when to come again, and since when the source is blind. */
export async function endTurn(tx: Transaction, id: string, end: TurnEnd): Promise<void> {
  await tx.run(
    `update sources set
       state_since = case when state = $3 then state_since else $4 end,
       state = $3, state_reason = $5, state_missing = $6, next_due_at = $7, failures = $8, lease_until = null,
       check_due_at = case when state = $3 or $3 = 'ok' then check_due_at else $4 end,
       last_collected_at = $4,
       last_ok_at = case when $3 = 'ok' then $4 else last_ok_at end,
       blind_since = case when $3 = 'ok' then null else coalesce(blind_since, last_ok_at, created_at) end
     where workspace_id = $1 and id = $2 and removed_at is null and state <> 'paused'`,
    [tx.workspaceId, id, end.state, end.at, end.reason, end.missing, end.nextDueAt, end.failures],
  );
}
