import { type Actor, isFault } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Simulator } from '../../../simulator/src/index.js';
import { nextBookshopStep } from './bookshop-steps.js';
import { demoPeople, demoScript } from './demo-data.js';
import { type PlayState, playStateOf } from './play-state.js';
import type { DemoPlayPorts } from './ports.js';
import { type Stages, stagesOf } from './stage.js';
import { askSoon, caseOfMention, demoBrandId, demoStaff } from './store/demo-rows.js';
import { bookshopLines } from './stories/bookshop.js';
import type { DemoPlatform, Saying } from './story.js';

/** A round that comes late is not made up for: after a pause the stories go on where they were. */
const longestRoundSeconds = 5;
/** People read before they write; seconds of the script. */
const readingSeconds = 8;
/** The newcomer sees the case and its alert before the demo's manager takes it. */
const noticingSeconds = 15;
const keepEverySeconds = 5;
const dayMs = 24 * 60 * 60 * 1_000;

/** How the demo plays. */
export interface PlayOptions {
  /** How many times faster than usual. */
  readonly pace: number;
  readonly everyMs?: number;
  /** Told of a round that failed; the next one tries again. */
  readonly onFailure: (error: unknown) => void;
}

/** Plays the stories on the made-up platforms, and the bookshop's one through Heard's own use cases to its end. */
export class DemoPlayer {
  private readonly state: PlayState;
  private readonly stages: Stages;
  private lastRoundAt?: Date;
  private timer?: NodeJS.Timeout;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly ports: DemoPlayPorts,
    private readonly simulator: Simulator,
    private readonly options: PlayOptions,
  ) {
    this.state = playStateOf(simulator.script);
    this.stages = stagesOf(simulator);
  }

  /** Plays until it is stopped, or until the demo is removed. */
  start(): void {
    this.round = this.tick().catch(this.options.onFailure);
    void this.round.then(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.start(), this.options.everyMs ?? 1_000).unref();
    });
  }

  /** Lets the running round end, and stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  /** One round: whatever is due is said, and customers and the demo's manager take their next step. */
  async tick(): Promise<void> {
    const standing = await this.ports.inWorkspace(demoBrandId);
    if (standing === undefined) return this.forget();
    const now = this.ports.clock.now();
    this.advance(now);
    const touched = new Set([...this.sayDue(now), ...this.comeBack()]);
    if (await this.playBookshop(now)) touched.add('facebook');
    this.keep(touched.size > 0);
    if (touched.size === 0) return;
    // On the disk before Heard is told to look: what Heard has stored must not be unsaid by a kill.
    await this.simulator.save();
    await this.ports.inWorkspace((tx) => askSoon(tx, [...touched], now));
  }

  private async forget(): Promise<void> {
    this.stopped = true;
    await this.simulator.forget();
  }

  private advance(now: Date): void {
    const passed = (now.getTime() - (this.lastRoundAt ?? now).getTime()) / 1_000;
    this.lastRoundAt = now;
    this.state.elapsed += Math.max(0, Math.min(passed, longestRoundSeconds)) * this.options.pace;
  }

  /** Every change makes the simulator write its file: time alone is worth that only now and then. */
  private keep(somethingWasSaid: boolean): void {
    const { elapsed } = this.state;
    const lastSaidAt = demoScript.at(-1)?.at ?? 0;
    const timeMatters = elapsed < lastSaidAt || !this.state.bookshopEnded;
    const late = elapsed - playStateOf(this.simulator.script).elapsed >= keepEverySeconds;
    if (somethingWasSaid || (timeMatters && late)) this.simulator.script = structuredClone(this.state);
  }

  private sayDue(now: Date): DemoPlatform[] {
    const { elapsed, said } = this.state;
    const due = demoScript.filter(({ key, at }) => at <= elapsed && said[key] === undefined);
    for (const saying of due) {
      const under = saying.under === undefined ? undefined : said[saying.under];
      const at = new Date(now.getTime() - (saying.daysAgo ?? 0) * dayMs);
      said[saying.key] = this.stages[saying.platform].say(saying, under, at);
      if (saying.key === 'bookshop') this.state.bookshopNotBefore = elapsed + noticingSeconds;
    }
    return due.map(({ platform }) => platform);
  }

  /** Customers who see our public answer come back once, after they have read it. */
  private comeBack(): DemoPlatform[] {
    return demoScript.flatMap((saying) => (this.comesBack(saying) ? [saying.platform] : []));
  }

  private comesBack(saying: Saying): boolean {
    const { said, answered, cameBack, elapsed } = this.state;
    const id = said[saying.key];
    if (id === undefined || !saying.afterAnswer || cameBack[saying.key]) return false;
    const stage = this.stages[saying.platform];
    const answerId = stage.answerTo(id);
    if (answerId === undefined) return false;
    const since = (answered[saying.key] ??= elapsed);
    if (elapsed - since < readingSeconds) return false;
    stage.sayAfter(saying, id, answerId);
    cameBack[saying.key] = true;
    return true;
  }

  /** Returns whether the customer said something. */
  private async playBookshop(now: Date): Promise<boolean> {
    const { state } = this;
    if (state.bookshopEnded || state.elapsed < state.bookshopNotBefore) return false;
    const { seen, said, manager } = await this.ports.inWorkspace((tx) => this.lookAtBookshop(tx));
    if (!manager) return false;
    const step = nextBookshopStep(seen, said, manager.staffId, now);
    if (step.kind === 'wait') return false;
    state.bookshopNotBefore = state.elapsed + readingSeconds;
    if (step.kind === 'end') state.bookshopEnded = true;
    if (step.kind === 'act' && seen) await this.act(seen.id, step.command, manager);
    if (step.kind === 'say') this.sayInBookshop(step.what, now);
    return step.kind === 'say';
  }

  private async lookAtBookshop(tx: Transaction) {
    const { said } = this.state;
    const seen = await caseOfMention(tx, said['bookshop'] ?? '');
    const heard = async (key: string): Promise<'not_yet' | 'said' | 'heard'> => {
      const id = said[key];
      if (id === undefined) return 'not_yet';
      const inCase = await caseOfMention(tx, id.slice(id.lastIndexOf('_') + 1));
      return inCase?.id === seen?.id ? 'heard' : 'said';
    };
    const acceptance = await heard('acceptance');
    const praise = await heard('praise');
    const manager = (await demoStaff(tx)).find(({ email }) => email === demoPeople[0]?.email);
    return { seen, said: { acceptance, praise }, manager: manager && personOf(manager) };
  }

  /** A rule that says no means that a newcomer acted first: the story is theirs then. */
  private async act(caseId: string, command: Parameters<DemoPlayPorts['act']>[1], by: Actor): Promise<void> {
    try {
      await this.ports.act(caseId, command, by);
    } catch (error) {
      if (!isFault(error, 'refused')) throw error;
      this.state.bookshopEnded = true;
    }
  }

  private sayInBookshop(what: 'acceptance' | 'praise', now: Date): void {
    const { said } = this.state;
    const [story] = demoScript.filter(({ key }) => key === 'bookshop');
    const postId = said['bookshop'];
    if (!story || postId === undefined) return;
    const saying = { ...story, text: bookshopLines[what] };
    // The first answer's thread: there the customer reads us.
    said[what] = this.stages.facebook.say(saying, this.stages.facebook.answerTo(postId) ?? postId, now);
  }
}

function personOf({ id, role }: { id: string; role: Extract<Actor, { kind: 'person' }>['role'] }) {
  return { kind: 'person' as const, staffId: id, role };
}
