import type { Clock } from '@heard/core';
import type { SourceBaseUrls } from '@heard/sources';
import { hasCode } from './has-code.js';
import type { Letter } from './letter.js';
import { type LetterListener, Mailbox } from './mailbox.js';
import { openPlaces, type Place, placesOf } from './places.js';
import { makePlatforms, type Platforms } from './platforms.js';
import { isSimulatorState, type SimulatorState, stateVersion } from './state.js';
import { StateFile } from './state-file.js';

/** Ports that the simulator must take; those that are not named are free ones, the same again after a restart. */
export type SimulatorPorts = Partial<Record<keyof Platforms | 'smtp', number>>;

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
  readonly baseUrls: SourceBaseUrls;
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

const saveEveryMs = 1_000;

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

class RunningSimulator implements Simulator {
  readonly mailbox: Mailbox;
  readonly facebook: Platforms['facebook'];
  readonly instagram: Platforms['instagram'];
  readonly google: Platforms['google'];
  script: unknown;
  private readonly ports: Partial<Record<keyof SimulatorPorts, number>> = {};
  private written = '';
  private forgotten = false;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly clock: Clock,
    private readonly file: StateFile | undefined,
    state: SimulatorState | undefined,
  ) {
    this.mailbox = new Mailbox(clock, state?.letters);
    const platforms = makePlatforms(clock, state?.worlds);
    this.facebook = platforms.facebook;
    this.instagram = platforms.instagram;
    this.google = platforms.google;
    this.script = state?.script;
    openPlaces(platforms);
  }

  get places(): readonly Place[] {
    return placesOf(this.platforms);
  }

  /** Where everything was reached, also after it was closed. */
  get baseUrls(): SourceBaseUrls {
    const instagram = this.urlOf('instagram');
    const google = this.urlOf('google');
    return {
      facebook: this.urlOf('facebook'),
      instagramByFacebook: instagram,
      instagram,
      google,
      googleOauth: google,
    };
  }

  async listen(asked: SimulatorPorts, before: SimulatorState['ports']): Promise<void> {
    const takePort = async (name: keyof SimulatorPorts, listen: Listen): Promise<void> => {
      const must = asked[name];
      this.ports[name] = await (must === undefined
        ? listen(before[name]).catch((error: unknown) => elsewhere(error, listen))
        : listen(must));
    };
    for (const [name, platform] of Object.entries(this.platforms)) {
      const listen: Listen = async (port) => Number(new URL((await platform.listen(port)).baseUrl).port);
      await takePort(name as keyof Platforms, listen);
    }
    await takePort('smtp', (port) => this.mailbox.listen(port));
  }

  saveFromNowOn(log: SimulatorLog): void {
    const save = (): void => {
      this.save().catch((error: unknown) =>
        log('The state of the made-up platforms could not be written.', {
          error: error instanceof Error ? error.message : 'unknown',
        }),
      );
    };
    this.timer = setInterval(save, saveEveryMs).unref();
  }

  async save(): Promise<void> {
    const mark = this.mark();
    if (!this.file || this.forgotten || mark === this.written) return;
    await this.file.write(JSON.stringify(this.state()));
    this.written = mark;
  }

  async forget(): Promise<void> {
    const empty = makePlatforms(this.clock);
    for (const [name, { world }] of Object.entries(this.platforms)) {
      Object.assign(world, empty[name as keyof Platforms].world);
    }
    openPlaces(this.platforms);
    this.mailbox.clear();
    this.script = undefined;
    this.forgotten = true;
    await this.file?.remove();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    for (const platform of Object.values(this.platforms)) await platform.close();
    await this.mailbox.close();
    await this.save();
  }

  private get platforms(): Platforms {
    const { facebook, instagram, google } = this;
    return { facebook, instagram, google };
  }

  /** Tells cheaply whether there is something new to write: letters never change, so their count stands for them. */
  private mark(): string {
    return JSON.stringify([this.worlds(), this.script, this.mailbox.revision]);
  }

  private worlds(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this.platforms).map(([name, { world }]) => [name, world]));
  }

  private state(): SimulatorState {
    const letters = this.mailbox
      .letters()
      .map((letter) => ({ ...letter, receivedAt: letter.receivedAt.toISOString() }));
    return {
      version: stateVersion,
      ports: this.ports,
      worlds: this.worlds(),
      letters,
      script: this.script,
    };
  }

  private urlOf(name: keyof Platforms): string {
    return `http://127.0.0.1:${this.ports[name]}`;
  }
}

type Listen = (port?: number) => Promise<number>;

/** A port of the last time that somebody else took meanwhile is not worth failing for. */
async function elsewhere(error: unknown, listen: Listen): Promise<number> {
  if (!hasCode(error, 'EADDRINUSE')) throw error;
  return listen();
}

function warn(message: string, facts: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ level: 'warn', message, ...facts })}\n`);
}
