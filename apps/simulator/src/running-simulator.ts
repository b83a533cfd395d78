import type { Clock } from '@heard/core';
import { hasCode } from './has-code.js';
import { Mailbox } from './mailbox.js';
import { openPlaces, type Place, placesOf } from './places.js';
import { makePlatforms, type Platforms } from './platforms.js';
import type { Simulator, SimulatorLog, SimulatorPorts } from './simulator.js';
import { type SimulatorState, stateVersion } from './state.js';
import type { StateFile } from './state-file.js';

const saveEveryMs = 1_000;

/** The made-up world while it runs. */
export class RunningSimulator implements Simulator {
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
  get baseUrls(): Simulator['baseUrls'] {
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
