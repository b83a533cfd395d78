import { newId, type Transaction } from '@heard/database';

/** One event of a webhook, on its way to a source. */
export interface InboxEvent {
  readonly sourceId: string;
  readonly key: string;
  readonly event: unknown;
}

/** Keeps events that were not delivered before, in their order; returns the sources that have something new. */
export async function keepEvents(
  tx: Transaction,
  events: readonly InboxEvent[],
  now: Date,
): Promise<string[]> {
  if (events.length === 0) return [];
  const rows = await tx.rows<{ source_id: string }>(
    `insert into inbox (workspace_id, received_at, id, source_id, key, event)
     select $1, $2, e.id, e.source_id, e.key, e.event
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::json[])
       with ordinality as e (id, source_id, key, event, place)
     order by e.place
     on conflict (workspace_id, source_id, key) do nothing returning source_id`,
    [
      tx.workspaceId,
      now,
      events.map(() => newId()),
      events.map(({ sourceId }) => sourceId),
      events.map(({ key }) => key),
      events.map(({ event }) => JSON.stringify(event ?? null)),
    ],
  );
  return [...new Set(rows.map(({ source_id: id }) => id))];
}

/** An event that waits to be taken, and its place in the order of arrival. */
export interface WaitingEvent {
  readonly id: string;
  readonly nth: string;
  readonly event: unknown;
}

/** The oldest events of a source that wait to be taken, of those behind a place. */
export function waitingEvents(
  tx: Transaction,
  sourceId: string,
  { behind, most }: { readonly behind: string; readonly most: number },
): Promise<WaitingEvent[]> {
  return tx.rows(
    `select id, nth, event from inbox
     where workspace_id = $1 and source_id = $2 and taken_at is null and nth > $3
     order by nth limit $4`,
    [tx.workspaceId, sourceId, behind, most],
  );
}

/** Marks events as taken and forgets what they said; false where another process was faster. */
export async function markTaken(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await tx.rows(
    `update inbox set taken_at = $3, event = null
     where workspace_id = $1 and id = $2 and taken_at is null returning id`,
    [tx.workspaceId, id, now],
  );
  return rows.length > 0;
}

/** Forgets the keys of events that no platform delivers again. */
export async function forgetTaken(tx: Transaction, before: Date): Promise<void> {
  await tx.run('delete from inbox where workspace_id = $1 and taken_at < $2', [tx.workspaceId, before]);
}

/** Remembers that a source's webhook speaks, to the minute: deliveries at the same time must not wait for each other's word. */
export async function notePush(tx: Transaction, sourceIds: readonly string[], now: Date): Promise<void> {
  await tx.run(
    `update sources set push_since = coalesce(push_since, $3), push_last_at = $3
     where workspace_id = $1 and id = any($2)
       and (push_last_at is null or push_last_at <= $3::timestamptz - interval '1 minute')`,
    [tx.workspaceId, sourceIds, now],
  );
}

/** Counts what polling found and a webhook that speaks should have told of, had it not been lost. */
export async function countMissed(
  tx: Transaction,
  sourceId: string,
  postedAt: readonly Date[],
  now: Date,
  graceMs: number,
): Promise<void> {
  if (postedAt.length === 0) return;
  await tx.run(
    `update sources set push_missed = push_missed +
       (select count(*) from unnest($3::timestamptz[]) as p (at) where p.at > push_since and p.at < $4)
     where workspace_id = $1 and id = $2 and push_since is not null`,
    [tx.workspaceId, sourceId, postedAt, new Date(now.getTime() - graceMs)],
  );
}
