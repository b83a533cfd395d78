import { type AskedFor, type CheckAnswer, isFault, type Urgency } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Why a person is asked about a text that is still as it was, and how urgent it stands; undefined when nobody is. */
export async function askedAbout(
  tx: Transaction,
  mentionId: string,
  revision: number,
): Promise<{ askedFor: AskedFor; urgency: Urgency } | undefined> {
  const [row] = await tx.rows<{ unsure: boolean; drawn: boolean; urgency: Urgency }>(
    `select a.unsure, v.urgency, exists (
       select from sample_texts s
       where s.workspace_id = m.workspace_id and s.mention_id = m.id and s.revision = m.revision) as drawn
     from mentions m
     join assessments a on a.workspace_id = m.workspace_id and a.mention_id = m.id and a.revision = m.revision
     join standing_assessments v on v.workspace_id = m.workspace_id and v.mention_id = m.id
       and v.revision = m.revision
     where m.workspace_id = $1 and m.id = $2 and m.revision = $3 and not m.is_brand`,
    [tx.workspaceId, mentionId, revision],
  );
  if (!row || !(row.drawn || row.unsure)) return undefined;
  return { askedFor: row.drawn ? 'sample' : 'unsure', urgency: row.urgency };
}

/** Keeps what a person said; false when somebody said it before. */
export async function addCheck(
  tx: Transaction,
  check: {
    readonly mentionId: string;
    readonly revision: number;
    readonly askedFor: AskedFor;
    readonly said: CheckAnswer;
    readonly by: string;
    readonly at: Date;
  },
): Promise<boolean> {
  const added = await tx.run(
    `insert into checks (workspace_id, mention_id, revision, asked_for, said, by_staff_id, at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.workspaceId, check.mentionId, check.revision, check.askedFor, check.said, check.by, check.at],
  );
  return added === 1;
}

/**
 * Does some of the work of a transaction so that, where a rule refuses it, the rest stands; true when it was done.
 * Anything else that goes wrong still ends the whole transaction.
 */
export async function unlessRefused(tx: Transaction, work: () => Promise<void>): Promise<boolean> {
  await tx.run('savepoint unless_refused');
  try {
    await work();
    return true;
  } catch (error) {
    if (!isFault(error, 'refused')) throw error;
    await tx.run('rollback to savepoint unless_refused');
    return false;
  }
}
