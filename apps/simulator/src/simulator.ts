import type { Clock } from '@heard/core';
import type { Letter } from './letter.js';
import type { LetterListener } from './mailbox.js';
import type { Place } from './places.js';
import { makePlatforms, type Platforms } from './platforms.js';
import { RunningSimulator } from './running-simulator.js';
import { isSimulatorState, type SimulatorState } from './state.js';
import { StateFile } from './state-file.js';

/** Ports that the simulator must take; those that are not named are free ones, the same again after a restart. */
export type SimulatorPorts = Partial<Record<keyof Platforms | 'smtp', number>>;

/** The hosts of the catalog that are made up here. */
export type SimulatedHost = 'facebook' | 'instagramByFacebook' | 'instagram' | 'google' | 'googleOauth';

/** Told of what a person should know; ids and paths only. */
export type SimulatorLog = (message: string, facts: Readonly<Record<string, unknown>>) => void;

/** How the simulator runs. */
export interface SimulatorOptions {
  readonly clock: Clock;
  /** Where everything is kept; without it a restart forgets. */
  readonly stateFile?: string;
  readonly ports?: SimulatorPorts;
  readonly log?: SimulatorLog;
}

/** The made-up mailbox as others see it. */
export interface SimulatorMailbox {
  readonly smtpUrl: string;
  /** What came, the newest last. */
  letters(): readonly Letter[];
  /** Calls for every letter from now on; returns what ends it. */
  onLetter(listener: LetterListener): () => void;
}

/** The made-up world: platforms over real HTTP and a mailbox over real SMTP, on the loopback only. */
export interface Simulator extends Platforms {
  readonly baseUrls: Readonly<Record<SimulatedHost, string>>;
  /** The made-up bookshop on each platform, with what connects it. */
  readonly places: readonly Place[];
  readonly mailbox: SimulatorMailbox;
  /** Plain JSON for the one who plays stories; kept in the same write as the platforms. */
  script: unknown;
  /** Writes what changed, now; returns when it is on the disk. */
  save(): Promise<void>;
  /** Empties the world, the mailbox and the script, deletes the state file, and never writes it again. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** Starts every made-up platform and the mailbox, with the state of the last time. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const file = options.stateFile === undefined ? undefined : new StateFile(options.stateFile);
  const state = file && (await load(file, options));
  const running = new RunningSimulator(options.clock, file, state);
  try {
    await running.listen(options.ports ?? {}, state?.ports ?? {});
    await running.save();
  } catch (error) {
    await running.close();
    throw error;
  }
  running.saveFromNowOn(options.log ?? warn);
  return running;
}

async function load(file: StateFile, options: SimulatorOptions): Promise<SimulatorState | undefined> {
  const empty = makePlatforms(options.clock);
  const loaded = await file.load((given) => isSimulatorState(given, empty));
  if (loaded.setAside !== undefined) {
    (options.log ?? warn)(
      'The state of the made-up platforms was damaged: it is set aside and they start anew.',
      { file: loaded.setAside },
    );
  }
  return loaded.state as SimulatorState | undefined;
}

function warn(message: string, facts: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ level: 'warn', message, ...facts })}\n`);
}
