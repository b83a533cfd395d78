import { type Clock, type Fault, isFault } from '@heard/core';
import type { Page } from '../source.js';
import { countOf, listOf, wireOf, type Wire } from '../wire.js';
import type { WildberriesApi } from './wildberries.api.js';
import type { WildberriesCursor } from './wildberries.cursor.js';
import { parseClaim, parseEvent } from './wildberries.private-parse.js';

type Turn = NonNullable<WildberriesCursor['turn']>;

/** What a step read, and where to go on. */
interface PrivateStep extends Omit<Page, 'cursor' | 'more'> {
  readonly cursor: WildberriesCursor;
}

/** What reading in private goes by. */
export interface PrivateHabits {
  readonly clock: Clock;
  /** In what order; empty where nothing private is wanted or may be read. */
  readonly turns: readonly Turn[];
  /** Claims a page. */
  readonly pageSize?: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ARCHIVE_EVERY_MS = HOUR_MS;
/** Whether an event of the very moment that was read up to can still come is not documented. */
const OVERLAP_MS = 1_000;
const CLAIMS_A_PAGE = 200;

/** Reads what is private, after the newest of what is public: events of chats, and claims; one call at a time. */
export class WildberriesPrivate {
  constructor(
    private readonly api: WildberriesApi,
    private readonly habits: PrivateHabits,
  ) {}

  /** The newest are read: now it is the turn of what is private. */
  begun(cursor: WildberriesCursor): WildberriesCursor {
    return this.onward({ ...cursor, turn: undefined });
  }

  /** A section that is refused or has no calls is left for its time; the others go on. */
  async step(cursor: WildberriesCursor, signal: AbortSignal): Promise<PrivateStep> {
    const { turn } = cursor;
    if (turn === undefined || !this.isOpen(cursor, turn))
      return { mentions: [], cursor: this.onward(cursor) };
    try {
      return turn === 'chats' ? await this.readChats(cursor, signal) : await this.readClaims(cursor, signal);
    } catch (error) {
      const until = isFault(error) ? restOf(error, this.now()) : undefined;
      if (until === undefined) throw error;
      const after = this.onward({ ...cursor, [turn]: { ...cursor[turn], ...until } });
      return { mentions: [], cursor: after, ...('offUntil' in until && { refused: true }) };
    }
  }

  private async readChats(cursor: WildberriesCursor, signal: AbortSignal): Promise<PrivateStep> {
    const { upTo, at: goesOn } = cursor.chats ?? {};
    const from = goesOn ?? (upTo === undefined ? Date.parse(cursor.floorAt) : upTo - OVERLAP_MS);
    const call = { query: { next: from }, section: 'chats' } as const;
    const result = wireOf((await this.api.call('GET', '/api/v1/seller/events', call, signal))['result']);
    const events = countOf(result['totalEvents']) === 0 ? [] : listOf(result['events'], 'list of events');
    const mentions = this.within(events, cursor, parseEvent);
    const next = countOf(result['next']);
    const isEnd = events.length === 0 || next <= Math.max(from, upTo ?? 0);
    const chats = isEnd ? { upTo: Math.max(from, upTo ?? 0) } : { upTo, at: next };
    return { mentions, cursor: isEnd ? this.onward({ ...cursor, chats }) : { ...cursor, chats } };
  }

  private async readClaims(cursor: WildberriesCursor, signal: AbortSignal): Promise<PrivateStep> {
    const { list = 'open', offset = 0, archiveAt } = cursor.claims ?? {};
    const limit = this.habits.pageSize ?? CLAIMS_A_PAGE;
    const query = { is_archive: String(list === 'archive'), limit, offset };
    const body = await this.api.call('GET', '/api/v1/claims', { query, section: 'claims' }, signal);
    const claims = listOf(body['claims'], 'list of claims');
    const mentions = this.within(claims, cursor, (wire) => parseClaim(wire, this.now()));
    const end = offset + claims.length;
    const isFull = claims.length > 0 && end < countOf(body['total']);
    if (isFull) return { mentions, cursor: { ...cursor, claims: { list, offset: end, archiveAt } } };
    const now = this.now();
    const isDue = archiveAt === undefined || now.getTime() - Date.parse(archiveAt) >= ARCHIVE_EVERY_MS;
    if (list === 'open' && isDue)
      return { mentions, cursor: { ...cursor, claims: { list: 'archive', archiveAt } } };
    const read = list === 'archive' ? now.toISOString() : archiveAt;
    return { mentions, cursor: this.onward({ ...cursor, claims: { archiveAt: read } }) };
  }

  private within(
    wires: readonly Wire[],
    { floorAt }: WildberriesCursor,
    parse: (wire: Wire) => ReturnType<typeof parseEvent>,
  ): Page['mentions'] {
    return wires
      .map(parse)
      .filter((mention) => mention !== undefined)
      .filter(({ postedAt }) => postedAt === undefined || postedAt >= new Date(floorAt));
  }

  /** The next section whose turn it is. */
  private onward(cursor: WildberriesCursor): WildberriesCursor {
    const { turn, ...rest } = cursor;
    const after = this.habits.turns.slice(turn === undefined ? 0 : this.habits.turns.indexOf(turn) + 1);
    const next = after.find((each) => this.isOpen(cursor, each));
    return next === undefined ? rest : { ...rest, turn: next };
  }

  private isOpen(cursor: WildberriesCursor, turn: Turn): boolean {
    const { offUntil, restsUntil } = cursor[turn] ?? {};
    return [offUntil, restsUntil].every((until) => until === undefined || new Date(until) <= this.now());
  }

  private now(): Date {
    return this.habits.clock.now();
  }
}

/** For how long a section is left alone after this fault; undefined where it is no matter of the section alone. */
function restOf(fault: Fault, now: Date): { offUntil: string } | { restsUntil: string } | undefined {
  if (fault.kind === 'disconnected') return { offUntil: new Date(now.getTime() + DAY_MS).toISOString() };
  if (fault.kind === 'throttled' && fault.retryAt) return { restsUntil: fault.retryAt.toISOString() };
  return undefined;
}
