import type { MarkTaken } from '@heard/alerting';
import { type Actor, type AlertKind, type Clock, Fault, isFault, type Role } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { ActOnCase } from '@heard/recovery';

interface AlertRow {
  readonly kind: AlertKind;
  readonly case_id: string | null;
  readonly state: 'firing' | 'taken' | 'resolved';
  readonly taken_by: string | null;
  readonly assignee_id: string | null;
  readonly case_status: 'open' | 'closed' | null;
}

/** Taking an alert is taking its case: the one who takes becomes the assignee, and nobody else is woken. */
export class TakeAlert {
  constructor(
    private readonly database: Database,
    private readonly cases: ActOnCase,
    private readonly markTaken: MarkTaken,
    private readonly clock: Clock,
  ) {}

  /** Of two who take at once the second is told who was first; taking what one has already changes nothing. */
  async run(workspaceId: string, alertId: string, staffId: string): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const alert = await lockAlert(tx, alertId);
      if (alert.state === 'taken') return this.refuseUnlessTheirs(tx, alert, staffId);
      // One of many cases is shown as an example: whoever looks at the proposal does not take it from its assignee.
      const isExample = alert.kind === 'incident_proposed';
      if (!isExample && alert.case_id && alert.assignee_id && alert.case_status === 'open') {
        const by = await actorOf(tx, staffId);
        const command = { type: 'take', to: staffId, seen: alert.assignee_id } as const;
        await this.cases.within(tx, alert.case_id, command, by).catch((error: unknown) => {
          if (!isFault(error, 'refused') || error.code !== 'already_yours') throw error;
        });
      }
      await this.markTaken.run(tx, alertId, staffId, this.clock.now());
    });
  }

  private async refuseUnlessTheirs(tx: Transaction, alert: AlertRow, staffId: string): Promise<void> {
    if (alert.taken_by === staffId) return;
    throw await this.cases.refused(tx, {
      refused: 'taken_by_other',
      ...(alert.taken_by ? { about: { assignee: alert.taken_by } } : {}),
    });
  }
}

/** Locks the case before its alert, as everybody does: in another order two would wait for each other. */
async function lockAlert(tx: Transaction, alertId: string): Promise<AlertRow> {
  await tx.rows(
    `select c.id from cases c join alerts a on a.workspace_id = c.workspace_id and a.case_id = c.id
     where a.workspace_id = $1 and a.id = $2 for update of c`,
    [tx.workspaceId, alertId],
  );
  const [alert] = await tx.rows<AlertRow>(
    `select a.kind, a.case_id, a.state, c.assignee_id, c.status as case_status, a.taken_by from alerts a
     left join cases c on c.workspace_id = a.workspace_id and c.id = a.case_id
     where a.workspace_id = $1 and a.id = $2 for update of a`,
    [tx.workspaceId, alertId],
  );
  if (!alert) throw new Fault('missing', 'There is no such alert.', { code: 'no_such_alert' });
  return alert;
}

async function actorOf(tx: Transaction, staffId: string): Promise<Actor> {
  const [row] = await tx.rows<{ role: Role }>(
    'select role from staff where workspace_id = $1 and id = $2 and active',
    [tx.workspaceId, staffId],
  );
  if (!row) throw new Fault('refused', 'This person does not work here any more.', { code: 'not_active' });
  return { kind: 'person', staffId, role: row.role };
}
