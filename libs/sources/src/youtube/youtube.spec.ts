import type { CollectedMention } from '@heard/core';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { Cursor } from '../source.js';
import { YoutubeFake } from './youtube.fake.js';
import { openYoutube } from './youtube.spec-rig.js';
import { YoutubeSource } from './youtube.source.js';

const HOUR_MS = 3_600_000;

/** `under` decides whether the added texts are comments, or replies to one. */
function rigOf(way: 'key' | 'consent', under: 'video' | 'comment'): () => Promise<SourceRig> {
  return async () => {
    const { fake, source, close } = await openYoutube(way, 2);
    const parent = under === 'comment' ? { parentId: fake.addRemark({ text: 'Перший', at: ago(30) }) } : {};
    const { apiKey, clientSecret, refreshToken } = fake.world;
    return {
      source,
      add: (text, at) => fake.addRemark({ ...parent, text, at }),
      remove: (id) => fake.remove(id),
      failNext: (count, kind) => fake.failNext(count, kind),
      emptyPages: (count) => fake.emptyPages(count),
      expireToken: () => (fake.world.access = 'expired'),
      dropReadPermission: () => (fake.world.access = 'forbidden'),
      requests: () => fake.server.counters.requests,
      secrets: [apiKey, clientSecret, refreshToken, 'ya29.sim-youtube'],
      close,
    };
  };
}

describeSource('YouTube comments, by consent', rigOf('consent', 'video'));
describeSource('YouTube comments, by key', rigOf('key', 'video'));
describeSource('YouTube replies', rigOf('consent', 'comment'));

const idsOf = (mentions: readonly CollectedMention[]): string[] =>
  mentions.map(({ externalId }) => externalId);

