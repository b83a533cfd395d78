import { Fault } from '@heard/core';
import type { HttpClient, HttpRequest } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import { nextAsk, planAsks, shownAgain } from './youtube.asks.js';
import { openCursor, type WatchedThread } from './youtube.cursor.js';
import { openYoutube } from './youtube.spec-rig.js';
import { YoutubeSource } from './youtube.source.js';

const { signal } = new AbortController();
const DAY = 24 * 60;
const minute = (at: Date): number => Math.floor(at.getTime() / 60_000);

function watching(threads: readonly (readonly [id: string, ageMinutes: number, shownAgo: number])[]) {
  const watched = threads.map(([id, age, shownAgo]): WatchedThread => ({
    ...{ id, at: ago(age).toISOString(), replies: 0, shown: minute(ago(shownAgo)) },
  }));
  return { ...openCursor(undefined, RIG_TIME, 30), watched };
}

describe('asking for older threads', () => {
  it('asks first where most replies may be waiting', () => {
    const cursor = watching([
      ['old', 20 * DAY, 5],
      ['old, not shown for long', 20 * DAY, 3 * DAY],
      ['young', 2 * 60, 5],
      ['young, shown just now', 2 * 60, 0],
    ]);
    const asks = planAsks(cursor, { listed: 0, atOnce: 50 }, RIG_TIME);
    expect(asks).toEqual(['old, not shown for long', 'young', 'old', 'young, shown just now']);
  });

  it('learns where people go on talking', () => {
    const posted = ago(20 * DAY);
    const quiet: WatchedThread = { id: 'a', at: posted.toISOString(), replies: 3, shown: minute(ago(10)) };
    expect(shownAgain(quiet, posted, 3, RIG_TIME)).not.toHaveProperty('rate');
    const lively = { ...quiet, id: 'b', ...shownAgain(quiet, posted, 8, ago(5)) };
    const cursor = { ...watching([]), watched: [{ ...quiet, shown: minute(ago(5)) }, lively] };
    expect(planAsks(cursor, { listed: 0, atOnce: 50 }, RIG_TIME)).toEqual(['b', 'a']);
  });

  it.each([
    [undefined, 8],
    [333, 8],
    [100, 4],
  ])('with %p calls an hour asks for %i threads of five a call', (perHour, count) => {
    const cursor = watching(Array.from({ length: 20 }, (_, nth) => [`t${nth}`, DAY, 60]));
    expect(planAsks(cursor, { listed: 2, atOnce: 5, perHour }, RIG_TIME)).toHaveLength(count);
  });

  it('asks for one that was listed just now too, and for nothing when there is none', () => {
    const cursor = {
      ...watching([
        ['new', 1, 0],
        ['gone', 2, 0],
        ['old', DAY, 60],
      ]),
      suspects: ['gone'],
      asks: ['old'],
    };
    expect(nextAsk(cursor, 50)).toEqual(['new', 'gone', 'old']);
    expect(nextAsk({ ...cursor, suspects: [], asks: [] }, 50)).toEqual([]);
  });
});

describe('what is old on a channel', () => {
  let rig: Awaited<ReturnType<typeof openYoutube>>;

  /** Thirty old threads, of which lists do not show all replies. */
  beforeEach(async () => {
    rig = await openYoutube('consent', 5);
    for (let nth = 0; nth < 30; nth += 1) {
      const parentId = rig.fake.addRemark({ text: `Давній ${nth}`, at: ago(10 * DAY + nth) });
      for (let reply = 0; reply < 7; reply += 1)
        rig.fake.addRemark({ parentId, text: `Відповідь ${nth}.${reply}`, at: ago(9 * DAY) });
    }
  });

  afterEach(() => rig.close());

  it('does not delay what is new by more than a minute, and is read to its end', async () => {
    let page = await rig.source.collect(undefined, signal);
    const texts: string[] = [];
    for (let call = 0; call < 12; call += 1) {
      page = await rig.source.collect(page.cursor, signal);
      texts.push(...page.mentions.map(({ text }) => text));
    }
    const late = rig.fake.addRemark({ text: 'Щойно', at: ago(0) });
    rig.clock.at = new Date(RIG_TIME.getTime() + 60_000);
    const next = await rig.source.collect(page.cursor, signal);
    expect([page.more, next.mentions[0]?.externalId]).toEqual([true, late]);
    const { mentions } = await readRound(rig.source, next.cursor);
    const read = new Set([...texts, ...[...next.mentions, ...mentions].map(({ text }) => text)]);
    expect([...read].filter((text) => text.startsWith('Відповідь'))).toHaveLength(210);
  });

  it('waits for its share of the calls, while late replies are read', async () => {
    const asked: HttpRequest[] = [];
    const scarce: HttpClient = {
      ...rig.context.http,
      request: (request) => {
        asked.push(request);
        if (request.purpose !== 'backfill' || !request.url.endsWith('comments'))
          return rig.context.http.request(request);
        const retryAt = new Date(RIG_TIME.getTime() + 3_600_000);
        throw new Fault('throttled', 'none left', { code: 'calls_spent', retryAt });
      },
    };
    const source = new YoutubeSource(rig.settings, { ...rig.context, http: scarce });
    const { cursor, mentions } = await readRound(source);
    expect(mentions.filter(({ text }) => text === 'Давній 29')).toHaveLength(1);
    const [old = ''] = mentions
      .filter(({ text }) => text === 'Давній 29')
      .map(({ externalId }) => externalId);
    const late = rig.fake.addRemark({ parentId: old, text: 'І в мене', at: RIG_TIME });
    expect((await readRound(source, cursor)).mentions.map(({ externalId }) => externalId)).toContain(late);
    expect(asked.some(({ purpose }) => purpose === 'backfill')).toBe(true);
  });
});
