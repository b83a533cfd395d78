import { Fault, type InThreeLanguages } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type IncidentsRead, type LikelyHitView, type MessageFindingsView } from '@heard/insight';
import type { Heard } from '@heard/pipeline';
import type { LikelyHitPerson, MessageFindings } from '@heard/recovery';
import type { IncidentsPart } from '../../../api/src/ports/index.js';
import { readLikelyHit } from './read-likely-hit.js';

/** Incidents for the api: read by insight, acted on by recovery. */
export function incidentsPart({ database, incidents }: Heard, reads: IncidentsRead): IncidentsPart {
  const { book, act, tell, check, likelyHit } = incidents;
  const stateOf = async (tx: Transaction, id: string) => (await book.read(tx, [id]))[0]?.state;
  return {
    list: (workspaceId, asked) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked)),
    get: (workspaceId, id) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const state = await stateOf(tx, id);
        return state && reads.view(tx, state);
      }),
    steps: (workspaceId, id) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const events = (await book.histories(tx, [id])).get(id);
        return events && reads.steps(tx, events);
      }),
    open: (workspaceId, caseIds, by) => act.open(workspaceId, caseIds, by),
    act: (workspaceId, id, command, by) => act.run(workspaceId, id, command, by),
    check: (workspaceId, id, texts) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const state = await stateOf(tx, id);
        if (!state) throw noSuchIncident();
        return findingsView(await check.run(tx, state, texts));
      }),
    given: (workspaceId, id, caseId, how, by) => tell.given(workspaceId, id, caseId, how, by),
    likelyHit: (workspaceId, id) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const state = await stateOf(tx, id);
        return state && (await likelyHit.list(tx, state)).map(likelyHitView);
      }),
    async addLikelyHit(workspaceId, id, list, by) {
      const { people, rejected } = await readLikelyHit(list);
      const count = await likelyHit.add(workspaceId, id, people, by);
      return { ...count, rejected };
    },
    tellLikelyHit: (workspaceId, id, personId, how, by) => likelyHit.told(workspaceId, id, personId, how, by),
  };
}

function noSuchIncident(): Fault {
  return new Fault('missing', 'There is no such incident.', { code: 'no_such_incident' });
}

function findingsView(found: Record<keyof InThreeLanguages, MessageFindings>): MessageFindingsView[] {
  return (['ru', 'uk', 'en'] as const).map((language) => ({
    language,
    held: found[language].held,
    promises: found[language].promises.map(({ start, end, due, vague }) => ({
      start,
      end,
      vague,
      ...(due && { due: due.toISOString() }),
    })),
  }));
}

function likelyHitView({ id, from, toldAt, toldBy, ...person }: LikelyHitPerson): LikelyHitView {
  const { name, contact, reference, words, url, language, complained, toldChannel, toldEvidence } = person;
  return {
    id,
    from,
    ...(name !== undefined && { name }),
    ...(contact !== undefined && { contact }),
    ...(reference !== undefined && { reference }),
    ...(words !== undefined && { words }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(complained && { complained }),
    ...(toldAt && { toldAt: toldAt.toISOString() }),
    ...(toldChannel !== undefined && { toldChannel }),
    ...(toldEvidence !== undefined && { toldEvidence }),
    ...(toldBy && { toldBy }),
  };
}