describe('a channel of YouTube', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openYoutube>>;
  let commentId: string;

  beforeEach(async () => {
    rig = await openYoutube();
    commentId = rig.fake.addRemark({ text: 'Заказ так и не пришёл', at: ago(90) });
  });

  afterEach(() => rig.close());

  it('tells comments, replies, and what the channel itself said', async () => {
    rig.fake.addRemark({ parentId: commentId, by: 'channel', text: 'Шукаємо', at: ago(60) });
    rig.fake.addRemark({ parentId: commentId, by: { name: '@noname' }, text: 'І моє', at: ago(50) });
    const { mentions } = await readRound(rig.source);
    expect(mentions).toContainEqual(
      expect.objectContaining({
        kind: 'comment',
        externalId: commentId,
        url: `https://www.youtube.com/watch?v=vid1&lc=${commentId}`,
        author: { externalId: 'UCviewer1', displayName: '@oleg', isBrand: false },
      }),
    );
    expect(targetOf(mentions, 'Шукаємо')).toMatchObject({
      kind: 'reply',
      parentExternalId: commentId,
      rootExternalId: commentId,
      author: { isBrand: true },
    });
    expect(targetOf(mentions, 'І моє')).toMatchObject({ author: { displayName: '@noname' } });
  });

  it('asks for the words without HTML', async () => {
    const text = 'Де книга?\n<b>Третій</b> день & тиша';
    rig.fake.addRemark({ text, at: ago(3) });
    const { mentions } = await readRound(rig.source);
    expect(mentions.map((mention) => mention.text)).toContain(text);
  });

  it('reads all replies where the list shows only some', async () => {
    const ids = Array.from({ length: 8 }, (_, nth) =>
      rig.fake.addRemark({ parentId: commentId, text: `Теж ${nth}`, at: ago(60 - nth) }),
    );
    const { mentions } = await readRound(rig.source);
    expect(idsOf(mentions)).toEqual(expect.arrayContaining(ids));
  });

  it('hears an edit, of a comment and of a reply', async () => {
    const replyId = rig.fake.addRemark({ parentId: commentId, text: 'І моє', at: ago(50) });
    const { cursor } = await readRound(rig.source);
    rig.fake.edit(commentId, 'Пришёл!');
    rig.fake.edit(replyId, 'І моє прийшло');
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions).toContainEqual(
      expect.objectContaining({ externalId: commentId, text: 'Пришёл!', editedAt: RIG_TIME }),
    );
    expect(mentions.map(({ text }) => text)).toContain('І моє прийшло');
  });

  it('marks what waits for a look of the owner as hidden', async () => {
    rig.fake.remark(commentId).held = true;
    const { mentions, cursor } = await readRound(rig.source);
    expect(mentions).toMatchObject([{ externalId: commentId, platformState: 'hidden' }]);
    rig.fake.remark(commentId).held = false;
    expect((await readRound(rig.source, cursor)).mentions).toMatchObject([{ platformState: 'visible' }]);
  });

  it('hears what YouTube takes for spam, as hidden, and only that once', async () => {
    rig.fake.remark(commentId).isSpam = true;
    const { mentions } = await readRound(rig.source);
    expect(mentions).toMatchObject([{ externalId: commentId, platformState: 'hidden' }]);
  });

  it('goes on without what waits for a look where somebody else than the owner consented, and says so', async () => {
    rig.fake.world.access = 'not_owner';
    const first = await rig.source.collect(undefined, signal);
    const second = await rig.source.collect(first.cursor, signal);
    expect([first.mentions.length, second.refused]).toEqual([1, true]);
    expect(JSON.stringify(await rig.source.check(signal))).toContain('as the owner');
    const { cursor } = await readRound(rig.source, second.cursor);
    const before = rig.fake.world.units.spent;
    await readRound(rig.source, cursor);
    expect(rig.fake.world.units.spent - before).toBe(1);
  });

  it('comes back as it was from what it saved', () => {
    const copy = YoutubeFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: rig.clock });
    expect(copy.remark(commentId).text).toBe('Заказ так и не пришёл');
  });

  it.each([
    ['forbidden', 'youtube.force-ssl'],
    ['expired', 'refresh token'],
    ['comments_off', 'YouTube Studio'],
  ] as const)('when %s says where it is mended: %s', async (access, words) => {
    rig.fake.world.access = access;
    expect(JSON.stringify(await rig.source.check(signal))).toContain(words);
  });

  it('says that there is no such channel', async () => {
    const wrong = new YoutubeSource({ ...rig.settings, channelId: 'UCnobody' }, rig.context);
    expect(await wrong.check(signal)).toMatchObject({ missing: [expect.stringContaining('The channel')] });
  });

  it('rests until midnight in California when the units of the day are spent', async () => {
    const { cursor } = await readRound(rig.source);
    rig.fake.world.units.spent = 10_000;
    await expect(rig.source.collect(cursor, signal)).rejects.toMatchObject({
      kind: 'throttled',
      code: 'quota_spent',
      retryAt: new Date('2026-11-23T08:00:00Z'),
    });
    rig.clock.at = new Date('2026-11-23T08:00:00Z');
    await expect(rig.source.collect(cursor, signal)).resolves.toBeDefined();
  });

  it('spends one unit a round where nothing happens', async () => {
    for (let nth = 0; nth < 60; nth += 1) rig.fake.addRemark({ text: String(nth), at: ago(nth) });
    let { cursor } = await readRound(rig.source);
    const before = rig.fake.world.units.spent;
    for (let round = 0; round < 10; round += 1) ({ cursor } = await readRound(rig.source, cursor));
    expect(rig.fake.world.units.spent - before).toBe(10);
  });
});

