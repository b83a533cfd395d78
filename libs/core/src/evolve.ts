import type { Answer, AnswerState, Case, PromiseMade, Round } from './case.js';
import type { CaseEvent } from './case-event.js';
import { ended, ofEnd } from './evolve-end.js';
import { failureOf } from './failure.js';
import type { Fix, FixState } from './fix.js';
import type { NoteCode } from './wording.js';

type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** The next state after an event: no choices, no rules. A history begins with `case.opened`. */
export function evolve(current: Case | undefined, event: CaseEvent, id: string): Case {
  if (event.type === 'case.opened') return openedBy(event, id);
  if (!current) throw new Error(`History of case ${id} begins with ${event.type} instead of case.opened.`);
  const after = next(current, event);
  return isAct(after, event) ? acted(after, event.at) : after;
}

/** True for what the assignee does with the case themselves; looking at it helps nobody. */
function isAct({ assignee }: Case, { by, type }: CaseEvent): boolean {
  return type !== 'case.seen' && by.kind === 'person' && by.staffId === assignee;
}

/** The assignee has done something: their lease begins anew, and the hand-off to them has cost what it cost. */
function acted(state: Case, at: Date): Case {
  const last = state.handOffs.at(-1);
  const waits = last !== undefined && last.actedAt === undefined && last.to === state.assignee;
  const handOffs = waits ? [...state.handOffs.slice(0, -1), { ...last, actedAt: at }] : state.handOffs;
  return { ...state, assigneeActedAt: at, handOffs };
}

/** A case rebuilt from its history alone. */
export function rebuild(id: string, events: readonly CaseEvent[]): Case {
  const state = events.reduce<Case | undefined>((current, event) => evolve(current, event, id), undefined);
  if (!state) throw new Error(`Case ${id} has no history.`);
  return state;
}

function openedBy(event: EventOf<'case.opened'>, id: string): Case {
  const { postedAt, at, mentionId, assignee, category, signals } = event;
  return {
    id,
    status: 'open',
    postedAt,
    openedAt: at,
    language: event.language,
    category,
    failure: event.failure ?? failureOf(category, signals),
    policyVersion: event.policyVersion ?? 1,
    urgency: event.urgency,
    urgencyReasons: event.urgencyReasons,
    signals,
    mentionIds: [mentionId],
    complaintIds: [mentionId],
    urgencySaidOf: [],
    brandId: event.brandId,
    locationId: event.locationId,
    complaints: 1,
    assignee,
    assigneeSince: at,
    assignedFor: event.matched ?? [],
    assigneeActedAt: at,
    handOffs: [],
    customerHandOffs: sentOnBy(event.notes ?? [], mentionId, at),
    rounds: [{ startedAt: postedAt, because: 'first_complaint' }],
    notes: notesOf(event.notes ?? [], mentionId, at),
    missedContacts: event.missed ? [{ ...event.missed, mentionId, at: postedAt }] : [],
    ...(event.asked ? { asked: { ...event.asked, at: postedAt } } : {}),
    ...(event.reach === undefined ? {} : { reach: event.reach }),
    ...(event.sourceId === undefined ? {} : { sourceId: event.sourceId }),
    records: [],
    answers: [],
    promises: [],
    fixes: [],
    parts: [],
    overdueSteps: [],
    reportsSent: [],
    reports: [],
    reopened: 0,
  };
}

function notesOf(codes: readonly NoteCode[], mentionId: string, at: Date): Case['notes'] {
  return codes.map((code) => ({ code, mentionId, at }));
}

/** Each time they say that they were sent to somebody else is a hand-off that they had to make. */
function sentOnBy(codes: readonly NoteCode[], mentionId: string, at: Date): Case['customerHandOffs'] {
  return codes.filter((code) => code === 'redirected').map(() => ({ mentionId, at }));
}

type Later = Exclude<CaseEvent, { type: 'case.opened' }>;

/** What happened, by whom it concerns: the matter, its assignee, our words, our deeds, its end. */
function next(current: Case, event: Later): Case {
  return (
    ofMatter(current, event) ??
    ofAssignee(current, event) ??
    ofWords(current, event) ??
    ofDeeds(current, event) ??
    ofEnd(current, event)
  );
}

