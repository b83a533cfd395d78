import type { Digests, Reports } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import type { ReportsPart } from '../../../api/src/ports/index.js';

/** Reports for the api. */
export function reportsPart({ database, clock }: Heard, reports: Reports, digests: Digests): ReportsPart {
  return {
    get: (workspaceId, name, asked) =>
      database.inWorkspace(workspaceId, (tx) => reports.get(tx, name, asked, clock.now())),
    filters: (workspaceId) => database.inWorkspace(workspaceId, (tx) => reports.filters(tx)),
    digests: (workspaceId, page) => database.inWorkspace(workspaceId, (tx) => digests.list(tx, page)),
    digest: (workspaceId, week) => database.inWorkspace(workspaceId, (tx) => digests.get(tx, week)),
  };
}
