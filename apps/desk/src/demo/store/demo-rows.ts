import type { AnswerState, FixState, Role } from '@heard/core';
import { newId, type Transaction } from '@heard/database';

/** The demo's brand; undefined where no demo is set up, or it was removed. */
export async function demoBrandId(tx: Transaction): Promise<string | undefined> {
  const [brand] = await tx.rows<{ id: string }>('select id from brands where workspace_id = $1 and demo', [
    tx.workspaceId,
  ]);
  return brand?.id;
}

/** The demo's brand, made when there is none; of two processes that set up at once, one waits. */
export async function ensureDemoBrand(tx: Transaction, name: string): Promise<string> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`demo:${tx.workspaceId}`]);
  const known = await demoBrandId(tx);
  if (known !== undefined) return known;
  const id = newId();
  await tx.run('insert into brands (workspace_id, id, name, demo) values ($1, $2, $3, true)', [
    tx.workspaceId,
    id,
    name,
  ]);
  return id;
}

/** Somebody of the demo's staff. */
export interface DemoStaffRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
}

/** The demo's staff. */
export async function demoStaff(tx: Transaction): Promise<DemoStaffRow[]> {
  return tx.rows<DemoStaffRow>('select id, email, role from staff where workspace_id = $1 and demo', [
    tx.workspaceId,
  ]);
}

/** Platforms on which the demo is connected. */
export async function demoPlatforms(tx: Transaction): Promise<string[]> {
  const rows = await tx.rows<{ platform: string }>(
    'select platform from sources where workspace_id = $1 and demo',
    [tx.workspaceId],
  );
  return rows.map(({ platform }) => platform);
}

/** Has the demo's sources on these platforms asked at once, as a platform's own notice would; faults keep their pause. */
export async function askSoon(tx: Transaction, platforms: readonly string[], now: Date): Promise<void> {
  await tx.run(
    `update sources set next_due_at = $3
     where workspace_id = $1 and demo and platform = any($2::text[]) and state in ('ok', 'waiting')
       and next_due_at > $3`,
    [tx.workspaceId, [...platforms], now],
  );
}

/** A case of the demo, as far as the story needs it. */
export interface CaseSeen {
  readonly id: string;
  readonly closed: boolean;
  readonly assigneeId: string;
  /** True as long as nobody real has taken the case. */
  readonly assigneeIsDemo: boolean;
  readonly mentionId: string;
  readonly answers: readonly { readonly text: string; readonly state: AnswerState }[];
  readonly fix?: { readonly id: string; readonly state: FixState };
  readonly hasOutcome: boolean;
}

interface CaseSeenRow extends Omit<CaseSeen, 'fix'> {
  readonly fix: CaseSeen['fix'] | null;
}

/** The case that a mention of the demo is in; undefined while there is none. */
export async function caseOfMention(tx: Transaction, externalId: string): Promise<CaseSeen | undefined> {
  const [row] = await tx.rows<CaseSeenRow>(
    `select c.id, c.status = 'closed' as closed, c.assignee_id as "assigneeId", s.demo as "assigneeIsDemo",
       m.id as "mentionId",
       coalesce((select jsonb_agg(jsonb_build_object('text', a.text, 'state', a.state) order by a.queued_at)
         from answers a where a.workspace_id = c.workspace_id and a.case_id = c.id), '[]') as answers,
       (select jsonb_build_object('id', f.id, 'state', f.state) from fixes f
         where f.workspace_id = c.workspace_id and f.case_id = c.id order by f.offered_at limit 1) as fix,
       exists (select from outcomes o where o.workspace_id = c.workspace_id and o.case_id = c.id) as "hasOutcome"
     from mentions m
       join cases c on c.workspace_id = m.workspace_id and c.id = m.case_id
       join staff s on s.workspace_id = c.workspace_id and s.id = c.assignee_id
     where m.workspace_id = $1 and m.demo and m.external_id = $2`,
    [tx.workspaceId, externalId],
  );
  return row && { ...row, fix: row.fix ?? undefined };
}
