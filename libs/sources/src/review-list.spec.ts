import { Fault, type CollectedMention } from '@heard/core';
import { RIG_TIME } from './contract.spec-suite.js';
import { ReviewList, type PageAsked, type ReviewListHabits, type ReviewPage } from './review-list.js';
import { ago, readRound } from './rounds.spec-suite.js';

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 24 * 60;
const PAGE = 2;

const habits: ReviewListHabits = {
  backfillDays: 30,
  overlapMs: HOUR_MS,
  deepEveryMs: 6 * HOUR_MS,
  deepDays: 10,
  tellsDeletions: true,
};

/** A platform of reviews kept in memory, newest first; every page takes `pageMs`. */
function openList(changed: Partial<ReviewListHabits> = {}, pageMs = 0) {
  const clock = { at: RIG_TIME.getTime(), now: () => new Date(clock.at) };
  const minutes: number[] = [];
  const asked: PageAsked[] = [];
  const refuse = new Map<string, () => Fault | undefined>();
  const read = async (page: PageAsked): Promise<ReviewPage> => {
    asked.push(page);
    clock.at += pageMs;
    const fault = refuse.get(page.purpose ?? 'polling')?.();
    if (fault !== undefined) throw fault;
    const sorted = [...minutes].sort((a, b) => a - b);
    const start = Number(page.place ?? 0);
    const reviews = sorted
      .slice(start, start + PAGE)
      .map((each) => ({ at: ago(each), mention: mentionOf(each) }));
    const end = start + PAGE;
    const total = changed.tellsDeletions === true ? { total: minutes.length } : {};
    return { reviews, ...total, ...(end < sorted.length && { next: String(end) }) };
  };
  const list = new ReviewList({ ...habits, ...changed }, clock, read);
  const source = { collect: list.collect.bind(list), check: () => Promise.resolve({ ok: true as const }) };
  return { clock, minutes, asked, refuse, source, list };
}

function mentionOf(minutes: number): CollectedMention {
  const postedAt = ago(minutes);
  const author = { isBrand: false };
  return {
    kind: 'review',
    externalId: String(minutes),
    author,
    text: '',
    postedAt,
    platformState: 'visible',
    raw: {},
  };
}

const idsOf = (mentions: readonly CollectedMention[]): string[] =>
  mentions.map(({ externalId }) => externalId);

