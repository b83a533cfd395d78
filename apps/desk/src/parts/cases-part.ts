import type { CasesPart, MentionsPart } from '../../../api/src/ports.js';
import type { Heard } from '@heard/pipeline';
import type { CasesRead, MentionsRead } from '@heard/insight';

/** Cases for the api: read by insight, acted on by recovery. */
export function casesPart({ database, act, clock }: Heard, reads: CasesRead): CasesPart {
  return {
    list: (workspaceId, asked) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked)),
    get: (workspaceId, caseId) =>
      database.inWorkspace(workspaceId, (tx) => reads.get(tx, caseId, clock.now())),
    history: (workspaceId, caseId, page) =>
      database.inWorkspace(workspaceId, (tx) => reads.history(tx, caseId, page)),
    act: (workspaceId, caseId, command, by) => act.run(workspaceId, caseId, command, by),
  };
}

/** Mentions for the api: read by insight, taken in like those that were fetched. */
export function mentionsPart({ database, takePushed }: Heard, reads: MentionsRead): MentionsPart {
  return {
    list: (workspaceId, asked) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked)),
    get: (workspaceId, mentionId) => database.inWorkspace(workspaceId, (tx) => reads.get(tx, mentionId)),
    async push(workspaceId, source, mentions) {
      const { accepted, changed, duplicates } = await takePushed.run(workspaceId, source, mentions);
      return { accepted: accepted + changed, duplicates };
    },
  };
}
