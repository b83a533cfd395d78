import type { CasesPart, MentionsPart } from '../../../api/src/ports/index.js';
import type { Heard } from '@heard/pipeline';
import type { CasesRead, LettersRead, MentionsRead } from '@heard/insight';

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
export function mentionsPart(
  { database, takePushed, takePasted, settleLetter, correct }: Heard,
  reads: MentionsRead,
  letters: LettersRead,
): MentionsPart {
  return {
    list: (workspaceId, asked) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked)),
    get: (workspaceId, mentionId) => database.inWorkspace(workspaceId, (tx) => reads.get(tx, mentionId)),
    corrections: (workspaceId, mentionId, page) =>
      database.inWorkspace(workspaceId, (tx) => reads.corrections(tx, mentionId, page)),
    correct: (workspaceId, mentionId, given, by) => correct.run(workspaceId, mentionId, given, by),
    takeBack: (workspaceId, mentionId, id, by) => correct.takeBack(workspaceId, mentionId, id, by),
    unreadLetters: (workspaceId, page) => database.inWorkspace(workspaceId, (tx) => letters.list(tx, page)),
    readLetter: (workspaceId, letterId, read, by) =>
      settleLetter.read(workspaceId, letterId, read, by.staffId),
    setLetterAside: (workspaceId, letterId, by) => settleLetter.setAside(workspaceId, letterId, by.staffId),
    paste: (workspaceId, pasted, by) => takePasted.run(workspaceId, pasted, by.staffId),
    async push(workspaceId, source, mentions) {
      const { accepted, changed, duplicates } = await takePushed.run(workspaceId, source, mentions);
      return { accepted: accepted + changed, duplicates };
    },
  };
}
