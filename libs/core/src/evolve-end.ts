import type { Case, Round } from './case.js';
import type { Outcome } from './outcome.js';
import type { CaseEvent } from './case-event.js';

type Later = Exclude<CaseEvent, { type: 'case.opened' }>;
type EventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Rounds without an open one. */
export function ended(rounds: readonly Round[], at: Date): Round[] {
  return rounds.map((round) => (round.endedAt === undefined ? { ...round, endedAt: at } : round));
}

/** What an event of a recovery's end makes of the case: refusal, report, closing, and what comes after it. */
export function ofEnd(current: Case, event: Later): Case {
  switch (event.type) {
    case 'case.refused': {
      const { reason, evidence, appeal, at } = event;
      return { ...current, refusal: { reason, evidence, appeal, at } };
    }
    case 'case.report_sent':
      return reported(current, event);
    case 'case.report_revoked':
      return { ...current, reports: revoked(current.reports, event) };
    case 'case.closed':
      return {
        ...current,
        status: 'closed',
        closedAt: event.at,
        closedBecause: event.because,
        rounds: ended(current.rounds, event.at),
      };
    case 'case.reopened':
      return {
        ...current,
        status: 'open',
        closedAt: undefined,
        closedBecause: undefined,
        // The next recovery is asked about anew, and what comes after it is seen anew.
        outcomeAskedAt: undefined,
        question: undefined,
        behaviourAt: undefined,
        assigneeActedAt: event.at,
        reopened: current.reopened + 1,
      };
    default:
      return afterwards(current, event);
  }
}

function reported(current: Case, event: EventOf<'case.report_sent'>): Case {
  const { channel, language, linkId, until, at, by } = event;
  const staffId = by.kind === 'person' ? by.staffId : undefined;
  const report = { channel, language, at, by: staffId, linkId, until };
  return { ...current, reportsSent: [...current.reportsSent, at], reports: [...current.reports, report] };
}

function revoked(reports: Case['reports'], { linkId, at }: EventOf<'case.report_revoked'>): Case['reports'] {
  return reports.map((each) => (each.linkId === linkId ? { ...each, revokedAt: at } : each));
}

function afterwards(current: Case, event: Later): Case {
  const { at } = event;
  switch (event.type) {
    case 'case.outcome_due': {
      const { linkId, until } = event;
      // Also when Heard asked and the question was lost: then nobody was asked yet.
      return { ...current, outcomeAskedAt: undefined, question: { state: 'to_ask', at, linkId, until } };
    }
    case 'case.outcome_asked': {
      const { channel, linkId, until } = event;
      return { ...current, outcomeAskedAt: at, question: { state: 'asked', at, channel, linkId, until } };
    }
    case 'case.outcome_not_asked':
      return { ...current, question: { state: 'not_asked', at, because: event.because } };
    case 'case.no_contact_wanted':
      return { ...current, noContactAt: at };
    case 'case.outcome_recorded':
      return { ...current, outcome: { ...event.outcome, at } };
    case 'case.behaviour_seen': {
      const before: Outcome = current.outcome ?? { verdict: 'unknown', at };
      return { ...current, behaviourAt: at, outcome: { ...before, behaviour: event.behaviour } };
    }
    default:
      return current;
  }
}
