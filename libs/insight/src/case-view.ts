import { readHistory } from '@heard/cases';
import {
  type Case,
  type CaseClocks,
  clocksOf,
  type Decision,
  rebuild,
  timeLostBy,
  whyNotCounted,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { readAlertsOfCase } from './alerts-read.js';
import { answeringOf, textsStanding } from './answering.js';
import { decidedIn, decisionsOf } from './decisions.js';
import { recoveryOf } from './case-recovery.js';
import { byId, pointsOf, textsOf, toldOf } from './case-words.js';
import { instant, instantOf, present } from './instant.js';
import { lateDraftOf } from './late-draft.js';
import type { CaseWorld } from './ports.js';
import { readAnswers, readFixes, readPromises, type StoredAnswer } from './store/case-parts-rows.js';
import { caseListItem, type CaseRow, readCases } from './store/case-rows.js';
import { readCorrected } from './store/correction-rows.js';
import { historyEntry, type Names, peopleOf, readNames, readNewestSteps } from './store/history-rows.js';
import { mentionView, readEarlier } from './store/mention-rows.js';
import { readNotesOf } from './store/note-rows.js';
import { readSameTexts } from './store/same-text-rows.js';
import { readThread } from './store/thread-rows.js';
import type { AnswerView, CaseView, DecidedView, PromiseView } from './views.js';

const newestSteps = 100;
const newestHandOffs = 100;

/** Everything of one case: its place in the list, its state rebuilt from the history, and what surrounds it. */
export async function readCase(
  tx: Transaction,
  caseId: string,
  now: Date,
  world: CaseWorld,
): Promise<CaseView | undefined> {
  const row = await rowOf(tx, caseId);
  if (!row) return undefined;
  const state = rebuild(caseId, await readHistory(tx, caseId));
  const policy = await world.policies.get(tx, state.policyVersion);
  const standing = { policy, timeZone: await world.wall.timeZone(tx), now };
  const thread = await readThread(tx, caseId);
  const earlier = await readEarlier(tx, thread);
  const corrected = await readCorrected(tx, thread);
  const sameTexts = await readSameTexts(
    tx,
    thread.map(({ id }) => id),
  );
  const steps = await readNewestSteps(tx, caseId, newestSteps);
  const names = await readNames(tx, [...peopleIn(state), ...peopleOf(steps)]);
  const answers = (await readAnswers(tx, caseId)).map((answer) =>
    counted(answer, state, (made) => decidedIn(made, row.platform, world.decisionsOf)),
  );
  const texts = textsOf(thread, caseId);
  const words = { texts: byId(thread, state), notes: await readNotesOf(tx, state.mentionIds) };
  const promises = await readPromises(tx, caseId);
  const standingTexts = textsStanding(thread, caseId);
  const limits = row.source_removed ? undefined : world.limitsOf(row.platform);
  return present({
    ...caseListItem(row),
    assignedBecause: row.assigned_because,
    assignedFor: state.assignedFor,
    assigneeSince: instant(row.assignee_since),
    seenAt: instantOf(state.seenAt),
    thread: thread.map((mention) =>
      mentionView(mention, {
        earlier: earlier.get(mention.id),
        corrected: corrected.get(mention.id),
        sameText: sameTexts.get(mention.id),
        ...(mention.case_id === caseId && !mention.is_brand ? { explain: world.explain } : {}),
      }),
    ),
    answers,
    promises: promises.map((each) => withDraft(each, state, row, standing)),
    fixes: await readFixes(tx, caseId),
    ...stateView(state, names, now),
    ...recoveryOf(state, standing, words, names),
    points: pointsOf(texts, answers),
    told: toldOf(texts),
    history: steps.map((step) => historyEntry(step, names)),
    clocks: clocksView(clocksOf(state, now)),
    canAnswerInPublic: world.canReply(row.platform) && !row.source_removed,
    answerTo: standingTexts.at(-1)?.id,
    answering: limits && answeringOf(standingTexts, { limits, state, answers, now }),
    decisions: row.source_removed ? [] : decisionsOf(standingTexts, state, world.decisionsOf),
    alerts: await readAlertsOfCase(tx, caseId),
  });
}

async function rowOf(tx: Transaction, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await readCases(tx, {
    where: 'c.workspace_id = $1 and c.id = $2',
    values: [tx.workspaceId, caseId],
    orderBy: 'c.id',
    sortKey: 'array[c.id::text]',
    limit: 1,
  });
  return row;
}

/** Everybody whom the state names. */
function peopleIn({ handOffs, pinned }: Case): string[] {
  return [
    ...handOffs.slice(-newestHandOffs).flatMap(({ from, to }) => [from, to]),
    ...(pinned ? [pinned.to] : []),
  ];
}

/** Whether an answer stops the customer's clock, and why not, as the history tells it. */
function counted(
  { decision, ...answer }: StoredAnswer,
  state: Case,
  inWords: (made: Decision) => DecidedView,
): AnswerView {
  const told = state.answers.find(({ id }) => id === answer.id);
  const notCounted = told && whyNotCounted(state, told);
  return present({
    ...answer,
    decision: decision && inWords(decision),
    counts: told !== undefined && notCounted === undefined,
    notCounted,
  });
}

/** A promise that is late or about to be, with the honest words about it. */
function withDraft(
  promise: PromiseView,
  state: Case,
  row: CaseRow,
  { policy, timeZone }: { policy: Parameters<typeof lateDraftOf>[1]; timeZone: string },
): PromiseView {
  const made = state.promises.find(({ id }) => id === promise.id);
  if (!made || state.status === 'closed') return promise;
  const lateDraft = lateDraftOf(made, policy, {
    customer: row.author_name ?? undefined,
    manager: row.assignee_name,
    language: state.language,
    timeZone,
  });
  return lateDraft === undefined ? promise : { ...promise, lateDraft };
}

/** What only the history tells. */
function stateView(
  state: Case,
  names: Names,
  now: Date,
): Pick<CaseView, 'handOffs' | 'refusal' | 'outcome' | 'closedBecause'> {
  const { refusal, outcome, closedBecause } = state;
  const person = (id: string) => ({ id, name: names.get(id) ?? '' });
  const lost = timeLostBy(state, now);
  const handOffs = state.handOffs.map(({ from, to, reason, at, actedAt }, index) =>
    present({
      from: person(from),
      to: person(to),
      reason,
      at: instant(at),
      actedAt: instantOf(actedAt),
      lostMs: lost[index] ?? 0,
    }),
  );
  return {
    handOffs: handOffs.slice(-newestHandOffs),
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
