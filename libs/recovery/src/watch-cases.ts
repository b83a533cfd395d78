import { type Clock, heard, isFault } from '@heard/core';
import type { Database } from '@heard/database';
import type { ActOnCase } from './act-on-case.js';

/** So many cases are claimed at once; the next look takes the rest. */
const atOnce = 100;

/** Told of a case whose time came and that could not be moved; it is tried again after a minute. */
export type WatchLog = (failure: { readonly caseId: string; readonly error: unknown }) => void;

/**
 * Does what time brings to cases: warns of promises, breaks them, tells of late steps, takes cases from the silent.
 * Any number of processes may look: a case is claimed by one of them, and a tick finds what was done already.
 */
export class WatchCases {
  constructor(
    private readonly database: Database,
    private readonly cases: ActOnCase,
    private readonly clock: Clock,
    private readonly log: WatchLog,
  ) {}

  /** Moves the cases whose time has come; returns how many there were. */
  async run(): Promise<number> {
    const due = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; case_id: string }>(
        'select * from heard_span.claim_due_cases($1, $2)',
        [this.clock.now(), atOnce],
      ),
    );
    for (const { workspace_id: workspaceId, case_id: caseId } of due) {
      await this.cases.run(workspaceId, caseId, { type: 'tick' }, heard).catch((error: unknown) => {
        // A case of the demo is gone when the demo was removed; nothing is left to watch.
        if (!isFault(error, 'missing')) this.log({ caseId, error });
      });
    }
    return due.length;
  }
}
