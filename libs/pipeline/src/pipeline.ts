import type { CaseRecord, StoredEvent } from '@heard/cases';
import { type CaseEventType, urgencyRank } from '@heard/core';
import type { Transaction } from '@heard/database';
import { job, type Job } from '@heard/jobs';
import { answerQueue, promiseQueue } from '@heard/recovery';
import type { Alerts } from './alerts.js';
import { caseEventQueue } from './case-events.js';

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
export function pipelineOf({
  urgentCase,
  brokenPromise,
  repeatedPromise,
  failedAnswer,
  ...quiet
}: Alerts): Pipeline {
  const { quietAsTaken, quietAsResolved } = quiet;
  return {
    together: {
      'case.taken': { quietAsTaken },
      'case.answer_queued': { quietAsTaken },
      'case.answer_recorded': { quietAsTaken },
      'case.promise_made': { quietAsTaken },
      'case.fix_offered': { quietAsTaken },
      'case.refused': { quietAsTaken },
      'case.closed': { quietAsResolved },
    },
    after: {
      'case.opened': { urgentCase },
      'case.urgency_raised': { urgentCase },
      'case.reopened': { urgentCase },
      'case.promise_made': { repeatedPromise },
      'case.promise_broken': { brokenPromise },
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
  if (event.type === 'case.promise_made') {
    const due = event.due.toISOString();
    jobs.push(job(promiseQueue, { workspaceId, caseId, due }, { startAfter: event.due }));
  }
  if (after[event.type] && concernsSomebody(event)) {
    const priority = event.type === 'case.opened' ? urgencyRank(event.urgency) : 0;
    jobs.push(job(caseEventQueue, { workspaceId, caseId, seq: event.seq }, { priority }));
  }
  return jobs;
}

/** Most cases are opened without anybody being woken: those need no work after them. */
function concernsSomebody(event: StoredEvent): boolean {
  if (event.type === 'case.opened') return urgencyRank(event.urgency) >= urgencyRank('high');
  if (event.type === 'case.urgency_raised') return urgencyRank(event.to) >= urgencyRank('high');
  if (event.type === 'case.promise_made') return event.repeats !== undefined;
  return true;
}
