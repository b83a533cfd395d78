import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '@heard/config';
import type { LetterView } from '@heard/insight';
import { type Heard, tellScreens } from '@heard/pipeline';
import type { DemoPart } from '../../api/src/ports.js';
import { type Letter, type Simulator, startSimulator } from '../../simulator/src/index.js';
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

const stateFileOf = (config: Config): string => join(config.dataDir, 'simulator.json');

/** Whether a demo plays: when asked for, on a fresh embedded database, and as long as its world is kept. */
export function demoPlays(config: Config, { prepared }: OpenedDatabase): boolean {
  if (config.demo !== 'auto') return config.demo;
  return prepared.embedded && (prepared.fresh || existsSync(stateFileOf(config)));
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

/** Sets the demo up where it is not, and plays its stories. */
export async function playDemo(
  _config: Config,
  { simulator }: World,
  heard: Heard,
  workspaceId: string,
  _log: Log,
): Promise<RunningDemo> {
  const stopHearing = simulator.mailbox.onLetter((letter) => {
    void heard.database.inWorkspace(workspaceId, (tx) => tellScreens(tx, 'letter', [letter.id]));
  });
  return {
    pages: simulator.places.map(({ platform }) => simulator[platform].server.baseUrl),
    part: mailboxPart(simulator),
    async stop() {
      stopHearing();
    },
  };
}

/** The demo's letters for the api, newest first. */
function mailboxPart({ mailbox }: Simulator): DemoPart {
  return {
    running: () => Promise.resolve(true),
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
