import { Fault } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Whom an alert goes to: a part that somebody plays, or one person by id. */
export type AlertTarget = 'on_call' | 'lead' | 'director' | 'administrator' | (string & {});

/** Who is told next when an alert is not taken. */
export interface EscalationPolicy {
  readonly afterMinutes: number;
  readonly steps: readonly { readonly to: AlertTarget }[];
}

/** What holds for the whole workspace. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  /** IANA name, `Europe/Kyiv`. */
  readonly timeZone: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly escalationPolicy: EscalationPolicy;
}

/** The policy a workspace starts with. */
export const defaultEscalationPolicy: EscalationPolicy = {
  afterMinutes: 10,
  steps: [{ to: 'on_call' }, { to: 'lead' }, { to: 'director' }, { to: 'administrator' }],
};

const parts: readonly string[] = ['on_call', 'lead', 'director', 'administrator'];

/** The workspace of a transaction. */
export class Workspaces {
  /** The workspace; faults `missing` when it was never set up. */
  async get(tx: Transaction): Promise<Workspace> {
    const [found] = await tx.rows<Workspace>(
      `select workspace_id as id, name, time_zone as "timeZone", currency, escalation_policy as "escalationPolicy"
       from workspaces where workspace_id = $1`,
      [tx.workspaceId],
    );
    if (!found) throw new Fault('missing', 'There is no such workspace.', { code: 'no_such_workspace' });
    return found;
  }

  /** Puts another policy; every person named in it must be active. */
  async changePolicy(tx: Transaction, policy: EscalationPolicy): Promise<void> {
    const named = policy.steps.map(({ to }) => to).filter((to) => !parts.includes(to));
    const active = await tx.rows<{ id: string }>(
      'select id from staff where workspace_id = $1 and active and id::text = any($2::text[])',
      [tx.workspaceId, named],
    );
    const known = new Set(active.map(({ id }) => id));
    const unknown = named.find((to) => !known.has(to));
    if (unknown !== undefined) {
      throw new Fault('invalid', 'A step names somebody who does not work here (any more).', {
        code: 'no_such_person',
        missing: [unknown],
      });
    }
    await tx.run('update workspaces set escalation_policy = $2 where workspace_id = $1', [
      tx.workspaceId,
      JSON.stringify(policy),
    ]);
  }
}
