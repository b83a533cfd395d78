import type { CaseRecord, StoredEvent } from '@heard/cases';
import { type Case, type CaseEventType, type Urgency, urgencyRank } from '@heard/core';
import type { Transaction } from '@heard/database';
import { job, type Job } from '@heard/jobs';
import { answerQueue } from '@heard/recovery';
import type { Alerts } from './alerts.js';
import { caseEventQueue } from './case-events.js';
import type { LinksOfCases } from './links-of-cases.js';
import type { Registers } from './registers.js';

const heardLateMs = 60 * 60_000;

/** An event of a case with the case as it is after it. */
export interface Happened {
  readonly tx: Transaction;
  readonly event: StoredEvent;
  readonly record: CaseRecord;
}

type Handler = (happened: Happened) => Promise<void>;

/** What follows an event: handlers by the event, each under the name by which its work is remembered. */
export type Following = Partial<Record<CaseEventType, Readonly<Record<string, Handler>>>>;

/** What follows in the event's own transaction, and what follows after it as durable work. */
export interface Pipeline {
  readonly together: Following;
  readonly after: Following;
}

/**
 * What follows each event of a case: one page to read.
 *
 * A mention's own way is a single transaction and no event: listening takes a batch, `understandAndTriage` assesses
 * it and opens or joins cases, and the mentions, their assessments, their cases and the source's cursor are written
 * together. Everything below begins with what that transaction wrote.
 */
export function pipelineOf(
  {
    urgentCase,
    oldComplaint,
    brokenPromise,
    repeatedPromise,
    nearPromise,
    lateStep,
    lostCase,
    lostLease,
    pinnedCase,
    failedAnswer,
    badVerdict,
    questionDue,
    ...quiet
  }: Alerts,
  { keepLink, endQuestions }: LinksOfCases,
  { linkCause, suggesterTold, suggesterMissed }: Registers,
): Pipeline {
  const { quietAsTaken, quietAsResolved, takenBack, noComplaint } = quiet;
  return {
    together: {
      'case.taken': { quietAsTaken },
      'case.answer_queued': { quietAsTaken },
      'case.answer_recorded': { quietAsTaken },
      'case.promise_made': { quietAsTaken },
      'case.fix_offered': { quietAsTaken },
      'case.refused': { quietAsTaken },
      'case.closed': { quietAsResolved, endQuestions },
      'case.urgency_corrected': { takenBack },
      'case.complaint_corrected': { noComplaint },
      'case.outcome_due': { keepLink },
      'case.outcome_asked': { keepLink, quietAsTaken },
      'case.report_sent': { keepLink },
      'case.report_revoked': { keepLink },
      'case.cause_named': { linkCause },
      'case.answer_visible': { suggesterTold },
      'case.answer_rejected': { suggesterMissed },
      'case.answer_lost': { suggesterMissed },
    },
    after: {
      'case.opened': { urgentCase },
      'case.mention_joined': { oldComplaint },
      'case.urgency_raised': { urgentCase },
      'case.urgency_corrected': { urgentCase },
      'case.reopened': { urgentCase, badVerdict },
      'case.outcome_due': { questionDue },
      'case.promise_made': { repeatedPromise },
      'case.promise_warned': { nearPromise },
      'case.promise_broken': { brokenPromise },
      'case.step_overdue': { lateStep },
      'case.handed_over': { lostCase, lostLease },
      'case.pinned': { pinnedCase },
      'case.answer_rejected': { failedAnswer },
      'case.answer_lost': { failedAnswer },
    },
  };
}

/** The durable work that an event asks for, written in its transaction. */
export function workAfter(
  workspaceId: string,
  { event, record }: Omit<Happened, 'tx'>,
  after: Following,
): Job[] {
  const caseId = record.state.id;
  const jobs: Job[] = [];
  if (event.type === 'case.answer_queued')
    jobs.push(job(answerQueue, { workspaceId, answerId: event.answerId }));
  if (after[event.type] && concernsSomebody(event, record.state)) {
    const priority = event.type === 'case.opened' ? urgencyRank(event.urgency) : 0;
    jobs.push(job(caseEventQueue, { workspaceId, caseId, seq: event.seq }, { priority }));
  }
  return jobs;
}

/** Most cases are opened without anybody being woken: those need no work after them. */
function concernsSomebody(event: StoredEvent, state: Case): boolean {
  if (event.type === 'case.opened') return urgencyRank(event.urgency) >= urgencyRank('high');
  if (event.type === 'case.urgency_raised') return urgencyRank(event.to) >= urgencyRank('high');
  if (event.type === 'case.mention_joined') return event.complaint && isUrgentAndOld(state);
  if (event.type === 'case.urgency_corrected') return isRaisedToUrgent(event);
  if (event.type === 'case.promise_made') return event.repeats !== undefined;
  if (event.type === 'case.handed_over') return event.by.kind === 'heard';
  return true;
}

/** Heard of long after it was posted: it may have woken nobody. */
function isUrgentAndOld({ urgency, postedAt, openedAt }: Case): boolean {
  return urgencyRank(urgency) >= urgencyRank('high') && openedAt.getTime() - postedAt.getTime() > heardLateMs;
}

function isRaisedToUrgent({ from, to }: { readonly from: Urgency; readonly to: Urgency }): boolean {
  return urgencyRank(to) > urgencyRank(from) && urgencyRank(to) >= urgencyRank('high');
}