describe('older threads of a channel', () => {
  let rig: Awaited<ReturnType<typeof openYoutube>>;
  let old: string;
  let cursor: Cursor;

  /** Three pages of threads: the oldest is on none that is listed in a round. */
  beforeEach(async () => {
    rig = await openYoutube('consent', 2);
    old = rig.fake.addRemark({ text: 'Старий коментар', at: ago(3 * 24 * 60) });
    rig.fake.addRemark({ parentId: old, text: 'Перша відповідь', at: ago(2 * 24 * 60) });
    for (let nth = 1; nth <= 4; nth += 1) rig.fake.addRemark({ text: `Новий ${nth}`, at: ago(nth) });
    ({ cursor } = await readRound(rig.source));
  });

  afterEach(() => rig.close());

  async function rounds(count: number) {
    const mentions: CollectedMention[] = [];
    const gone: unknown[] = [];
    const whole: string[] = [];
    const { signal } = new AbortController();
    for (let left = count; left > 0;) {
      const page = await rig.source.collect(cursor, signal);
      mentions.push(...page.mentions);
      gone.push(...(page.gone ?? []));
      whole.push(...(page.whole ?? []).flatMap(({ rootExternalId }) => rootExternalId ?? []));
      cursor = JSON.parse(JSON.stringify(page.cursor)) as Cursor;
      if (!page.more) left -= 1;
    }
    return { mentions, gone, whole };
  }

  it('are heard when somebody replies late, one and many', async () => {
    const late = rig.fake.addRemark({ parentId: old, text: 'І в мене так само', at: RIG_TIME });
    expect(idsOf((await rounds(1)).mentions)).toContain(late);
    const many = [1, 2, 3].map((nth) => rig.fake.addRemark({ parentId: old, text: `Ще ${nth}` }));
    expect(idsOf((await rounds(1)).mentions)).toEqual(expect.arrayContaining(many));
  });

  it('are told as gone when YouTube does not know them any more, with what was under them', async () => {
    rig.fake.remove(old);
    const first = await rounds(1);
    expect(first.gone).toEqual([{ kind: 'comment', externalId: old }]);
    const second = await rounds(1);
    expect([...first.whole, ...second.whole].filter((id) => id === old)).toHaveLength(2);
    expect((await rounds(2)).gone).toEqual([]);
  });

  it('are told as gone also when they were among the newest, or the oldest of all', async () => {
    const newest = rig.fake.addRemark({ text: 'Найновіший', at: RIG_TIME });
    await rounds(1);
    rig.fake.remove(newest);
    expect((await rounds(1)).gone).toEqual([{ kind: 'comment', externalId: newest }]);
  });

  it('are not taken for gone by an answer that shows nothing at all', async () => {
    rig.fake.emptyPages(1);
    expect((await rounds(1)).gone).toEqual([]);
  });

  it('tell twice of a reply that is missing, where lists show all and where they do not', async () => {
    const extra = [1, 2, 3].map((nth) => rig.fake.addRemark({ parentId: old, text: `Ще ${nth}` }));
    await rounds(2);
    rig.fake.remove(extra[0] ?? '');
    const long = await rounds(2);
    expect(long.whole.filter((id) => id === old)).toHaveLength(2);
    rig.fake.remove(extra[1] ?? '');
    const short = await rounds(3);
    expect(short.whole.filter((id) => id === old)).toHaveLength(2);
    expect((await rounds(2)).whole).not.toContain(old);
  });

  it('are read again once a day where lists do not show all replies: for edits', async () => {
    const [first = ''] = [1, 2, 3].map((nth) => rig.fake.addRemark({ parentId: old, text: `Ще ${nth}` }));
    await rounds(1);
    rig.fake.edit(first, 'Ще 1, виправлено');
    rig.clock.at = new Date(RIG_TIME.getTime() + 25 * HOUR_MS);
    const { mentions } = await rounds(1);
    expect(mentions.map(({ text }) => text)).toContain('Ще 1, виправлено');
  });

  it('do not stop the round when one of them is closed while its replies are read', async () => {
    for (let nth = 0; nth < 4; nth += 1) rig.fake.addRemark({ parentId: old, text: `Ще ${nth}` });
    rig.fake.server.failNext(1, '500', /comments$/);
    await expect(rounds(1)).rejects.toMatchObject({ kind: 'unavailable' });
    rig.fake.remove(old);
    await rounds(1);
    const fresh = rig.fake.addRemark({ text: 'Найновіший', at: RIG_TIME });
    expect(idsOf((await rounds(1)).mentions)).toContain(fresh);
  });
});
