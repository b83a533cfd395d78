import { readHistory } from '@heard/cases';
import { type Case, type CaseClocks, clocksOf, rebuild } from '@heard/core';
import type { Transaction } from '@heard/database';
import { readAlertsOfCase } from './alerts-read.js';
import { instant, instantOf, present } from './instant.js';
import type { CanReply } from './ports.js';
import { readAnswers, readFixes, readPromises } from './store/case-parts-rows.js';
import { caseListItem, readCases } from './store/case-rows.js';
import { historyEntry, type Names, peopleOf, readNames, readNewestSteps } from './store/history-rows.js';
import { type MentionRow, mentionView, readEarlier } from './store/mention-rows.js';
import { readThread } from './store/thread-rows.js';
import type { CaseView } from './views.js';

const newestSteps = 100;
const newestHandOffs = 100;

/** Everything of one case: its place in the list, its state rebuilt from the history, and what surrounds it. */
export async function readCase(
  tx: Transaction,
  caseId: string,
  now: Date,
  canReply: CanReply,
): Promise<CaseView | undefined> {
  const [row] = await readCases(tx, {
    where: 'c.workspace_id = $1 and c.id = $2',
    values: [tx.workspaceId, caseId],
    orderBy: 'c.id',
    sortKey: 'array[c.id::text]',
    limit: 1,
  });
  if (!row) return undefined;
  const state = rebuild(caseId, await readHistory(tx, caseId));
  const thread = await readThread(tx, caseId);
  const earlier = await readEarlier(tx, thread);
  const steps = await readNewestSteps(tx, caseId, newestSteps);
  const handOffs = state.handOffs.slice(-newestHandOffs);
  const people = handOffs.flatMap(({ from, to }) => [from, to]);
  const names = await readNames(tx, [...people, ...peopleOf(steps)]);
  return present({
    ...caseListItem(row),
    assignedBecause: row.assigned_because,
    assigneeSince: instant(row.assignee_since),
    thread: thread.map((mention) => mentionView(mention, earlier.get(mention.id))),
    answers: await readAnswers(tx, caseId),
    promises: await readPromises(tx, caseId),
    fixes: await readFixes(tx, caseId),
    ...stateView({ ...state, handOffs }, names),
    history: steps.map((step) => historyEntry(step, names)),
    clocks: clocksView(clocksOf(state, now)),
    canAnswerInPublic: canReply(row.platform) && !row.source_removed,
    answerTo: answerTo(thread, caseId),
    alerts: await readAlertsOfCase(tx, caseId),
  });
}

/** What only the history tells. */
function stateView(
  state: Case,
  names: Names,
): Pick<CaseView, 'handOffs' | 'refusal' | 'outcome' | 'closedBecause'> {
  const { refusal, outcome, closedBecause } = state;
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  return {
    handOffs: state.handOffs.map(({ from, to, reason, at }) => {
      return { from: person(from), to: person(to), reason, at: instant(at) };
    }),
    refusal: refusal && { ...refusal, at: instant(refusal.at) },
    outcome: outcome && { ...outcome, at: instant(outcome.at) },
    closedBecause,
  };
}

function clocksView(clocks: CaseClocks): CaseView['clocks'] {
  return present({
    postedAt: instant(clocks.postedAt),
    answeredAt: instantOf(clocks.answeredAt),
    firstOfferAt: instantOf(clocks.firstOfferAt),
    fixedAt: instantOf(clocks.fixedAt),
    customerWaitMs: clocks.customerWaitMs,
    unansweredMs: clocks.unansweredMs,
  });
}

/** The customer's newest text that, for all we know, still stands there. */
function answerTo(thread: readonly MentionRow[], caseId: string): string | undefined {
  const standing = thread.filter(
    (each) =>
      each.case_id === caseId &&
      !each.is_brand &&
      (each.platform_state === 'visible' || each.platform_state === 'unknown'),
  );
  return standing.at(-1)?.id;
}
