import type { Clock } from '@heard/core';
import type { SecretBox } from '@heard/database';
import type { HttpClient } from '@heard/http';
import { type HeldTokens, type PushDelivery, realBaseUrls } from '@heard/sources';
import type { TestDatabase } from '@heard/testing';
import {
  CollectDueSources,
  type ConnectionChange,
  ConnectSource,
  OpenSource,
  TakeBatch,
  TakeDelivery,
  TakeEvents,
  type Understand,
  usualPace,
} from './index.js';

/** What one listening process of a test is made of. */
export interface ListeningRigParts {
  readonly db: TestDatabase;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly http: HttpClient;
  /** Where the made-up platforms answer, by host. */
  readonly urls: Readonly<Record<string, string>>;
  readonly secretBox: SecretBox;
  readonly pollMs: number;
  readonly tokens?: HeldTokens;
  readonly understand?: Understand;
  /** Where within its span a pause after a failure lies, from 0 to 1. */
  readonly random?: () => number;
}

/** For tests of what is stored, not of what it means. */
export const nobodyReads: Understand = () =>
  Promise.resolve({ caseOf: new Map(), store: () => Promise.resolve() });

/** One process that listens: connects sources, asks them in turns, and takes what their webhooks deliver. */
export function listeningRig(parts: ListeningRigParts) {
  const {
    db,
    workspaceId,
    clock,
    http,
    urls,
    secretBox,
    pollMs,
    tokens,
    understand = nobodyReads,
    random,
  } = parts;
  const { signal } = new AbortController();
  const baseUrls = { ...realBaseUrls, ...urls };
  const sources = new OpenSource({ http, clock, baseUrls, secretBox, tokens });
  const take = new TakeBatch(understand, clock);
  const log = { failed: [] as string[], alarms: [] as string[] };
  const alarm = {
    raise: async (_tx: unknown, { state }: { state: string }) => void log.alarms.push(state),
    settle: async () => void log.alarms.push('settled'),
  };
  const settings = { ...usualPace, pollMs };
  const onFailed = ({ state }: { state: string }): void => void log.failed.push(state);
  const collect = new CollectDueSources(
    ...([db.database, sources, take, alarm, clock, settings, onFailed, random] as const),
  );
  const connect = new ConnectSource(db.database, sources, clock);
  const kept: string[] = [];
  const onKept = async (_tx: unknown, ids: readonly string[]): Promise<void> => void kept.push(...ids);
  const door = new TakeDelivery(db.database, sources, onKept, clock, 'https://heard.example');
  const events = new TakeEvents(db.database, sources, take, clock, signal);
  return {
    log,
    kept,
    turn: () => collect.run(signal),
    connect: (platform: string, filledIn: Record<string, string>) =>
      db.database.inWorkspace(workspaceId, (tx) =>
        connect.connect(tx, { platform, name: 'Маяк', settings: filledIn }),
      ),
    change: (id: string, change: ConnectionChange) =>
      db.database.inWorkspace(workspaceId, (tx) => connect.change(tx, id, change)),
    deliver: (platform: string, sourceId: string, delivery: PushDelivery) =>
      door.run(platform, sourceId, delivery),
    takeEvents: (sourceId: string) => events.run(workspaceId, sourceId),
  };
}