describe('a list of reviews', () => {
  it('is read once when it ends with what is new', async () => {
    const { minutes, source, asked } = openList();
    minutes.push(1, 2, 3);
    const { mentions, whole } = await readRound(source);
    expect([idsOf(mentions), asked.length]).toEqual([['1', '2', '3'], 2]);
    expect(whole).toEqual([{ from: ago(30 * DAY_MINUTES), startedAt: RIG_TIME }]);
  });

  it('reads what is new first, and what is old with the calls of the backfill', async () => {
    const { minutes, source, asked } = openList();
    minutes.push(1, 2, 3, 2 * DAY_MINUTES, 5 * DAY_MINUTES, 40 * DAY_MINUTES);
    const { mentions } = await readRound(source);
    expect(new Set(idsOf(mentions))).toEqual(new Set(['1', '2', '3', '2880', '7200']));
    expect(asked.map(({ purpose, place }) => `${purpose ?? 'polling'} ${place ?? 0}`)).toEqual([
      'polling 0',
      'polling 2',
      'backfill 2',
      'backfill 4',
    ]);
  });

  it('leaves a long backfill each minute to look for what is new', async () => {
    const { minutes, list, clock } = openList({}, 40_000);
    for (let day = 2; day < 20; day += 1) minutes.push(day * DAY_MINUTES);
    const { signal } = new AbortController();
    let page = await list.collect(undefined, signal);
    page = await list.collect(page.cursor, signal);
    minutes.push(0);
    const seen: string[] = [];
    for (const until = clock.at + 130_000; clock.at < until;) {
      page = await list.collect(page.cursor, signal);
      seen.push(...idsOf(page.mentions));
    }
    expect(seen).toContain('0');
    expect(page.more).toBe(true);
  });

  it('goes on with what is new while the backfill has no calls, and with the backfill afterwards', async () => {
    const { minutes, source, refuse, clock } = openList();
    minutes.push(1, 2 * DAY_MINUTES, 3 * DAY_MINUTES, 4 * DAY_MINUTES);
    const retryAt = new Date(RIG_TIME.getTime() + HOUR_MS);
    refuse.set('backfill', () => new Fault('throttled', 'spent', { code: 'calls_spent', retryAt }));
    const first = await readRound(source);
    expect(idsOf(first.mentions)).toEqual(['1']);
    minutes.push(0);
    const second = await readRound(source, first.cursor);
    expect(idsOf(second.mentions)).toContain('0');

    refuse.clear();
    clock.at = retryAt.getTime();
    const third = await readRound(source, second.cursor);
    expect(idsOf(third.mentions)).toEqual(expect.arrayContaining(['2880', '4320', '5760']));
    expect(third.whole).toHaveLength(1);
  });

  it('throws what the platform itself says against a backfill', async () => {
    const { minutes, source, refuse } = openList();
    minutes.push(1, 2 * DAY_MINUTES);
    refuse.set('backfill', () => new Fault('throttled', 'slow down', { retryAt: RIG_TIME }));
    await expect(readRound(source)).rejects.toMatchObject({ kind: 'throttled' });
  });

  it('starts over when its place has gone stale, a few times, and then leaves it to the next round', async () => {
    const { minutes, source, refuse, asked } = openList();
    minutes.push(1, 2, 3);
    let isStale = true;
    refuse.set('polling', () => {
      const fault = new Fault('bug', 'invalid token', { code: 'bad_request' });
      return isStale && asked.at(-1)?.place !== undefined ? fault : undefined;
    });
    const first = await readRound(source);
    expect(asked.length).toBe(8);
    isStale = false;
    expect(idsOf((await readRound(source, first.cursor)).mentions)).toEqual(['1', '2', '3']);
  });

  it('is read deep again when it is time, not down to the floor', async () => {
    const { minutes, source, clock } = openList();
    minutes.push(1, 5 * DAY_MINUTES, 20 * DAY_MINUTES);
    const { cursor } = await readRound(source);
    expect(idsOf((await readRound(source, cursor)).mentions)).toEqual(['1']);
    clock.at += 7 * HOUR_MS;
    const deep = await readRound(source, cursor);
    expect(new Set(idsOf(deep.mentions))).toEqual(new Set(['1', '7200']));
    expect(deep.whole[0]?.from).toEqual(new Date(clock.at - 10 * DAY_MINUTES * 60_000));
  });

  it('tells no deletions where absence proves none', async () => {
    const { minutes, source } = openList({ tellsDeletions: false });
    minutes.push(1);
    expect((await readRound(source)).whole).toEqual([]);
  });

  it('comes again when there are calls for as many pages as it took, beside those for what is old', async () => {
    const { minutes, source } = openList({ pace: { perHour: 160 } });
    minutes.push(1, 2, 3);
    const after = (count: number): Date => new Date(RIG_TIME.getTime() + count * 45_000);
    const { signal } = new AbortController();
    const first = await source.collect(undefined, signal);
    const last = await source.collect(first.cursor, signal);
    expect([first.dueAt, last.more, last.dueAt]).toEqual([undefined, false, after(2)]);
    minutes.splice(1);
    expect((await source.collect(last.cursor, signal)).dueAt).toEqual(after(1));
  });

  it('does not take the same page again and again for a list', async () => {
    const list = new ReviewList(habits, { now: () => RIG_TIME }, () =>
      Promise.resolve({ reviews: [], next: '1' }),
    );
    const { signal } = new AbortController();
    const { cursor } = await list.collect(undefined, signal);
    await expect(list.collect(cursor, signal)).rejects.toMatchObject({ code: 'unexpected_shape' });
  });

  it('is read deep twice when it holds fewer than before: at once, and an hour later', async () => {
    const { clock, minutes, source } = openList({ tellsDeletions: true, deepEveryMs: 7 * 24 * HOUR_MS });
    minutes.push(5, 2 * DAY_MINUTES, 3 * DAY_MINUTES);
    let { cursor } = await readRound(source);
    const wholes = async (): Promise<number> => {
      const round = await readRound(source, cursor);
      ({ cursor } = round);
      return round.whole.length;
    };
    clock.at += 2 * HOUR_MS;
    expect(await wholes()).toBe(0);
    minutes.pop();
    expect(await wholes()).toBe(1);
    expect(await wholes()).toBe(0);
    clock.at += HOUR_MS;
    expect(await wholes()).toBe(1);
    clock.at += HOUR_MS;
    expect(await wholes()).toBe(0);
  });
});
