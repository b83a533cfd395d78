import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { GoogleFake } from './google.fake.js';
import { originalOf, parseReview } from './google.parse.js';
import { validateGoogle } from './google.settings.js';
import { GoogleSource } from './google.source.js';

async function open(pageSize = 2, replyState: 'PENDING' | 'APPROVED' = 'APPROVED') {
  const clock = { now: () => RIG_TIME };
  const fake = new GoogleFake({ clock, pageSize, replyState });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  const checked = validateGoogle(fake.settings());
  if (!checked.ok) throw new Error('settings refused');
  const source = new GoogleSource(checked.settings, { http, baseUrl, oauthUrl: baseUrl, clock });
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source, close };
}

async function reviewsRig(): Promise<SourceRig> {
  const { fake, source, close } = await open();
  return {
    source,
    add: (text, at) => fake.addReview({ author: 'Ірина', stars: 1, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    expireToken: () => fake.setAccess('expired'),
    dropReadPermission: () => fake.setAccess('forbidden'),
    requests: () => fake.server.counters.requests,
    secrets: [fake.world.clientSecret, fake.world.refreshToken, 'ya29.sim-access'],
    close,
  };
}

describeSource('Google reviews', reviewsRig);

describe('a Google location', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await open(50);
    to = {
      kind: 'review',
      externalId: rig.fake.addReview({ author: 'Ірина', stars: 2, text: 'Не передзвонили', at: ago(90) }),
    };
  });

  afterEach(() => rig.close());

  it('reads the review that a webhook named, and tells when it is gone', async () => {
    const { externalId: reviewId } = to;
    const { mentions } = await rig.source.takePushed({ reviewId }, signal);
    expect(mentions).toMatchObject([{ externalId: reviewId, text: 'Не передзвонили' }]);
    rig.fake.remove(reviewId);
    const { gone } = await rig.source.takePushed({ reviewId }, signal);
    expect(gone).toEqual([{ kind: 'review', externalId: reviewId }]);
  });

  it('replaces the answer that the writer saw, and no other', async () => {
    await rig.source.reply(to, 'Перепрошуємо', signal);
    const unseen = { ...to, instead: 'Дякуємо за відгук' };
    await expect(rig.source.reply(unseen, 'Їдемо до вас', signal)).rejects.toMatchObject({
      code: 'reply_exists',
    });
    await rig.source.reply({ ...to, instead: 'Перепрошуємо' }, 'Їдемо до вас', signal);
    expect(await rig.source.findReply(to, 'Їдемо до вас', RIG_TIME, signal)).toMatchObject({
      state: 'visible',
    });
  });

  it('keeps a bare rating, an anonymous reviewer and nanoseconds', async () => {
    rig.fake.addReview({ stars: 1, at: ago(5) });
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]).toMatchObject({
      kind: 'review',
      text: '',
      rating: { value: 1, scale: 5 },
      author: { isBrand: false },
    });
    expect(mentions[0]?.author.displayName).toBeUndefined();
    expect(mentions[0]?.postedAt).toEqual(ago(5));
  });

  it('hands an edited review over again, with its new rating', async () => {
    const { cursor } = await readRound(rig.source);
    rig.fake.edit(to.externalId, { stars: 5, text: 'Привезли особисто!' });
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions).toMatchObject([{ externalId: to.externalId, rating: { value: 5 }, editedAt: RIG_TIME }]);
  });

  it('finds a review that shows up late, a little older than the newest one seen', async () => {
    rig.fake.addReview({ author: 'Ігор', stars: 5, text: 'Найновіший', at: ago(2) });
    const { cursor } = await readRound(rig.source);
    const late = rig.fake.addReview({ author: 'Марта', stars: 1, text: 'Запізнілий', at: ago(8) });
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ externalId }) => externalId)).toContain(late);
  });

  it('calls for two more readings of all reviews when Google counts fewer than before', async () => {
    rig.fake.addReview({ author: 'Ігор', stars: 5, text: 'Дякую', at: ago(80) });
    const { cursor } = await readRound(rig.source);
    expect((await readRound(rig.source, cursor)).whole).toEqual([]);
    rig.fake.remove(to.externalId);
    const { cursor: noted, whole } = await readRound(rig.source, cursor);
    // Not twice within an hour: that one is missing is to be seen again later.
    expect([whole.length, (await readRound(rig.source, noted)).whole.length]).toEqual([0, 0]);
    expect(noted).toMatchObject({ looksDue: 2 });
  });

  it('takes an empty location for empty', async () => {
    rig.fake.remove(to.externalId);
    expect((await readRound(rig.source)).mentions).toEqual([]);
  });

  it('renews an access token that was withdrawn before its time', async () => {
    const { cursor } = await readRound(rig.source);
    rig.fake.world.tokens += 1;
    await expect(readRound(rig.source, cursor)).resolves.toBeDefined();
  });

  it.each([
    ['not_approved', 'API access not approved'],
    ['forbidden', 'business.manage'],
    ['expired', 'refresh token'],
  ] as const)('when %s says that this is missing: %s', async (access, words) => {
    rig.fake.setAccess(access);
    const check = await rig.source.check(signal);
    expect(JSON.stringify(check)).toContain(words);
  });

  it('answers a review and finds the answer', async () => {
    const { externalId } = await rig.source.reply(to, 'Передзвонимо до 12:00', signal);
    expect(rig.fake.review(to.externalId).reply?.text).toBe('Передзвонимо до 12:00');
    expect(await rig.source.findReply(to, 'Передзвонимо до 12:00', ago(1), signal)).toEqual({
      externalId,
      state: 'visible',
    });
  });

  it.each([
    ['PENDING', { state: 'pending' }],
    ['REJECTED', { state: 'rejected', reason: 'OFF_TOPIC' }],
    ['APPROVED', { state: 'visible' }],
  ] as const)('tells an answer that is %s', async (state, expected) => {
    await rig.source.reply(to, 'Вітаємо', signal);
    rig.fake.judgeReply(to.externalId, state, state === 'REJECTED' ? 'OFF_TOPIC' : undefined);
    expect(await rig.source.findReply(to, 'Вітаємо', ago(1), signal)).toMatchObject(expected);
  });

  it('does not overwrite another answer, nor send the same twice', async () => {
    await rig.source.reply(to, 'Перша', signal);
    await rig.source.reply(to, 'Перша', signal);
    await expect(rig.source.reply(to, 'Друга', signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'reply_exists',
    });
    expect(rig.fake.review(to.externalId).reply?.text).toBe('Перша');
    expect(await rig.source.findReply(to, 'Друга', ago(1), signal)).toBeUndefined();
  });

  it('counts the length of an answer in bytes', async () => {
    await expect(rig.source.reply(to, 'ї'.repeat(2049), signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'too_long',
    });
    await expect(rig.source.reply(to, 'ї'.repeat(2048), signal)).resolves.toBeDefined();
  });

  it('is told at once that an answer is not taken', async () => {
    rig.fake.setAccess('unverified');
    await expect(rig.source.reply(to, 'Вітаємо', signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'not_taken',
      message: expect.stringContaining('verified'),
    });
  });

  it('misses a review that is gone', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Запізно', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('shows the standing answer beside the review', async () => {
    await rig.source.reply(to, 'Вибачте', signal);
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]?.brandReply).toMatchObject({ text: 'Вибачте', state: 'visible' });
  });

  it('comes back as it was from what it saved', () => {
    const copy = GoogleFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => RIG_TIME } });
    expect(copy.review(to.externalId).stars).toBe(2);
  });
});

describe('reading a review', () => {
  it.each([
    [
      '(Translated by Google) They never called back.\n\n(Original)\nТак і не передзвонили.',
      'Так і не передзвонили.',
    ],
    ['Так і не передзвонили.\n\n(Translated by Google)\nThey never called back.', 'Так і не передзвонили.'],
    ['Так і не передзвонили.', 'Так і не передзвонили.'],
  ])('keeps the words the customer wrote', (comment, expected) => {
    expect(originalOf(comment)).toBe(expected);
  });

  it('leaves an unspecified rating out', () => {
    expect(parseReview({ reviewId: 'a', starRating: 'STAR_RATING_UNSPECIFIED' })?.rating).toBeUndefined();
  });
});
