import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';
import type { Filter } from '../filter.js';
import { instant, instantOf, present } from '../instant.js';
import type { SourceView } from '../views.js';

/** A source without its secrets, which no query of this library names. */
export interface SourceRow {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly brand_id: string | null;
  readonly location_id: string | null;
  readonly state: SourceView['state'];
  readonly state_reason: string | null;
  readonly state_missing: string[];
  readonly state_since: Date;
  readonly last_collected_at: Date | null;
  readonly last_ok_at: Date | null;
  readonly blind_since: Date | null;
  readonly checked_at: Date | null;
  readonly check_missing: string[];
  readonly access_ends_at: Date | null;
  readonly silent_since: Date | null;
  /** Whether the access ends within 30 days. */
  readonly expires_soon: boolean;
  readonly next_due_at: Date | null;
  readonly settings: Record<string, string>;
  readonly secret_names: string[];
  readonly push_since: Date | null;
  readonly push_last_at: Date | null;
  readonly push_missed: number;
  readonly demo: boolean;
  /** A bigint, as text. */
  readonly mentions: string;
  readonly sort_key: SortKeyValues;
}

/** Reads connected sources with the number of their mentions, all counted in one pass. */
export function readSources(
  tx: Transaction,
  filter: Filter,
  sortKey: string,
  limit: number,
): Promise<SourceRow[]> {
  return tx.rows<SourceRow>(
    `with page as materialized (
       select s.* from sources s where ${filter.sql} and s.removed_at is null
       order by s.created_at, s.id limit ${limit}
     ),
     counted as (
       select m.source_id, count(*) as mentions from mentions m
       where m.workspace_id = $1 and m.source_id = any(array(select id from page)) group by m.source_id
     )
     select s.id, s.platform, s.name, s.brand_id, s.location_id, s.state, s.state_reason, s.state_missing, s.state_since,
            s.last_collected_at, s.last_ok_at, s.blind_since, s.next_due_at, s.settings, s.secret_names, s.demo,
            s.push_since, s.push_last_at, s.push_missed, s.checked_at, s.check_missing, s.access_ends_at, s.silent_since,
            coalesce(s.access_ends_at < now() + interval '30 days', false) as expires_soon,
            coalesce(n.mentions, 0) as mentions, ${sortKey} as sort_key
     from page s left join counted n on n.source_id = s.id
     order by s.created_at, s.id`,
    filter.values,
  );
}

/** How a source is. */
export function sourceView(
  row: SourceRow,
  { canReply, webhookUrl }: { readonly canReply: boolean; readonly webhookUrl?: string },
): SourceView {
  return present({
    id: row.id,
    platform: row.platform,
    name: row.name,
    brandId: row.brand_id,
    locationId: row.location_id,
    state: row.state === 'ok' && row.expires_soon ? 'expiring' : row.state,
    reason: row.state_reason,
    missing: missingOf(row),
    stateSince: instant(row.state_since),
    lastCollectedAt: instantOf(row.last_collected_at),
    lastOkAt: instantOf(row.last_ok_at),
    blindSince: instantOf(row.blind_since),
    checkedAt: instantOf(row.checked_at),
    accessEndsAt: instantOf(row.access_ends_at),
    silentSince: instantOf(row.silent_since),
    nextDueAt: instantOf(row.next_due_at),
    mentions: Number(row.mentions),
    canReply,
    settings: withoutSecrets(row.settings, row.secret_names),
    secretsSet: row.secret_names,
    webhook: webhookUrl === undefined ? undefined : webhookView(row, webhookUrl),
    demo: row.demo,
  });
}

/** What reading lacks, and what the daily check found missing beside it. */
function missingOf({ state_missing: reading, check_missing: beside }: SourceRow): string[] | undefined {
  const all = [...new Set([...reading, ...beside])];
  return all.length > 0 ? all : undefined;
}

function webhookView(row: SourceRow, url: string): SourceView['webhook'] {
  return present({
    url,
    since: instantOf(row.push_since),
    lastAt: instantOf(row.push_last_at),
    missed: row.push_missed,
  });
}

/** A name that is listed as a secret is never shown as a setting, whatever was stored under it. */
function withoutSecrets(
  settings: Record<string, string>,
  secrets: readonly string[],
): SourceView['settings'] {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !secrets.includes(name)));
}
