import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import { FeedFake } from './feed.fake.js';
import { FeedSource } from './feed.source.js';

const authorization = 'Bearer a-word-of-the-site';

async function open(path = '/feed.json', pageSize = 100) {
  const clock = { now: () => new Date(RIG_TIME.getTime() + aheadMs) };
  let aheadMs = 0;
  const fake = new FeedFake(clock, pageSize);
  const { baseUrl } = await fake.listen();
  fake.wants = authorization;
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const source = new FeedSource(
    { url: `${baseUrl}${path}`, authorization, backfillDays: 30 },
    { http, clock },
  );
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  const later = (ms: number): void => {
    aheadMs += ms;
  };
  return { fake, source, later, close, baseUrl };
}

async function rigOf(path: string): Promise<SourceRig> {
  const { fake, source, close } = await open(path, 2);
  return {
    source,
    close,
    add: (text, at) => fake.add(text, at),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => {
      fake.emptyLeft = count;
    },
    linkElsewhere: (origin) => {
      fake.linkOrigin = origin;
    },
    expireToken: () => {
      fake.wants = 'another word';
    },
    dropReadPermission: () => {
      fake.isClosed = true;
    },
    requests: () => fake.server.counters.requests,
    secrets: [authorization],
  };
}

describeSource('JSON Feed', () => rigOf('/feed.json'));
describeSource('Atom', () => rigOf('/feed.atom'));

describe('a feed', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  afterEach(() => rig.close());

  it.each(['/feed.rss', '/feed.atom', '/feed.json'])('reads %s as people wrote it', async (path) => {
    rig = await open(path);
    rig.fake.add('Чекаю <третій> день & "ніхто" не дзвонить', ago(5), 'Оксана Б.');
    const { mentions } = await readRound(rig.source);
    expect(mentions).toMatchObject([
      {
        kind: 'post',
        text: 'Чекаю <третій> день & "ніхто" не дзвонить',
        author: { displayName: 'Оксана Б.', isBrand: false },
        postedAt: ago(5),
      },
    ]);
  });

  it('asks only for what is new, and sees an edit by its id', async () => {
    rig = await open('/feed.atom');
    const id = rig.fake.add('Було так', ago(5));
    const first = await readRound(rig.source);
    const again = await readRound(rig.source, first.cursor);
    expect(again.mentions).toEqual([]);
    rig.fake.edit(id, 'Стало так');
    const edited = await readRound(rig.source, again.cursor);
    expect(edited.mentions).toMatchObject([{ externalId: id, text: 'Стало так', editedAt: RIG_TIME }]);
  });

  it('leaves a site alone for as long as it asks', async () => {
    rig = await open('/feed.rss');
    rig.fake.ttlMinutes = 30;
    rig.fake.headers = { 'cache-control': 'max-age=600' };
    const { cursor } = await readRound(rig.source);
    const asked = rig.fake.server.counters.requests;
    rig.later(29 * 60_000);
    await readRound(rig.source, cursor);
    expect(rig.fake.server.counters.requests).toBe(asked);
    rig.later(2 * 60_000);
    await readRound(rig.source, cursor);
    expect(rig.fake.server.counters.requests).toBe(asked + 1);
  });

  it('leaves it alone again after it said that nothing is new', async () => {
    rig = await open('/feed.rss');
    rig.fake.ttlMinutes = 30;
    let { cursor } = await readRound(rig.source);
    rig.later(31 * 60_000);
    ({ cursor } = await readRound(rig.source, cursor));
    const asked = rig.fake.server.counters.requests;
    rig.later(29 * 60_000);
    await readRound(rig.source, cursor);
    expect(rig.fake.server.counters.requests).toBe(asked);
  });

  it.each([
    ['for as long as a site under repair says', '600', 600_000],
    ['for a day at most', '9000000', 24 * 3_600_000],
  ])('rests %s', async (_name, seconds, restMs) => {
    rig = await open();
    rig.fake.repairs = seconds;
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({
      kind: 'throttled',
      retryAt: new Date(RIG_TIME.getTime() + restMs),
    });
  });

  it.each<[string, () => void]>([
    ['leads nowhere', () => (rig.fake.lostParts = true)],
    ['led to another host for an hour', () => (rig.fake.linkOrigin = 'https://other.example')],
  ])('goes on hearing what is new where the link to older parts %s', async (_name, spoil) => {
    rig = await open('/feed.json', 2);
    for (const minutes of [9, 8, 7]) rig.fake.add(`Скарга ${minutes}`, ago(minutes));
    spoil();
    const begun = await rig.source.collect(undefined, signal);
    expect(begun.mentions).toHaveLength(2);
    rig.later(3_600_000);
    const first = await readRound(rig.source, begun.cursor);
    rig.fake.add('Нова', ago(1));
    const { mentions } = await rig.source.collect(first.cursor, signal);
    expect(mentions.map(({ text }) => text)).toContain('Нова');
  });

  it('follows a move, and believes in it for good the third time', async () => {
    rig = await open('/moved/301/feed.json');
    rig.fake.add('Тут', ago(5));
    let { cursor, mentions } = await readRound(rig.source);
    expect(mentions).toHaveLength(1);
    for (let round = 0; round < 2; round += 1) ({ cursor } = await readRound(rig.source, cursor));
    const asked = rig.fake.server.counters.requests;
    await readRound(rig.source, cursor);
    expect(rig.fake.server.counters.requests).toBe(asked + 1);
  });

  it('does not believe in a move that is only for now', async () => {
    rig = await open('/moved/302/feed.json');
    let { cursor } = await readRound(rig.source);
    for (let round = 0; round < 4; round += 1) ({ cursor } = await readRound(rig.source, cursor));
    expect(cursor['url']).toBeUndefined();
  });

  it.each([
    ['inside', '/moved/301/inside', 'redirect_refused'],
    ['in circles', '/moved/302/moved/302/moved/302/moved/302/moved/302/moved/302/feed.json', 'redirected'],
  ])('is not led %s (P16)', async (_name, path, code) => {
    rig = await open(path);
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({ kind: 'unavailable', code });
  });

  it('is disabled when its site says that it is gone for good', async () => {
    rig = await open();
    rig.fake.isGone = true;
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({
      kind: 'disconnected',
      code: 'feed_gone',
    });
    expect(await rig.source.check(signal)).toMatchObject({ ok: false });
  });
});
