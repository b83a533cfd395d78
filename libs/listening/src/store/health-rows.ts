import type { Transaction } from '@heard/database';

/** What a check found. */
export interface CheckEnd {
  readonly missing: readonly string[];
  readonly accessEndsAt?: Date;
  readonly at: Date;
}

/** Stores what a check found; true when something is missing that was not missing before. */
export async function endCheck(tx: Transaction, id: string, end: CheckEnd): Promise<boolean> {
  const [row] = await tx.rows<{ was: string[] }>(
    `update sources s set checked_at = $3, check_missing = $4, access_ends_at = $5
     from (select id, check_missing as was from sources where workspace_id = $1 and id = $2 for update) old
     where s.workspace_id = $1 and s.id = old.id returning old.was`,
    [tx.workspaceId, id, end.at, end.missing, end.accessEndsAt],
  );
  return end.missing.some((each) => !row?.was.includes(each));
}

/** Checks the source's access at once, not only a day after the last check. */
export async function checkNow(tx: Transaction, id: string, now: Date): Promise<void> {
  const sql = 'update sources set check_due_at = $3, checked_at = null where workspace_id = $1 and id = $2';
  await tx.run(sql, [tx.workspaceId, id, now]);
}

/** Asks a source that was parked or waits for a right: a check has found it well. */
export async function askAgain(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.run(
    `update sources set next_due_at = $3
     where workspace_id = $1 and id = $2 and state in ('needs_reconnect', 'permission_missing', 'plan_missing', 'blocked')`,
    [tx.workspaceId, id, now],
  );
}

/**
 * When customers spoke in a source lately, as they were posted; the last of what they said in the same ten minutes, so that
 * a busy source tells its rhythm in as few times as a quiet one.
 */
export async function lastWords(tx: Transaction, id: string, since: Date): Promise<Date[]> {
  const rows = await tx.rows<{ at: Date }>(
    `select max(posted_at) as at from mentions
     where workspace_id = $1 and source_id = $2 and posted_at >= $3 and posted_at_given and not is_brand
     group by date_bin('10 minutes', posted_at, '2000-01-01')`,
    [tx.workspaceId, id, since],
  );
  return rows.map(({ at }) => at);
}

/** Notes since when a source is silent, or that it is not; tells what is new. */
export async function noteSilence(
  tx: Transaction,
  id: string,
  since: Date | undefined,
): Promise<'silent' | 'speaks' | undefined> {
  const rows = await tx.rows<{ was: Date | null }>(
    `update sources s set silent_since = $3
     from (select id, silent_since as was from sources where workspace_id = $1 and id = $2 for update) old
     where s.workspace_id = $1 and s.id = old.id and s.silent_since is distinct from $3 returning old.was`,
    [tx.workspaceId, id, since],
  );
  if (rows.length === 0) return undefined;
  return since === undefined ? 'speaks' : 'silent';
}

/** The zone that a workspace's clocks show. */
export async function timeZoneOf(tx: Transaction): Promise<string> {
  const [row] = await tx.rows<{ time_zone: string }>(
    'select time_zone from workspaces where workspace_id = $1',
    [tx.workspaceId],
  );
  return row?.time_zone ?? 'UTC';
}
