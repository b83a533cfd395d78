import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { signJwt } from '../jwt.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { AppStoreFake } from './app-store.fake.js';
import { validateAppStore } from './app-store.settings.js';
import { AppStoreSource } from './app-store.source.js';

const HOUR_MS = 3_600_000;

async function open(pageSize = 2, changed: Record<string, string | undefined> = {}) {
  const clock = { at: RIG_TIME, aheadMs: 0, now: () => new Date(clock.at.getTime() + clock.aheadMs) };
  const fake = new AppStoreFake({ clock: { now: () => clock.at }, pageSize });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateAppStore({ ...fake.settings(), ...changed });
  if (!checked.ok || !('byKey' in checked.settings)) throw new Error('settings refused');
  const { byKey: settings } = checked.settings;
  const source = new AppStoreSource(settings, { http, baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source, clock, settings, baseUrl, http, close };
}

async function reviewsRig(): Promise<SourceRig> {
  const { fake, source, close } = await open();
  const key = fake.world.privateKey.split('\n')[1] ?? '';
  return {
    source,
    add: (body, at) => fake.addReview({ nickname: 'olga77', stars: 1, body, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    linkElsewhere: (origin) => fake.linkElsewhere(origin),
    expireToken: () => (fake.world.access = 'revoked'),
    dropReadPermission: () => (fake.world.access = 'no_role'),
    requests: () => fake.server.counters.requests,
    // Every token begins with the same header, so that one is found wherever it shows.
    secrets: [key, Buffer.from('{"alg":"ES256"').toString('base64url').slice(0, -1)],
    close,
  };
}

describeSource('App Store reviews', reviewsRig);

describe('an app in the App Store', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let to: ReplyTarget;
  let others: Awaited<ReturnType<typeof open>>[];

  beforeEach(async () => {
    others = [];
    rig = await open(50);
    const review = {
      nickname: 'olga77',
      stars: 1,
      title: 'Не открывается заказ',
      body: 'Поддержка молчит неделю',
    };
    to = { kind: 'review', externalId: rig.fake.addReview({ ...review, at: ago(90) }) };
  });

  afterEach(async () => {
    for (const each of [rig, ...others]) await each.close();
  });

  async function connectedWith(changed: Record<string, string | undefined>): Promise<AppStoreSource> {
    const other = await open(50, changed);
    others.push(other);
    return other.source;
  }

  it('keeps title, rating, nickname and the time with its offset', async () => {
    const { mentions } = await readRound(rig.source);
    expect(mentions).toMatchObject([
      {
        kind: 'review',
        title: 'Не открывается заказ',
        text: 'Поддержка молчит неделю',
        rating: { value: 1, scale: 5 },
        author: { displayName: 'olga77', isBrand: false },
        postedAt: ago(90),
      },
    ]);
  });

  it('takes a review without a nickname and a title', async () => {
    const id = rig.fake.addReview({ stars: 2, body: 'Повільно', at: ago(3) });
    const { mentions } = await readRound(rig.source);
    const found = mentions.find(({ externalId }) => externalId === id);
    expect([found?.author, found?.title]).toEqual([{ isBrand: false }, undefined]);
  });

  it('finds an edit that keeps its place, and a removal, by reading deep again', async () => {
    rig.fake.addReview({ nickname: 'ihor', stars: 2, body: 'Повільно', at: ago(4 * 24 * 60) });
    const old = rig.fake.addReview({
      nickname: 'marta',
      stars: 1,
      body: 'Немає книги',
      at: ago(5 * 24 * 60),
    });
    const { cursor } = await readRound(rig.source);
    rig.fake.edit(old, { stars: 5, body: 'Привезли самі!' });
    rig.fake.remove(to.externalId);
    const soon = await readRound(rig.source, cursor);
    expect(soon.mentions.map(({ externalId }) => externalId)).not.toContain(old);

    rig.clock.at = new Date(RIG_TIME.getTime() + 7 * HOUR_MS);
    const { mentions, whole } = await readRound(rig.source, soon.cursor);
    expect(mentions).toContainEqual(expect.objectContaining({ externalId: old, text: 'Привезли самі!' }));
    expect(mentions.map(({ externalId }) => externalId)).not.toContain(to.externalId);
    expect(whole).toMatchObject([{ startedAt: rig.clock.at }]);
  });

  it('does not let a review from the future hide those of the present (P07)', async () => {
    rig.fake.addReview({ nickname: 'time', stars: 1, body: 'Завтра', at: ago(-10 * 24 * 60) });
    const { cursor } = await readRound(rig.source);
    const now = rig.fake.addReview({ nickname: 'marta', stars: 1, body: 'Сьогодні', at: RIG_TIME });
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ externalId }) => externalId)).toContain(now);
  });

  it.each([
    ['a minute slow', -60_000],
    ['an hour fast', HOUR_MS],
    ['a day slow', -24 * HOUR_MS],
  ])('speaks to Apple also when our clock is %s', async (_, aheadMs) => {
    rig.clock.aheadMs = aheadMs;
    expect((await readRound(rig.source)).mentions).toHaveLength(1);
  });

  it("connects with a person's own key, which has no issuer", async () => {
    const own = await connectedWith({ issuerId: undefined });
    expect(await own.check(signal)).toEqual({ ok: true });
  });

  it('says who can mend a key that does not fit', async () => {
    const wrong = await connectedWith({ keyId: 'AAAAAAAAAA' });
    expect(JSON.stringify(await wrong.check(signal))).toContain('Users and Access');
  });

  it('says that there is no such app', async () => {
    const wrong = await connectedWith({ appId: '42' });
    expect(await wrong.check(signal)).toMatchObject({
      ok: false,
      missing: [expect.stringContaining('The app')],
    });
  });

  it('answers a review, waits for Apple, and sees the answer shown', async () => {
    const { externalId } = await rig.source.reply(to, 'Ольго, передзвонимо до 12:00', signal);
    const seen = () => rig.source.findReply(to, 'Ольго, передзвонимо до 12:00', ago(1), signal);
    expect(await seen()).toEqual({ externalId, state: 'pending' });
    rig.fake.publishAnswer(to.externalId);
    expect(await seen()).toEqual({ externalId, state: 'visible' });
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]?.brandReply).toMatchObject({ text: 'Ольго, передзвонимо до 12:00', state: 'visible' });
  });

  it('does not overwrite another answer, nor send the same twice', async () => {
    await rig.source.reply(to, 'Перша', signal);
    const { writes } = rig.fake.server.counters;
    await rig.source.reply(to, 'Перша', signal);
    await expect(rig.source.reply(to, 'Друга', signal)).rejects.toMatchObject({ code: 'reply_exists' });
    expect(rig.fake.review(to.externalId).answer?.text).toBe('Перша');
    expect(rig.fake.server.counters.writes).toBe(writes);
    expect(await rig.source.findReply(to, 'Друга', ago(1), signal)).toBeUndefined();
  });

  it('finds an answer whose response was lost, instead of sending it again (W05)', async () => {
    rig.fake.failNext(1, 'lost', /POST/);
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await rig.source.findReply(to, 'Вітаємо', ago(1), signal)).toMatchObject({ state: 'pending' });
  });

  it('rejects an answer that is too long before it is sent', async () => {
    await expect(rig.source.reply(to, 'ї'.repeat(5_971), signal)).rejects.toMatchObject({ code: 'too_long' });
    await expect(rig.source.reply(to, 'ї'.repeat(5_970), signal)).resolves.toBeDefined();
  });

  it('rejects an answer of a key that may only read, and goes on reading', async () => {
    rig.fake.world.access = 'read_only';
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'permission_missing',
      missing: [expect.stringContaining('to answer reviews')],
    });
    expect((await readRound(rig.source)).mentions).toHaveLength(1);
  });

  it('misses a review that is gone', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Запізно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('comes back as it was from what it saved', () => {
    const copy = AppStoreFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: rig.clock });
    expect(copy.review(to.externalId).stars).toBe(1);
  });

  it.each([
    ['lives for 21 minutes', { exp: 21 * 60 }],
    ['is for somebody else', { aud: 'appstoreconnect-v2' }],
    ['has expired', { exp: -1 }],
    ['names another issuer', { iss: 'somebody' }],
  ])('is not fooled, as Apple is not, by a token that %s', async (_, claims) => {
    const nowSeconds = RIG_TIME.getTime() / 1000;
    const { exp = 600, ...others } = claims as { exp?: number };
    const good = { iss: rig.fake.world.issuerId, aud: 'appstoreconnect-v1', iat: nowSeconds };
    const bearer = await signJwt(
      { alg: 'ES256', kid: rig.fake.world.keyId },
      { ...good, ...others, exp: nowSeconds + exp },
      rig.settings.key,
    );
    const url = `${rig.baseUrl}/v1/customerReviews/${to.externalId}`;
    const headers = { authorization: `Bearer ${bearer}` };
    expect((await rig.http.request({ method: 'GET', url, headers })).status).toBe(401);
  });
});

describe('connecting an app', () => {
  it('takes only a P-256 key', () => {
    const settings = new AppStoreFake({ clock: { now: () => RIG_TIME } }).settings();
    expect(validateAppStore(settings).ok).toBe(true);
    expect(validateAppStore({ ...settings, privateKey: 'x'.repeat(200) })).toEqual({
      ok: false,
      errors: [{ key: 'privateKey', code: 'malformed' }],
    });
  });
});
