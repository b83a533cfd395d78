import { type Config, loadConfig } from '@heard/config';
import { Fault } from '@heard/core';
import { type SetUp, setUpWorkspace } from '@heard/staff';
import { startListener } from '../../listener/src/start-listener.js';
import { startWorker } from '../../worker/src/start-worker.js';
import { demoPlays, playDemo, type RunningDemo, startWorld } from './demo-world.js';
import { createLog, type Log } from './log.js';
import { openDatabase, openHeard, type OpenedDatabase, type OpenedHeard, systemClock } from './open-heard.js';
import { serve } from './serve.js';
import { Stops } from './stops.js';

/** A running process of Heard. */
export interface Desk {
  /** Where the api, or the health of a process without it, answers. */
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts what this process is configured to do, and says on standard output where the dashboard is. */
export async function startDesk(config: Config = loadConfig()): Promise<Desk> {
  const log = createLog(config.logLevel);
  const stops = new Stops(log);
  try {
    const opened = await openDatabase(config);
    stops.add('database server', () => opened.prepared.release());
    await holdRoles(config, opened);
    const address = await startRoles(config, opened, stops, log);
    return { address, stop: () => stops.run() };
  } catch (error) {
    await stops.run();
    throw error;
  }
}

/** One process for each role on one data folder: a second start says so instead of doing everything twice. */
async function holdRoles(config: Config, { prepared }: OpenedDatabase): Promise<void> {
  if (!prepared.embedded) return;
  for (const role of config.roles) {
    if (await prepared.holdAlone(`role:${role}`)) continue;
    throw new Fault(
      'conflict',
      `Heard already runs on ${config.dataDir}: stop it first, or set another HEARD_DATA_DIR.`,
      {
        code: 'already_running',
      },
    );
  }
}

async function startRoles(config: Config, opened: OpenedDatabase, stops: Stops, log: Log): Promise<string> {
  const does = new Set(config.roles);
  const demo = does.has('simulator') && (await demoPlays(config, opened));
  const world = demo ? await startWorld(config, log) : undefined;
  if (world) stops.add('made-up platforms', () => world.close());
  const open = await openHeard(config, opened, log, { demo: world, works: does.has('worker') });
  stops.add('connections', () => open.close());
  const setUp = await firstWorkspace(config, open);
  const playing = world && (await playDemo(config.demoPace, world, open.heard, setUp.workspaceId, log));
  if (playing) stops.add('demo', () => playing.stop());
  const served = await serve(config, open, log, { api: does.has('api'), demo: playing });
  stops.add('http', () => served.close());
  if (does.has('worker')) {
    const worker = await startWorker({
      jobs: open.heard.jobs,
      looks: open.heard.looks,
      onError: (error) => log.error('watching cases failed', { error }),
    });
    stops.add('worker', () => worker.stop());
  }
  if (does.has('listener')) {
    const { collect } = open.heard;
    const onError = (error: unknown): void => log.error('listening failed', { error });
    const listener = await startListener({ collect, signal: open.stopping.signal, onError });
    stops.add('listener', () => listener.stop());
  }
  stops.add('what waits for the network', async () => open.stopping.abort());
  announce(config, served.address, setUp, playing);
  log.info('ready', { address: served.address, roles: config.roles });
  return served.address;
}

function firstWorkspace(config: Config, { heard }: OpenedHeard): Promise<SetUp> {
  const { adminEmail, adminPassword } = config;
  const asked = { administratorEmail: adminEmail, administratorPassword: adminPassword };
  return setUpWorkspace(heard.database, asked, systemClock);
}

/** What a person who has just started Heard needs to know; the password is said once and stored nowhere. */
function announce(config: Config, address: string, { administrator }: SetUp, demo?: RunningDemo): void {
  const lines = config.roles.includes('api') ? [`Heard is ready: ${address}`] : [];
  if (administrator) lines.push(`Sign in as ${administrator.email}`);
  if (administrator?.oneTimePassword !== undefined) {
    lines.push(
      `with the one-time password ${administrator.oneTimePassword} (shown only now: change it in the settings).`,
    );
  }
  if (demo)
    lines.push(
      `A demo plays on made-up platforms (${demo.pages.join(', ')}); "npm run heard -- demo off" removes it.`,
    );
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
