import type { PromisesRead } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import type { PromisesPart } from '../../../api/src/ports/index.js';

/** The promises of a workspace for the api: read by insight. */
export function promisesPart({ database, clock }: Heard, reads: PromisesRead): PromisesPart {
  return {
    list: (workspaceId, asked) =>
      database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked, clock.now())),
    keptRate: (workspaceId) => database.inWorkspace(workspaceId, (tx) => reads.keptRate(tx, clock.now())),
  };
}