function ofMatter(current: Case, event: Later): Case | undefined {
  switch (event.type) {
    case 'case.mention_joined':
      return joined(current, event);
    case 'case.round_begun':
      return {
        ...current,
        rounds: [...ended(current.rounds, event.startedAt), roundOf(event)],
        // Until now there was nothing to do: whoever rested with an answered case did not keep silent.
        assigneeActedAt: event.at,
      };
    case 'case.urgency_raised':
      return { ...current, urgency: event.to, urgencyReasons: event.reasons };
    case 'case.urgency_corrected': {
      const { mentionId, to: urgency, reasons: urgencyReasons, said, unsaid } = event;
      const wasSaid = !unsaid && current.urgencySaidOf.includes(mentionId);
      const others = current.urgencySaidOf.filter((each) => each !== mentionId);
      const urgencySaidOf = said !== undefined || wasSaid ? [...others, mentionId] : others;
      return { ...current, urgency, urgencyReasons, urgencySaidOf };
    }
    case 'case.complaint_corrected': {
      const others = current.complaintIds.filter((each) => each !== event.mentionId);
      const after = withComplaints(current, event.complaint ? [...others, event.mentionId] : others);
      // While nobody complained there was nothing to do either.
      return current.complaints === 0 ? { ...after, assigneeActedAt: event.at } : after;
    }
    case 'case.matter_corrected': {
      const { category, failure, overdue: overdueSteps } = event;
      return { ...current, category, failure, overdueSteps };
    }
    case 'case.channel_asked':
      return { ...current, asked: { ...event.asked, at: event.at } };
    case 'case.record_noted':
      return { ...current, records: [...current.records, { ...event.record, at: event.at }] };
    case 'case.customer_sent_on': {
      const { mentionId, words, at } = event;
      return { ...current, customerHandOffs: [...current.customerHandOffs, { mentionId, words, at }] };
    }
    case 'case.seen':
      return { ...current, seenAt: current.seenAt ?? event.at };
    case 'case.step_overdue':
      return { ...current, overdueSteps: [...current.overdueSteps, event.step] };
    case 'case.cause_named':
      return { ...current, causeId: event.causeId };
    default:
      return undefined;
  }
}

function withComplaints(current: Case, complaintIds: readonly string[]): Case {
  return { ...current, complaintIds, complaints: complaintIds.length };
}

function roundOf({ startedAt, because }: EventOf<'case.round_begun'>): Round {
  return { startedAt, because };
}

function ofAssignee(current: Case, event: Later): Case | undefined {
  switch (event.type) {
    case 'case.taken':
      return { ...current, assignee: event.to, assigneeSince: event.at, assigneeActedAt: event.at };
    case 'case.handed_over': {
      const { from, to, reason, at } = event;
      const since = { assignee: to, assigneeSince: at, assigneeActedAt: at };
      return { ...current, ...since, handOffs: [...current.handOffs, { from, to, reason, at }] };
    }
    case 'case.pinned':
      return { ...current, pinned: { ...event.pin, at: event.at } };
    default:
      return undefined;
  }
}

function ofWords(current: Case, event: Later): Case | undefined {
  switch (event.type) {
    case 'case.answer_queued':
    case 'case.answer_recorded':
      return { ...current, answers: [...current.answers, newAnswer(event)] };
    case 'case.answer_sent':
      return answered(current, event.answerId, 'sent');
    case 'case.answer_visible':
    case 'case.answer_delivered':
      return answered(current, event.answerId, 'visible', event.at);
    case 'case.answer_rejected':
      return answered(current, event.answerId, 'rejected');
    case 'case.answer_lost':
      return answered(current, event.answerId, 'lost');
    case 'case.promise_made': {
      const { promiseId: id, what, due, repeats, answerId, at: madeAt } = event;
      const madeBy = event.by.kind === 'person' ? event.by.staffId : undefined;
      const promise: PromiseMade = { id, what, due, state: 'open', repeats, answerId, madeAt, madeBy };
      return { ...current, promises: [...current.promises, promise] };
    }
    case 'case.promise_warned':
      return promised(current, event.promiseId, { warnedAt: event.at });
    case 'case.promise_kept':
      return promised(current, event.promiseId, { state: 'kept', settledAt: event.at });
    case 'case.promise_broken':
      return promised(current, event.promiseId, { state: 'broken', settledAt: event.at });
    default:
      return undefined;
  }
}

