import { escalateQueue, letterQueue, notifyQueue } from '@heard/alerting';
import { CaseBook } from '@heard/cases';
import type { Assess } from '@heard/core';
import { Digests } from '@heard/insight';
import type { Queue } from '@heard/jobs';
import type { CollectSettings, ConsentApps, TurnLog, UnheardLog } from '@heard/listening';
import { Policies } from '@heard/policies';
import {
  ActOnCase,
  answerQueue,
  CustomerLinks,
  CustomerReports,
  OutcomeByLink,
  type FindLog,
  SendAnswer,
  tellIncidentQueue,
  WatchCases,
  type WatchLog,
} from '@heard/recovery';
import type { SourceBaseUrls } from '@heard/sources';
import { OnCall, People, Workspaces } from '@heard/staff';
import type { SecondReading } from '@heard/understanding';
import type { HttpClient } from '@heard/http';
import { Alerts } from './alerts.js';
import { announceWith } from './announce.js';
import { assessAnewQueue } from './assess-anew.js';
import { caseEventQueue, HandleCaseEvent } from './case-events.js';
import { TimersByPolicy } from './case-timers.js';
import { type AlertingParts, composeAlerting } from './compose-alerts.js';
import { composeListening } from './compose-listening.js';
import { composeReading } from './compose-reading.js';
import { composeIncidents } from './compose-incidents.js';
import { learnQueue } from './learning.js';
import { LinksOfCases } from './links-of-cases.js';
import { type Pipeline, pipelineOf } from './pipeline.js';
import { readAgainQueue } from './read-again.js';
import { composeRegisters } from './registers.js';
import { SilentAssignee } from './silent-assignee.js';
import { TakeAlert } from './take-alert.js';
import { teamOf } from './team.js';
import { ForgetGone } from './forget-gone.js';
import { toldEventsQueue } from './told-events.js';
import { WeeklyDigests } from './weekly-digests.js';

/** What Heard is made of, beside its own rules. */
export interface HeardParts extends AlertingParts {
  readonly baseUrls: SourceBaseUrls;
  readonly demo?: { readonly http: HttpClient; readonly baseUrls: SourceBaseUrls };
  readonly collect: CollectSettings;
  /** The operator's own apps, where people may connect by consent. */
  readonly consentApps?: ConsentApps;
  /** Ends what waits for the network when the process stops. */
  readonly signal: AbortSignal;
  readonly onTurnFailed: TurnLog;
  readonly onUnheard?: UnheardLog;
  /** Told of a case whose time came and that could not be moved. */
  readonly onWatchFailed: WatchLog;
  /** Told of a workspace in which incidents could not be looked for; the failure is thrown when absent. */
  readonly onFindFailed?: FindLog;
  /** Another assessor than our own, e.g. one under test. */
  readonly assess?: Assess;
  /** Stronger readers, where the operator has them. */
  readonly secondReading?: SecondReading;
}

/** All kinds of durable work there are. */
export const allQueues: readonly Queue<object>[] = [
  caseEventQueue,
  answerQueue,
  notifyQueue,
  escalateQueue,
  tellIncidentQueue,
  letterQueue,
  readAgainQueue,
  learnQueue,
  toldEventsQueue,
  assessAnewQueue,
] as unknown as readonly Queue<object>[];

/** Heard, put together: what the apps call. */
export type Heard = ReturnType<typeof composeHeard>;

/** Puts everything together without a framework: the one place where the slices meet. */
export function composeHeard(parts: HeardParts) {
  const { database, jobs, clock, signal } = parts;
  const people = new People(clock);
  const workspaces = new Workspaces();
  const onCall = new OnCall(people, workspaces);
  const policies = new Policies(clock);
  const team = teamOf(people, workspaces, onCall, clock);
  const timers = new TimersByPolicy(policies, workspaces, clock);
  const cases = new CaseBook(
    announceWith(jobs, () => pipeline),
    timers,
  );
  const act = new ActOnCase(database, cases, policies, team, clock);
  const links = new CustomerLinks(database, parts.secretBox, parts.publicUrl, clock);
  const alerting = composeAlerting(parts, onCall, new SilentAssignee(act));
  const registers = composeRegisters({ ...parts, ...alerting, people, act });
  const pipeline: Pipeline = pipelineOf(
    new Alerts(alerting.raise, alerting.settle),
    new LinksOfCases(links),
    registers.follow,
  );
  const reading = composeReading({ ...parts, people, workspaces, policies, cases, act, registers });
  const { take } = reading;
  const { door, ...listening } = composeListening({ ...parts, take, sourceAlarm: alerting.sourceAlarm });
  const incidents = composeIncidents({ ...parts, cases, act, policies, team, raise: alerting.raise });
  const watchCases = new WatchCases(database, act, clock, parts.onWatchFailed);
  const digests = new WeeklyDigests(database, new Digests(policies), people, alerting.queueLetters, clock);
  const heard = {
    database,
    jobs,
    clock,
    people,
    workspaces,
    onCall,
    alerting,
    policies,
    team,
    act,
    links,
    suggestions: registers.suggestions,
    causes: registers.causes,
    outcomeByLink: new OutcomeByLink(database, links, act),
    customerReports: new CustomerReports(database, act, links, clock),
    incidents,
    watchCases,
    /** What the worker looks after by the clock. */
    looks: [
      watchCases,
      incidents.find,
      digests,
      reading.assessAnew,
      reading.learning,
      listening.checkSources,
      new ForgetGone(database, clock),
    ],
    correct: reading.correct,
    assessAnew: reading.assessAnew,
    check: reading.check,
    unsureBand: reading.unsureBand,
    drawSample: reading.drawSample,
    adaptations: reading.adaptations,
    learning: reading.learning,
    take,
    digests,
    takeAlert: new TakeAlert(database, act, alerting.markTaken, clock),
    ...listening,
  };
  const handleCaseEvent = new HandleCaseEvent(database, cases, pipeline.after);
  const sendAnswer = new SendAnswer(database, act, door, jobs, links, clock, signal, registers.tellings);
  jobs.handle(caseEventQueue, (data) => handleCaseEvent.run(data));
  jobs.handle(answerQueue, (data) => sendAnswer.run(data));
  jobs.handle(notifyQueue, (data) => alerting.send.run(data));
  jobs.handle(readAgainQueue, (data) => reading.readAgain.run(data));
  jobs.handle(assessAnewQueue, (data) => reading.assessAnew.do(data));
  jobs.handle(learnQueue, (data) => reading.learning.do(data));
  jobs.handle(letterQueue, (data) => alerting.sendLetter.run(data));
  jobs.handle(escalateQueue, async (data) => void (await alerting.escalate.run(data)));
  return heard;
}
