import type { Shared } from '@heard/core';
import type { Transaction } from '@heard/database';

/** The open incident of a case. */
export interface Membership {
  readonly caseId: string;
  readonly incidentId: string;
}

/** In which open incidents cases are. */
export function openIncidentsOf(tx: Transaction, caseIds: readonly string[]): Promise<Membership[]> {
  return tx.rows<Membership>(
    `select i.case_id as "caseId", i.incident_id as "incidentId"
     from incident_cases i join incidents x on x.workspace_id = i.workspace_id and x.id = i.incident_id
     where i.workspace_id = $1 and i.case_id = any($2) and i.state <> 'left' and x.status in ('proposed', 'confirmed')`,
    [tx.workspaceId, caseIds],
  );
}

interface Earlier {
  readonly id: string;
  readonly status: 'resolved' | 'dismissed';
  readonly authors: number;
  readonly shares: readonly Shared[];
}

/** Incidents that ended lately, newest first. */
export function endedIncidents(tx: Transaction, scope: string, since: Date): Promise<Earlier[]> {
  return tx.rows<Earlier>(
    `select id, status, authors, shares from incidents
     where workspace_id = $1 and scope = $2 and status in ('resolved', 'dismissed') and proposed_at >= $3
     order by proposed_at desc limit 200`,
    [tx.workspaceId, scope, since],
  );
}

/** One look at a time in a workspace: two that find the same group would both propose it. */
export async function lockLooks(tx: Transaction): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(hashtext('incidents'), hashtext($1))`, [tx.workspaceId]);
}

/** Until when the cases of the workspace were looked at. */
export async function seenUntil(tx: Transaction, otherwise: Date): Promise<Date> {
  const [row] = await tx.rows<{ seen: Date }>(
    'select seen_until as seen from incident_looks where workspace_id = $1',
    [tx.workspaceId],
  );
  return row?.seen ?? otherwise;
}

/** Writes down until when they were looked at. */
export async function saveSeen(tx: Transaction, until: Date): Promise<void> {
  await tx.run('update incident_looks set seen_until = greatest(seen_until, $2) where workspace_id = $1', [
    tx.workspaceId,
    until,
  ]);
}

/** The case that stands for a proposal in an alert: the most urgent, of these the longest waiting. */
export async function firstOf(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<{ readonly id: string; readonly sourceId: string; readonly demo: boolean } | undefined> {
  const [row] = await tx.rows<{ id: string; sourceId: string; demo: boolean }>(
    `select id, source_id as "sourceId", demo from cases where workspace_id = $1 and id = any($2)
     order by urgency_rank desc, posted_at, id limit 1`,
    [tx.workspaceId, caseIds],
  );
  return row;
}
