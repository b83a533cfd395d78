import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@heard/config';
import type { LetterView } from '@heard/insight';
import { Database, type Transaction } from '@heard/database';
import { type Heard, tellScreens } from '@heard/pipeline';
import { DutyRota } from '@heard/staff';
import type { DemoPart } from '../../api/src/ports/index.js';
import { type Letter, type Simulator, startSimulator } from '../../simulator/src/index.js';
import { DemoPlayer } from './demo/play-demo.js';
import { setUpDemo } from './demo/set-up-demo.js';
import type { Log } from './log.js';
import { type DemoWorld, type OpenedDatabase, systemClock } from './open-heard.js';

/** A demo that plays in this process. */
export interface RunningDemo {
  /** Where its made-up platforms can be looked at. */
  readonly pages: readonly string[];
  readonly part: DemoPart;
  stop(): Promise<void>;
}

/** The made-up world of a data folder. */
export interface World extends DemoWorld {
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** Where the made-up platforms keep their state. */
export const stateFileOf = (config: Config): string => join(config.dataDir, 'simulator.json');

/** Whether a demo plays: when asked for; otherwise on a fresh embedded database, and as long as its world is kept. */
export async function demoPlays(config: Config, { prepared }: OpenedDatabase): Promise<boolean> {
  if (config.demo !== 'auto') return config.demo;
  if (!prepared.embedded) return false;
  return existsSync(stateFileOf(config)) || isUntouched(prepared.serviceUrl);
}

/** Nothing was connected yet and no demo was turned off: a command that ran before the first start changes nothing. */
async function isUntouched(serviceUrl: string): Promise<boolean> {
  const database = await Database.connect(serviceUrl, { poolSize: 1 });
  try {
    const [row] = await database.spanning((all) =>
      all.rows<{ untouched: boolean }>('select heard_span.is_untouched() as untouched'),
    );
    return row?.untouched ?? false;
  } finally {
    await database.close();
  }
}

/** Starts the made-up platforms and the made-up mailbox. */
export async function startWorld(config: Config, log: Log): Promise<World> {
  const simulator = await startSimulator({
    clock: systemClock,
    stateFile: stateFileOf(config),
    log: (message, facts) => log.warn(message, facts),
  });
  const { baseUrls, mailbox } = simulator;
  return { simulator, baseUrls, smtpUrl: mailbox.smtpUrl, close: () => simulator.close() };
}

/** Sets the demo up where it is not, and plays its stories until it is removed. */
export async function playDemo(
  pace: number,
  { simulator }: World,
  heard: Heard,
  workspaceId: string,
  log: Log,
): Promise<RunningDemo> {
  const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    heard.database.inWorkspace(workspaceId, work);
  const onFailure = (error: unknown): void => log.warn('the demo could not go on', { error });
  await setUpDemo(
    {
      inWorkspace,
      people: heard.people,
      duty: new DutyRota(),
      connect: (tx, connection) => heard.connect.connect(tx, connection),
    },
    simulator.places,
  );
  const player = new DemoPlayer(
    {
      inWorkspace,
      clock: systemClock,
      act: (id, command, by) => heard.act.run(workspaceId, id, command, by),
    },
    simulator,
    { pace, onFailure },
  );
  player.start();
  const stopHearing = simulator.mailbox.onLetter((letter) => {
    void inWorkspace((tx) => tellScreens(tx, 'letter', [letter.id])).catch(onFailure);
  });
  return {
    pages: simulator.places.map(({ platform }) => simulator[platform].server.baseUrl),
    part: mailboxPart(simulator, () => inWorkspace(hasDemo)),
    async stop() {
      stopHearing();
      await player.stop();
    },
  };
}

/** The demo lasts until its sources are removed. */
async function hasDemo(tx: Transaction): Promise<boolean> {
  const sources = await tx.rows('select 1 from sources where workspace_id = $1 and demo limit 1', [
    tx.workspaceId,
  ]);
  return sources.length > 0;
}

/** The demo's letters for the api, newest first. */
function mailboxPart({ mailbox }: Simulator, running: () => Promise<boolean>): DemoPart {
  return {
    running,
    letters(_workspaceId, { cursor, limit }) {
      const newest = mailbox.letters().toReversed();
      const start = cursor === undefined ? 0 : newest.findIndex((letter) => letter.id === cursor) + 1;
      const items = newest.slice(start, start + limit).map(letterView);
      const last = items.at(-1);
      const more = start + limit < newest.length && last !== undefined;
      return Promise.resolve({ items, ...(more && { nextCursor: last.id }) });
    },
  };
}

function letterView({ id, to, from, subject, text, receivedAt }: Letter): LetterView {
  return { id, to: to.join(', '), from, subject, text, at: receivedAt.toISOString() };
}
