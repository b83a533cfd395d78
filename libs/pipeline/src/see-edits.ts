import {
  type Assessment,
  behaviourDays,
  behaviourOfEdit,
  type Clock,
  heard,
  type LaterBehaviour,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Unread } from '@heard/listening';
import type { ActOnCase } from '@heard/recovery';

type Edited = Unread & { readonly assessment: Assessment };

const dayMs = 24 * 60 * 60 * 1000;

/** What customers make of their own texts after a recovery: a better rating, or praise where a complaint stood. */
export class SeeEdits {
  constructor(
    private readonly cases: ActOnCase,
    private readonly clock: Clock,
  ) {}

  /** Most batches hold no such edit, and cost no query. */
  async run(tx: Transaction, batch: readonly Edited[]): Promise<void> {
    const seen = batch.flatMap(({ id: mentionId, caseId, before, collected, assessment }) => {
      if (caseId === undefined || before === undefined || collected.author.isBrand) return [];
      const behaviour = behaviourOfEdit(before, { rating: collected.rating, assessment });
      return behaviour === undefined ? [] : [{ mentionId, caseId, behaviour }];
    });
    if (seen.length === 0) return;
    const after = await this.afterRecovery(tx, [...new Set(seen.map(({ caseId }) => caseId))]);
    // In the order of the cases' ids, as everybody locks them.
    for (const { caseId, ...what } of seen.filter((each) => after.has(each.caseId)).toSorted(byCase)) {
      await this.cases.within(tx, caseId, { type: 'see_behaviour', ...what }, heard);
    }
  }

  /** Those that were closed lately, or whose customer was answered: before that there is nothing to thank for. */
  private async afterRecovery(tx: Transaction, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const since = new Date(this.clock.now().getTime() - behaviourDays * dayMs);
    const rows = await tx.rows<{ id: string }>(
      `select id from cases where workspace_id = $1 and id = any($2)
       and (closed_at >= $3 or (status = 'open' and answered_at is not null))`,
      [tx.workspaceId, caseIds, since],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

interface OfCase {
  readonly caseId: string;
  readonly behaviour: LaterBehaviour;
}

function byCase(a: OfCase, b: OfCase): number {
  return a.caseId < b.caseId ? -1 : 1;
}
