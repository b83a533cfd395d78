import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { TokensInMemory } from '../held-tokens.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { GooglePlayFake } from './google-play.fake.js';
import { validateGooglePlay } from './google-play.settings.js';
import { GooglePlaySource } from './google-play.source.js';

const HOUR_MS = 3_600_000;

async function open(pageSize = 2, more: Readonly<Record<string, string>> = {}) {
  const clock = { at: RIG_TIME, aheadMs: 0, now: () => new Date(clock.at.getTime() + clock.aheadMs) };
  const fake = new GooglePlayFake({ clock: { now: () => clock.at }, pageSize });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateGooglePlay({ ...fake.settings(), ...more });
  if (!checked.ok) throw new Error('settings refused');
  const urls = { baseUrl, oauthUrl: baseUrl, storageUrl: baseUrl };
  const source = new GooglePlaySource(checked.settings, { http, ...urls, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source, clock, settings: checked.settings, urls, http, close };
}

async function reviewsRig(more: Readonly<Record<string, string>> = {}): Promise<SourceRig> {
  const { fake, source, close } = await open(2, more);
  const key = fake.world.privateKey.split('\n')[1] ?? '';
  return {
    source,
    add: (text, at) => fake.addReview({ author: 'Ігор М.', stars: 1, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    expireToken: () => (fake.world.access = 'revoked'),
    dropReadPermission: () => (fake.world.access = 'forbidden'),
    requests: () => fake.server.counters.requests,
    secrets: [key, 'ya29.sim-play'],
    close,
  };
}

const reportsBucket = 'pubsite_prod_4711';

describeSource('Google Play reviews', () => reviewsRig());
describeSource('Google Play reviews, with their reports', () => reviewsRig({ reportsBucket }));

describe('an app in Google Play', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await open(50);
    const review = { author: 'Ігор М.', stars: 1, text: 'Поддержка не отвечает' };
    to = { kind: 'review', externalId: rig.fake.addReview({ ...review, at: ago(90) }) };
  });

  afterEach(() => rig.close());

  it('tells the title from the text, and takes the tab of a missing one away', async () => {
    rig.fake.addReview({ stars: 2, title: 'Жах', text: 'Не відкривається', at: ago(5) });
    const { mentions } = await readRound(rig.source);
    expect(mentions).toMatchObject([
      { title: 'Жах', text: 'Не відкривається', author: { isBrand: false } },
      { text: 'Поддержка не отвечает', author: { displayName: 'Ігор М.' }, postedAt: ago(90) },
    ]);
    expect(mentions[1]).not.toHaveProperty('title');
  });

  it('takes an empty list, which Google leaves out, for empty', async () => {
    rig.fake.remove(to.externalId);
    expect((await readRound(rig.source)).mentions).toEqual([]);
  });

  it('hears an edit of an old review, which comes to the top', async () => {
    const old = rig.fake.addReview({ author: 'Марта', stars: 1, text: 'Немає книги', at: ago(20 * 24 * 60) });
    const { cursor, mentions } = await readRound(rig.source);
    expect(mentions.map(({ externalId }) => externalId)).not.toContain(old);
    rig.fake.edit(old, { stars: 5, text: 'Привезли самі!' });
    const again = await readRound(rig.source, cursor);
    expect(again.mentions).toContainEqual(
      expect.objectContaining({ externalId: old, text: 'Привезли самі!', rating: { value: 5, scale: 5 } }),
    );
  });

  it('does not take a review for deleted that has become older than a week', async () => {
    const { cursor } = await readRound(rig.source);
    rig.clock.at = new Date(RIG_TIME.getTime() + 8 * 24 * HOUR_MS);
    const later = await readRound(rig.source, cursor);
    expect([later.mentions, later.whole]).toEqual([[], []]);
  });

  it('stops before the platform does, told by its quota, and goes on an hour later', async () => {
    const { cursor } = await readRound(rig.source);
    for (let call = rig.fake.world.reads.length; call < 200; call += 1)
      await rig.source.collect(cursor, signal);
    await expect(rig.source.collect(cursor, signal)).rejects.toMatchObject({ kind: 'throttled' });
    rig.clock.at = new Date(RIG_TIME.getTime() + 2 * HOUR_MS);
    await expect(rig.source.collect(cursor, signal)).resolves.toBeDefined();
  });

  it.each([
    ['a minute slow', -60_000],
    ['an hour fast', HOUR_MS],
    ['a day slow', -24 * HOUR_MS],
  ])('speaks to Google also when our clock is %s', async (_, aheadMs) => {
    rig.clock.aheadMs = aheadMs;
    expect(await rig.source.check(signal)).toEqual({ ok: true });
  });

  it('renews an access token that was withdrawn before its time', async () => {
    const { cursor } = await readRound(rig.source);
    rig.fake.world.tokens += 1;
    await expect(readRound(rig.source, cursor)).resolves.toBeDefined();
  });

  it('shows the access token that another process got', async () => {
    const { http, urls, clock } = rig;
    const context = { http, ...urls, clock, tokens: new TokensInMemory() };
    for (let turn = 0; turn < 3; turn += 1) await readRound(new GooglePlaySource(rig.settings, context));
    expect(rig.fake.world.tokens).toBe(1);
  });

  it.each([
    ['forbidden', 'Users and permissions'],
    ['api_off', 'Android Developer API'],
    ['revoked', 'Service accounts'],
  ] as const)('when %s says where it is mended: %s', async (access, words) => {
    rig.fake.world.access = access;
    expect(JSON.stringify(await rig.source.check(signal))).toContain(words);
  });

  it('says that there is no such app', async () => {
    const settings = { ...rig.settings, packageName: 'ua.other.app' };
    const { http, urls, clock } = rig;
    const wrong = new GooglePlaySource(settings, { http, ...urls, clock });
    expect(await wrong.check(signal)).toMatchObject({ missing: [expect.stringContaining('The app')] });
  });

  it('answers a review and finds the answer', async () => {
    const { externalId } = await rig.source.reply(to, 'Передзвонимо до 12:00', signal);
    expect(await rig.source.findReply(to, 'Передзвонимо до 12:00', ago(1), signal)).toEqual({
      externalId,
      state: 'visible',
    });
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]?.brandReply).toMatchObject({ text: 'Передзвонимо до 12:00', at: RIG_TIME });
  });

  it('does not overwrite another answer, nor send the same twice', async () => {
    await rig.source.reply(to, 'Перша', signal);
    await rig.source.reply(to, 'Перша', signal);
    await expect(rig.source.reply(to, 'Друга', signal)).rejects.toMatchObject({ code: 'reply_exists' });
    expect(rig.fake.review(to.externalId).answer?.text).toBe('Перша');
    expect(await rig.source.findReply(to, 'Друга', ago(1), signal)).toBeUndefined();
  });

  it('finds an answer whose response was lost, instead of sending it again (W05)', async () => {
    rig.fake.failNext(1, 'lost', /:reply/);
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await rig.source.findReply(to, 'Вітаємо', ago(1), signal)).toMatchObject({ state: 'visible' });
  });

  it('rejects an answer that is too long before it is sent', async () => {
    await expect(rig.source.reply(to, 'ї'.repeat(351), signal)).rejects.toMatchObject({ code: 'too_long' });
    await expect(rig.source.reply(to, 'ї'.repeat(350), signal)).resolves.toBeDefined();
  });

  it('rejects an answer that Google refuses for one review, and goes on reading', async () => {
    rig.fake.world.access = 'read_only';
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'permission_missing',
      missing: [expect.stringContaining('Reply to reviews')],
    });
    expect((await readRound(rig.source)).mentions).toHaveLength(1);
  });

  it('misses a review that is gone', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Запізно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('comes back as it was from what it saved', () => {
    const copy = GooglePlayFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: rig.clock });
    expect(copy.review(to.externalId).stars).toBe(1);
  });
});

describe('connecting an app of Google Play', () => {
  const settings = new GooglePlayFake({ clock: { now: () => RIG_TIME } }).settings();

  it('takes the file of a service account, also on one line', () => {
    expect(validateGooglePlay(settings).ok).toBe(true);
    const oneLine = settings['serviceAccount']?.replaceAll('\n', ' ');
    expect(validateGooglePlay({ ...settings, serviceAccount: oneLine }).ok).toBe(true);
  });

  it.each([
    ['no JSON', `{${'x'.repeat(200)}}`],
    ['a file without a key', JSON.stringify({ client_email: 'a@b.example', padding: 'x'.repeat(200) })],
  ])('refuses %s', (_, serviceAccount) => {
    expect(validateGooglePlay({ ...settings, serviceAccount })).toEqual({
      ok: false,
      errors: [{ key: 'serviceAccount', code: 'malformed' }],
    });
  });
});
