import type { CausesRead, SuggestionsRead } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import type { CausesPart, SuggestionsPart } from '../../../api/src/ports/index.js';

/** Suggestions for the api: read by insight, acted on by recovery. */
export function suggestionsPart({ database, suggestions }: Heard, reads: SuggestionsRead): SuggestionsPart {
  return {
    list: (workspaceId, asked) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked)),
    get: (workspaceId, id) => database.inWorkspace(workspaceId, (tx) => reads.get(tx, id)),
    add: (workspaceId, asked, by) => suggestions.add(workspaceId, asked, by),
    act: (workspaceId, id, command, by) => suggestions.run(workspaceId, id, command, by),
    tell: (workspaceId, id, asked, by) => suggestions.tell(workspaceId, id, asked, by),
    group: (workspaceId, id, into, by) => suggestions.group(workspaceId, id, into, by),
    split: (workspaceId, id, voiceIds, by) => suggestions.split(workspaceId, id, voiceIds, by),
  };
}

/** Root causes for the api: read by insight, acted on by recovery. */
export function causesPart({ database, causes, clock }: Heard, reads: CausesRead): CausesPart {
  return {
    list: (workspaceId, asked) =>
      database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked, clock.now())),
    get: (workspaceId, id) => database.inWorkspace(workspaceId, (tx) => reads.get(tx, id, clock.now())),
    name: (workspaceId, asked, by) => causes.name(workspaceId, asked, by),
    act: (workspaceId, id, command, by) => causes.run(workspaceId, id, command, by),
  };
}
