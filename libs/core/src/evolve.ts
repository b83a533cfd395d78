import type { Answer, AnswerState, Case, PromiseState } from './case.js';
import type { CaseEvent } from './case-event.js';
import type { Fix, FixState } from './fix.js';

/** The next state after an event: no choices, no rules. A history begins with `case.opened`. */
export function evolve(current: Case | undefined, event: CaseEvent, id: string): Case {
  if (event.type === 'case.opened') return openedBy(event, id);
  if (!current) throw new Error(`History of case ${id} begins with ${event.type} instead of case.opened.`);
  return next(current, event);
}

/** A case rebuilt from its history alone. */
export function rebuild(id: string, events: readonly CaseEvent[]): Case {
  const state = events.reduce<Case | undefined>((current, event) => evolve(current, event, id), undefined);
  if (!state) throw new Error(`Case ${id} has no history.`);
  return state;
}

function openedBy(event: CaseEvent & { type: 'case.opened' }, id: string): Case {
  return {
    id,
    status: 'open',
    postedAt: event.postedAt,
    openedAt: event.at,
    language: event.language,
    category: event.category,
    urgency: event.urgency,
    urgencyReasons: event.urgencyReasons,
    signals: event.signals,
    mentionIds: [event.mentionId],
    complaints: 1,
    assignee: event.assignee,
    assigneeSince: event.at,
    handOffs: [],
    answers: [],
    promises: [],
    fixes: [],
    reopened: 0,
  };
}

function next(current: Case, event: Exclude<CaseEvent, { type: 'case.opened' }>): Case {
  switch (event.type) {
    case 'case.mention_joined':
      return joined(current, event);
    case 'case.urgency_raised':
      return { ...current, urgency: event.to, urgencyReasons: event.reasons };
    case 'case.taken':
      return { ...current, assignee: event.to, assigneeSince: event.at };
    case 'case.handed_over': {
      const handOff = { from: event.from, to: event.to, reason: event.reason, at: event.at };
      return {
        ...current,
        assignee: event.to,
        assigneeSince: event.at,
        handOffs: [...current.handOffs, handOff],
      };
    }
    case 'case.answer_queued':
    case 'case.answer_recorded':
      return { ...current, answers: [...current.answers, newAnswer(event)] };
    case 'case.answer_sent':
      return answered(current, event.answerId, 'sent');
    case 'case.answer_visible':
      return answered(current, event.answerId, 'visible', event.at);
    case 'case.answer_rejected':
      return answered(current, event.answerId, 'rejected');
    case 'case.answer_lost':
      return answered(current, event.answerId, 'lost');
    case 'case.promise_made': {
      const { promiseId, what, due, repeats } = event;
      return {
        ...current,
        promises: [...current.promises, { id: promiseId, what, due, state: 'open', repeats }],
      };
    }
    case 'case.promise_kept':
      return promised(current, event.promiseId, 'kept');
    case 'case.promise_broken':
      return promised(current, event.promiseId, 'broken');
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
    case 'case.refused':
      return {
        ...current,
        refusal: { reason: event.reason, evidence: event.evidence, appeal: event.appeal, at: event.at },
      };
    case 'case.outcome_recorded':
      return { ...current, outcome: { ...event.outcome, at: event.at } };
    case 'case.closed':
      return { ...current, status: 'closed', closedAt: event.at, closedBecause: event.because };
    case 'case.reopened':
      return {
        ...current,
        status: 'open',
        closedAt: undefined,
        closedBecause: undefined,
        reopened: current.reopened + 1,
      };
  }
}

function joined(current: Case, event: CaseEvent & { type: 'case.mention_joined' }): Case {
  return {
    ...current,
    mentionIds: [...current.mentionIds, event.mentionId],
    complaints: current.complaints + (event.complaint ? 1 : 0),
    signals: [...new Set([...current.signals, ...event.signals])],
  };
}

function newAnswer(event: CaseEvent & { type: 'case.answer_queued' | 'case.answer_recorded' }): Answer {
  const { answerId: id, human } = event;
  if (event.type === 'case.answer_queued') {
    return { id, channel: 'public', mentionId: event.mentionId, state: 'queued', human, queuedAt: event.at };
  }
  return { id, channel: event.channel, state: 'visible', human, queuedAt: event.at, visibleAt: event.at };
}

function answered(current: Case, id: string, state: AnswerState, visibleAt?: Date): Case {
  const answers = current.answers.map((answer) =>
    answer.id === id ? { ...answer, state, visibleAt } : answer,
  );
  return { ...current, answers };
}

function promised(current: Case, id: string, state: PromiseState): Case {
  const promises = current.promises.map((promise) => (promise.id === id ? { ...promise, state } : promise));
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
