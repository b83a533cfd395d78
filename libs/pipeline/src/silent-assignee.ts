import type { EscalationFollower, EscalationStep } from '@heard/alerting';
import { heard, noReaction, type Role } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { ActOnCase } from '@heard/recovery';

interface Silent {
  readonly kind: string;
  readonly role: Role;
  readonly status: 'open' | 'closed';
}

/** A manager who does not take an urgent case in time loses it to the one who is told next. */
export class SilentAssignee implements EscalationFollower {
  constructor(private readonly cases: ActOnCase) {}

  async escalated(tx: Transaction, { alertId, caseId, told }: EscalationStep): Promise<void> {
    if (caseId === undefined || !told) return;
    const [silent] = await tx.rows<Silent>(
      `select a.kind, s.role, c.status from alerts a
       join cases c on c.workspace_id = a.workspace_id and c.id = a.case_id
       join staff s on s.workspace_id = c.workspace_id and s.id = c.assignee_id
       where a.workspace_id = $1 and a.id = $2`,
      [tx.workspaceId, alertId],
    );
    if (silent?.kind !== 'urgent_case' || silent.role !== 'manager' || silent.status === 'closed') return;
    await this.cases.within(tx, caseId, { type: 'reassign', to: told.staffId, reason: noReaction }, heard);
  }
}
