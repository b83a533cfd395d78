import type { Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import type { PushAnswer, PushContext, PushDelivery, PushDoor, PushEvent } from '@heard/sources';
import { findPlatform, pushAddress } from '@heard/sources';
import type { OpenSource } from './open-source.js';
import { keepEvents, notePush } from './store/inbox-rows.js';
import { findSource, sourcesOfAccount, type SourceRow } from './store/source-rows.js';

/** Told, in the transaction that keeps them, of sources that have events to take. */
export type OnKept = (tx: Transaction, sourceIds: readonly string[]) => Promise<void>;

const greetedMs = 10_000;
const nothingHere: PushAnswer = { status: 404, body: '' };
const notGenuine: PushAnswer = { status: 401, body: '' };
const received: PushAnswer = { status: 200, type: 'text/plain', body: '' };

/**
 * Takes what a webhook delivers: checks who sent it, keeps it, and answers; it is read afterwards, as durable work.
 * What was delivered before adds nothing.
 */
export class TakeDelivery {
  /** A source stays in its workspace; whether it is still there is asked each time. */
  private readonly workspaces = new Map<string, string>();
  /** The last greeting of each source that is greeted anew. */
  private readonly greeted = new Map<
    string,
    { readonly atMs: number; readonly answer: Promise<PushAnswer> }
  >();

  constructor(
    private readonly database: Database,
    private readonly sources: OpenSource,
    private readonly onKept: OnKept,
    private readonly clock: Clock,
    private readonly publicUrl: string,
  ) {}

  /** The answer to the platform: 401 for what is not genuine, 404 where no webhook is, 400 for what cannot be read. */
  async run(platform: string, sourceId: string, delivery: PushDelivery): Promise<PushAnswer> {
    const door = findPlatform(platform)?.push;
    const workspaceId = door && (await this.workspaceOf(sourceId));
    if (!door || workspaceId === undefined) return nothingHere;
    const row = await this.database.inWorkspace(workspaceId, (tx) => findSource(tx, sourceId));
    if (row?.platform !== platform) return nothingHere;
    const greeting = door.greet?.(delivery, this.settingsOf(row));
    if (greeting) return this.greetAnew(door, row, greeting);
    if (!(await this.isGenuine(door, row, delivery))) return notGenuine;
    const events = eventsOf(door, delivery);
    if (events === undefined) return { status: 400, body: '' };
    await this.database.inWorkspace(workspaceId, (tx) => this.keep(tx, row, door, events));
    return door.answer ?? received;
  }

  /** A greeting proves nothing of who asks: the platform is asked once in ten seconds, however often we are. */
  private greetAnew(door: PushDoor, row: SourceRow, greeting: PushAnswer): PushAnswer | Promise<PushAnswer> {
    if (!door.greetAnew) return greeting;
    const known = this.greeted.get(row.id);
    const nowMs = this.clock.now().getTime();
    if (known && nowMs - known.atMs < greetedMs) return known.answer;
    const answer = door.greetAnew(greeting, this.settingsOf(row), this.contextOf(row));
    this.greeted.set(row.id, { atMs: nowMs, answer });
    return answer;
  }

  private async isGenuine(door: PushDoor, row: SourceRow, delivery: PushDelivery): Promise<boolean> {
    const settings = this.settingsOf(row);
    if (!door.isGenuine(delivery, settings)) return false;
    return (await door.isSigned?.(delivery, settings, this.contextOf(row))) ?? true;
  }

  private contextOf(row: SourceRow): PushContext {
    return this.sources.pushContext(row, pushAddress(this.publicUrl, row.platform, row.id));
  }

  private settingsOf(row: SourceRow): Record<string, string> {
    return { ...row.settings, ...this.sources.secretsOf(row) };
  }

  private async keep(
    tx: Transaction,
    row: SourceRow,
    door: PushDoor,
    events: readonly PushEvent[],
  ): Promise<void> {
    const now = this.clock.now();
    const kept = [];
    for (const { account, key, event } of events) {
      // One webhook of an app tells of all its accounts; what nobody here listens to is let be.
      const targets = await this.targetsOf(tx, row, door.accountSetting, account);
      kept.push(...targets.map((sourceId) => ({ sourceId, key, event })));
    }
    await notePush(tx, [...new Set([row.id, ...kept.map(({ sourceId }) => sourceId)])], now);
    const fresh = await keepEvents(tx, kept, now);
    if (fresh.length > 0) await this.onKept(tx, fresh);
  }

  private async targetsOf(
    tx: Transaction,
    { id, platform, settings }: SourceRow,
    accountSetting: string | undefined,
    account: string | undefined,
  ): Promise<readonly string[]> {
    if (accountSetting === undefined || account === undefined || settings[accountSetting] === account)
      return [id];
    return sourcesOfAccount(tx, platform, accountSetting, account);
  }

  private async workspaceOf(sourceId: string): Promise<string | undefined> {
    const known = this.workspaces.get(sourceId);
    if (known !== undefined) return known;
    const [row] = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string }>('select workspace_id from heard_span.workspace_of_source($1)', [
        sourceId,
      ]),
    );
    if (row) this.workspaces.set(sourceId, row.workspace_id);
    return row?.workspace_id;
  }
}

/** A genuine body that is no JSON is the platform's slip: it hears so, and delivers again or not. */
function eventsOf(door: PushDoor, delivery: PushDelivery): readonly PushEvent[] | undefined {
  try {
    return door.events(delivery);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
