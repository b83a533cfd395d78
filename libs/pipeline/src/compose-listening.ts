import type { Database } from '@heard/database';
import { job, type Jobs } from '@heard/jobs';
import {
  CallBudgets,
  CheckSources,
  CollectDueSources,
  type CollectSettings,
  ConnectByConsent,
  type ConsentApps,
  ConnectSource,
  OpenSource,
  SealedTokens,
  type SourceAlarm,
  type SourceParts,
  type TakeBatch,
  TakeDelivery,
  TakeEvents,
  type TurnLog,
  type UnheardLog,
} from '@heard/listening';
import { Erasures } from './erasures.js';
import { SettleLetter } from './settle-letter.js';
import { TakePasted } from './take-pasted.js';
import { TakePushed } from './take-pushed.js';
import { TakeToldEvents, toldEventsQueue } from './told-events.js';

/** What listening is made of. */
export interface ListeningParts extends SourceParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly take: TakeBatch;
  readonly sourceAlarm: SourceAlarm;
  readonly collect: CollectSettings;
  readonly publicUrl: string;
  /** The operator's own apps, where people may connect by consent. */
  readonly consentApps?: ConsentApps;
  readonly signal: AbortSignal;
  readonly onTurnFailed: TurnLog;
  readonly onUnheard?: UnheardLog;
}

/** All ways in which mentions come: asked for, told of by webhooks, handed to us. */
export function composeListening(parts: ListeningParts) {
  const { database, jobs, take, clock, signal } = parts;
  const tokens = new SealedTokens(database, parts.secretBox, clock);
  const sources = new OpenSource({ ...parts, callBudget: new CallBudgets(database), tokens });
  const connect = new ConnectSource(database, sources, clock);
  const takeEvents = new TakeEvents(database, sources, take, clock, signal);
  const takeTold = new TakeToldEvents(database, jobs, takeEvents);
  jobs.handle(toldEventsQueue, (told) => takeTold.run(told));
  const { sourceAlarm, collect, onTurnFailed } = parts;
  return {
    /** Opens a source to answer through it. */
    door: { open: async (...at: Parameters<OpenSource['byId']>) => (await sources.byId(...at)).source },
    connect,
    consent: new ConnectByConsent(
      {
        ...parts,
        apps: parts.consentApps ?? {},
        redirectUri: `${parts.publicUrl}/sources/consent`,
      },
      connect,
    ),
    checkSources: new CheckSources(database, sources, sourceAlarm, clock, {
      signal,
      onFailed: ({ sourceId, error }) => onTurnFailed({ sourceId, state: 'unchecked', error }),
      onUnheard: parts.onUnheard,
    }),
    erasures: new Erasures(database, sources, clock),
    deliver: new TakeDelivery(
      database,
      sources,
      (tx, sourceIds) =>
        jobs.add(
          tx,
          sourceIds.map((sourceId) => job(toldEventsQueue, { workspaceId: tx.workspaceId, sourceId })),
        ),
      clock,
      parts.publicUrl,
    ),
    takePushed: new TakePushed(database, connect, take),
    settleLetter: new SettleLetter(database, sources, take, clock),
    takePasted: new TakePasted(database, connect, take),
    collect: new CollectDueSources(database, sources, take, sourceAlarm, clock, collect, onTurnFailed),
  };
}
