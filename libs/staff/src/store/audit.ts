import { type Actor, type Clock, Fault } from '@heard/core';
import { newId, type Transaction } from '@heard/database';

/** Facts of an act; plain values only, and never a secret or a customer's words. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | readonly string[]>>;

const secretName = /password|secret|token|hash/iu;

/** Who did what to the settings of a workspace; append-only. */
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** Writes one act, in the transaction of the act. `target` is `<kind>:<id>`. */
  async write(
    tx: Transaction,
    actor: Actor,
    action: string,
    target: string,
    detail: AuditDetail = {},
  ): Promise<void> {
    const leaked = Object.keys(detail).find((name) => secretName.test(name));
    if (leaked) throw new Fault('bug', `The audit of ${action} would hold a secret: ${leaked}.`);
    await tx.run(
      `insert into audit (workspace_id, id, at, actor, action, target, detail) values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        tx.workspaceId,
        newId(),
        this.clock.now(),
        JSON.stringify(actor),
        action,
        target,
        JSON.stringify(detail),
      ],
    );
  }
}
