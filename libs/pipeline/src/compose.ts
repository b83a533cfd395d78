import { escalateQueue, notifyQueue } from '@heard/alerting';
import { CaseBook } from '@heard/cases';
import type { Assess } from '@heard/core';
import type { Queue } from '@heard/jobs';
import {
  type CollectSettings,
  CollectDueSources,
  ConnectSource,
  OpenSource,
  TakeBatch,
  type TurnLog,
} from '@heard/listening';
import { ActOnCase, answerQueue, promiseQueue, SendAnswer, WatchPromises } from '@heard/recovery';
import type { SourceBaseUrls } from '@heard/sources';
import { OnCall, People, Workspaces } from '@heard/staff';
import { TriageMentions } from '@heard/triage';
import { assess } from '@heard/understanding';
import type { HttpClient } from '@heard/http';
import { Alerts } from './alerts.js';
import { announceWith } from './announce.js';
import { caseEventQueue, HandleCaseEvent } from './case-events.js';
import { type AlertingParts, composeAlerting } from './compose-alerts.js';
import { type Pipeline, pipelineOf } from './pipeline.js';
import { SilentAssignee } from './silent-assignee.js';
import { TakeAlert } from './take-alert.js';
import { TakePushed } from './take-pushed.js';
import { understandAndTriage } from './understand.js';

/** What Heard is made of, beside its own rules. */
export interface HeardParts extends AlertingParts {
  readonly baseUrls: SourceBaseUrls;
  readonly demo?: { readonly http: HttpClient; readonly baseUrls: SourceBaseUrls };
  readonly collect: CollectSettings;
  /** Ends what waits for the network when the process stops. */
  readonly signal: AbortSignal;
  readonly onTurnFailed: TurnLog;
  /** Another assessor than our own, e.g. one under test. */
  readonly assess?: Assess;
}

/** All kinds of durable work there are. */
export const allQueues: readonly Queue<object>[] = [
  caseEventQueue,
  promiseQueue,
  answerQueue,
  notifyQueue,
  escalateQueue,
] as unknown as readonly Queue<object>[];

/** Heard, put together: what the apps call. */
export type Heard = ReturnType<typeof composeHeard>;

/** Puts everything together without a framework: the one place where the slices meet. */
export function composeHeard(parts: HeardParts) {
  const { database, jobs, clock, signal } = parts;
  const people = new People(clock);
  const workspaces = new Workspaces();
  const onCall = new OnCall(people, workspaces);
  const cases = new CaseBook(announceWith(jobs, () => pipeline));
  const act = new ActOnCase(database, cases, clock);
  const alerting = composeAlerting(parts, onCall, new SilentAssignee(act));
  const pipeline: Pipeline = pipelineOf(new Alerts(alerting.raise, alerting.settle));
  const staffOnDuty = {
    candidates: people.candidates.bind(people),
    timeZone: async (...[tx]: Parameters<Workspaces['get']>) => (await workspaces.get(tx)).timeZone,
  };
  const triage = new TriageMentions(cases, staffOnDuty, clock);
  const take = new TakeBatch(understandAndTriage(parts.assess ?? assess, triage, clock), clock);
  const sources = new OpenSource(parts);
  const door = { open: async (...at: Parameters<OpenSource['byId']>) => (await sources.byId(...at)).source };
  const connect = new ConnectSource(database, sources, clock);
  const heard = {
    database,
    jobs,
    clock,
    people,
    workspaces,
    onCall,
    alerting,
    act,
    connect,
    take,
    takeAlert: new TakeAlert(database, act, alerting.markTaken, clock),
    takePushed: new TakePushed(database, connect, take),
    collect: new CollectDueSources(
      database,
      sources,
      take,
      alerting.sourceAlarm,
      clock,
      parts.collect,
      parts.onTurnFailed,
    ),
  };
  const handleCaseEvent = new HandleCaseEvent(database, cases, pipeline.after);
  const sendAnswer = new SendAnswer(database, act, door, jobs, clock, signal);
  const watchPromises = new WatchPromises(act, clock);
  jobs.handle(caseEventQueue, (data) => handleCaseEvent.run(data));
  jobs.handle(promiseQueue, (data) => watchPromises.run(data));
  jobs.handle(answerQueue, (data) => sendAnswer.run(data));
  jobs.handle(notifyQueue, (data) => alerting.send.run(data));
  jobs.handle(escalateQueue, async (data) => void (await alerting.escalate.run(data)));
  return heard;
}