function ofDeeds(current: Case, event: Later): Case | undefined {
  switch (event.type) {
    case 'case.fix_offered': {
      const fix: Fix = { ...event.offer, id: event.fixId, state: 'offered', offeredAt: event.at };
      return { ...current, fixes: [...current.fixes, fix] };
    }
    case 'case.fix_accepted':
      return fixed(current, event.fixId, { state: 'accepted' });
    case 'case.fix_declined':
      return fixed(current, event.fixId, { state: 'declined', settledAt: event.at });
    case 'case.fix_withdrawn':
      return fixed(current, event.fixId, { state: 'withdrawn', settledAt: event.at });
    case 'case.fix_done':
      return fixed(current, event.fixId, { state: 'done', settledAt: event.at, evidence: event.evidence });
    case 'case.part_done': {
      const { part, evidence, at } = event;
      return { ...current, parts: [...current.parts, { part, evidence, at }] };
    }
    case 'case.no_offer':
      return { ...current, noOfferBecause: event.reason };
    default:
      return undefined;
  }
}

function joined(current: Case, event: EventOf<'case.mention_joined'>): Case {
  return {
    ...current,
    mentionIds: [...current.mentionIds, event.mentionId],
    locationId: current.locationId ?? event.locationId,
    notes: [...current.notes, ...notesOf(event.notes ?? [], event.mentionId, event.at)],
    missedContacts: event.missed
      ? [
          ...current.missedContacts,
          { ...event.missed, mentionId: event.mentionId, at: event.postedAt ?? event.at },
        ]
      : current.missedContacts,
    customerHandOffs: [
      ...current.customerHandOffs,
      ...sentOnBy(event.notes ?? [], event.mentionId, event.at),
    ],
    complaints: current.complaints + (event.complaint ? 1 : 0),
    complaintIds: event.complaint ? [...current.complaintIds, event.mentionId] : current.complaintIds,
    signals: [...new Set([...current.signals, ...event.signals])],
  };
}

function newAnswer(event: EventOf<'case.answer_queued' | 'case.answer_recorded'>): Answer {
  const { answerId: id, human, at: queuedAt, substantive = true } = event;
  const overruled = event.overruled?.reasons;
  const said = { id, human, queuedAt, substantive, ...(overruled ? { overruled } : {}) };
  if (event.type === 'case.answer_queued') {
    const asks = event.question ? ({ question: true } as const) : {};
    const { mentionId, channel = 'public', follows, decision } = event;
    const after = { ...(follows === undefined ? {} : { follows }), ...(decision ? { decision } : {}) };
    return { ...said, ...asks, ...after, channel, mentionId, state: 'queued' };
  }
  const { channel, follows, delivered = true } = event;
  const linked = { ...said, channel, ...(follows === undefined ? {} : { follows }) };
  return delivered ? { ...linked, state: 'visible', visibleAt: queuedAt } : { ...linked, state: 'sent' };
}

function answered(current: Case, id: string, state: AnswerState, visibleAt?: Date): Case {
  const answers = current.answers.map((answer) =>
    answer.id === id ? { ...answer, state, visibleAt } : answer,
  );
  return { ...current, answers };
}

function promised(current: Case, id: string, change: Partial<PromiseMade>): Case {
  const promises = current.promises.map((promise) =>
    promise.id === id ? { ...promise, ...change } : promise,
  );
  return { ...current, promises };
}

function fixed(
  current: Case,
  id: string,
  change: { state: FixState; settledAt?: Date; evidence?: string },
): Case {
  const fixes = current.fixes.map((fix) => (fix.id === id ? { ...fix, ...change } : fix));
  return { ...current, fixes };
}
