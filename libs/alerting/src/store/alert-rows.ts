import type { Urgency, UrgencyReason } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { AlertKind, AlertState } from '../alert.js';
import { type EscalationPolicy, readPolicy } from '../escalation.js';

/** What an escalation needs of an alert. */
export interface FiringAlert {
  readonly id: string;
  readonly caseId?: string;
  readonly level: number;
  readonly urgency: Urgency;
  readonly demo: boolean;
}

/** A new alert as it is written. */
export interface NewAlert {
  readonly id: string;
  readonly kind: AlertKind;
  readonly dedupeKey: string;
  readonly caseId?: string;
  readonly sourceId?: string;
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
  readonly demo: boolean;
  readonly raisedAt: Date;
}

/** Who is told after whom in this workspace. */
export async function policyOf(tx: Transaction): Promise<EscalationPolicy> {
  const [row] = await tx.rows<{ escalation_policy: unknown }>(
    'select escalation_policy from workspaces where workspace_id = $1',
    [tx.workspaceId],
  );
  return readPolicy(row?.escalation_policy);
}

/** Writes a firing alert, unless one with its key was raised before; says whether it did. */
export async function insertAlert(tx: Transaction, alert: NewAlert): Promise<boolean> {
  const rows = await tx.rows(
    `insert into alerts (workspace_id, id, kind, dedupe_key, case_id, source_id, urgency, reasons, state, raised_at, demo)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'firing', $9, $10)
     on conflict (workspace_id, dedupe_key) do nothing returning id`,
    [
      tx.workspaceId,
      alert.id,
      alert.kind,
      alert.dedupeKey,
      alert.caseId ?? null,
      alert.sourceId ?? null,
      alert.urgency,
      alert.reasons,
      alert.raisedAt,
      alert.demo,
    ],
  );
  return rows.length > 0;
}

/**
 * Locks an alert if it still is firing at the level, and the case before it: everybody else locks the case first.
 * A second caller waits here, then finds another level.
 */
export async function lockFiring(
  tx: Transaction,
  id: string,
  level: number,
): Promise<FiringAlert | undefined> {
  await tx.rows(
    `select c.id from cases c join alerts a on a.workspace_id = c.workspace_id and a.case_id = c.id
     where a.workspace_id = $1 and a.id = $2 and a.state = 'firing' and a.level = $3 for update of c`,
    [tx.workspaceId, id, level],
  );
  const [row] = await tx.rows<{ case_id: string | null; urgency: Urgency; demo: boolean }>(
    `select case_id, urgency, demo from alerts
     where workspace_id = $1 and id = $2 and state = 'firing' and level = $3 for update`,
    [tx.workspaceId, id, level],
  );
  return row && { id, caseId: row.case_id ?? undefined, level, urgency: row.urgency, demo: row.demo };
}

/** Notes how far an escalation has come and when it goes on. */
export async function setLevel(
  tx: Transaction,
  id: string,
  level: number,
  nextEscalationAt: Date | undefined,
): Promise<void> {
  await tx.run('update alerts set level = $3, next_escalation_at = $4 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    id,
    level,
    nextEscalationAt ?? null,
  ]);
}

/** Marks firing alerts of a case as taken; returns how many. */
export function takeOfCase(
  tx: Transaction,
  caseId: string,
  kinds: readonly AlertKind[],
  by: string | undefined,
  at: Date,
): Promise<number> {
  return tx.run(
    `update alerts set state = 'taken', taken_at = $4, taken_by = $5, next_escalation_at = null
     where workspace_id = $1 and case_id = $2 and kind = any($3) and state = 'firing'`,
    [tx.workspaceId, caseId, kinds, at, by ?? null],
  );
}

/** Marks alerts of a case as resolved, taken or not; returns how many. */
export function resolveOfCase(
  tx: Transaction,
  caseId: string,
  {
    kinds,
    at,
    because,
  }: { readonly kinds: readonly AlertKind[]; readonly at: Date; readonly because?: string },
): Promise<number> {
  return tx.run(
    `update alerts set state = 'resolved', resolved_at = $4, resolved_because = $5, next_escalation_at = null
     where workspace_id = $1 and case_id = $2 and kind = any($3) and state <> 'resolved'`,
    [tx.workspaceId, caseId, kinds, at, because ?? null],
  );
}

/** Marks one firing alert as taken; false when somebody has it already. */
export async function takeOne(tx: Transaction, id: string, by: string, at: Date): Promise<boolean> {
  const taken = await tx.run(
    `update alerts set state = 'taken', taken_at = $3, taken_by = $4, next_escalation_at = null
     where workspace_id = $1 and id = $2 and state = 'firing'`,
    [tx.workspaceId, id, at, by],
  );
  return taken > 0;
}

/** What the holder of an alert's link may know. */
export async function findAlert(
  tx: Transaction,
  id: string,
): Promise<{ readonly kind: AlertKind; readonly state: AlertState; readonly caseId?: string } | undefined> {
  const [row] = await tx.rows<{ kind: AlertKind; state: AlertState; case_id: string | null }>(
    'select kind, state, case_id from alerts where workspace_id = $1 and id = $2',
    [tx.workspaceId, id],
  );
  return row && { kind: row.kind, state: row.state, caseId: row.case_id ?? undefined };
}
