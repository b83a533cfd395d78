import { type Clock, heard } from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { hashPassword, makeUpPassword } from './secrets.js';
import { Audit } from './store/audit.js';
import { People } from './store/people.js';
import { defaultEscalationPolicy } from './store/workspaces.js';

/** What a first workspace is made of. */
export interface FirstWorkspace {
  readonly administratorEmail: string;
  /** Made up when absent. */
  readonly administratorPassword?: string;
  readonly name?: string;
  readonly timeZone?: string;
  readonly currency?: string;
}

/** The workspace, and at its first start how its administrator signs in. */
export interface SetUp {
  readonly workspaceId: string;
  readonly administrator?: {
    readonly email: string;
    /** Present when it was made up: to be printed once, and stored nowhere. */
    readonly oneTimePassword?: string;
  };
}

/** Makes the first workspace and its administrator, once, however many processes start at the same time. */
export async function setUpWorkspace(
  database: Database,
  asked: FirstWorkspace,
  clock: Clock,
): Promise<SetUp> {
  const known = await database.spanning(async (all) =>
    firstOf(await all.rows('select workspace_id from heard_span.workspace_ids()')),
  );
  if (known !== undefined) return { workspaceId: known };
  const oneTimePassword = asked.administratorPassword === undefined ? makeUpPassword() : undefined;
  const passwordHash = await hashPassword(asked.administratorPassword ?? oneTimePassword ?? '');
  return database.inWorkspace(newId(), async (tx) => {
    await tx.rows(`select pg_advisory_xact_lock(hashtextextended('heard:set-up-workspace', 0))`);
    const other = firstOf(await tx.rows('select workspace_id from heard_span.workspace_ids()'));
    if (other !== undefined) return { workspaceId: other };
    await make(tx, asked, passwordHash, clock);
    return {
      workspaceId: tx.workspaceId,
      administrator: {
        email: asked.administratorEmail,
        ...(oneTimePassword !== undefined && { oneTimePassword }),
      },
    };
  });
}

async function make(
  tx: Transaction,
  asked: FirstWorkspace,
  passwordHash: string,
  clock: Clock,
): Promise<void> {
  await tx.run(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      tx.workspaceId,
      asked.name ?? 'Heard',
      asked.timeZone ?? 'Europe/Kyiv',
      asked.currency ?? 'UAH',
      JSON.stringify(defaultEscalationPolicy),
      clock.now(),
    ],
  );
  const staffId = await new People(clock).add(tx, {
    name: 'Administrator',
    email: asked.administratorEmail,
    role: 'administrator',
    languages: ['uk', 'ru', 'en'],
    passwordHash,
  });
  await new Audit(clock).write(tx, heard, 'workspace.set_up', `workspace:${tx.workspaceId}`, { staffId });
}

function firstOf(rows: readonly { readonly workspace_id: string }[]): string | undefined {
  return rows[0]?.workspace_id;
}
