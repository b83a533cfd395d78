import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, loadConfig } from '@heard/config';
import { type Database, startEmbeddedPostgres } from '@heard/database';
import { DutyRota, setUpWorkspace } from '@heard/staff';
import { createLog } from '../log.js';
import { openDatabase, openHeard, type OpenedHeard, systemClock } from '../open-heard.js';

/** Heard on a database of its own, as crash-safe as the real one, with four people on duty. */
export interface DeskOnTrial {
  readonly heard: OpenedHeard['heard'];
  readonly workspaceId: string;
  readonly ownerUrl: string;
  /** Where its key is, for processes beside this one. */
  readonly dataDir: string;
  close(): Promise<void>;
}

/** Opens Heard in a folder that is thrown away. */
export async function openDeskOnTrial(): Promise<DeskOnTrial> {
  const dataDir = await mkdtemp(join(tmpdir(), 'heard-bench-'));
  const closing: (() => Promise<void>)[] = [() => rm(dataDir, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const config: Config = loadConfig({ HEARD_DATA_DIR: dataDir, HEARD_LOG_LEVEL: 'warn' });
    const base = await openDatabase(config);
    closing.push(() => base.prepared.release());
    const server = await startEmbeddedPostgres({ dataDir });
    closing.push(() => server.release());
    const opened = await openHeard(config, base, createLog(config.logLevel), { works: false });
    closing.push(() => opened.close());
    const { heard } = opened;
    const asked = { administratorEmail: config.adminEmail, administratorPassword: 'only for this measure' };
    const { workspaceId } = await setUpWorkspace(heard.database, asked, systemClock);
    await addManagers(heard, heard.database, workspaceId);
    return { heard, workspaceId, ownerUrl: server.url('heard'), dataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function addManagers(
  { people }: OpenedHeard['heard'],
  database: Database,
  workspaceId: string,
): Promise<void> {
  await database.inWorkspace(workspaceId, async (tx) => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1_440 }));
    for (const name of ['Zoriana', 'Matvii', 'Lidia', 'Owen']) {
      const id = await people.add(tx, {
        name,
        email: `${name.toLowerCase()}@shop.example`,
        role: 'manager',
        languages: ['uk', 'ru', 'en'],
      });
      await new DutyRota().replace(tx, id, { week, exceptions: [] });
    }
  });
}
