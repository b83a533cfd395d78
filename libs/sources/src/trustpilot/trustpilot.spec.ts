import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { ReplyTarget } from '../source.js';
import { TrustpilotFake } from './trustpilot.fake.js';
import { openTrustpilot } from './trustpilot.spec-rig.js';

const HOUR_MS = 3_600_000;

/** Pages have numbers here: there is no empty page with a next one, and no link that could lead elsewhere. */
async function reviewsRig(): Promise<SourceRig> {
  const { fake, source, close } = await openTrustpilot(2);
  return {
    source,
    add: (text, at) => fake.addReview({ name: 'J. Smith', stars: 1, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    expireToken: () => (fake.world.access = 'revoked'),
    dropReadPermission: () => (fake.world.access = 'forbidden'),
    requests: () => fake.server.counters.requests,
    secrets: [
      fake.world.apiKey,
      fake.world.apiSecret,
      'sim-trust-access',
      'sim-trust-refresh',
      '@mail.example',
    ],
    close,
  };
}

describeSource('Trustpilot reviews', reviewsRig);

describe('a business unit of Trustpilot', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openTrustpilot>>;
  let to: ReplyTarget;

  beforeEach(async () => {
    rig = await openTrustpilot();
    const review = {
      name: 'J. Smith',
      stars: 1,
      title: 'No reply for 9 days',
      text: 'They promised a call back',
    };
    to = { kind: 'review', externalId: rig.fake.addReview({ ...review, at: ago(90) }) };
  });

  afterEach(() => rig.close());

  it('finds an edit that keeps its place, a removal and one that is out of sight, by reading deep again', async () => {
    const old = rig.fake.addReview({ name: 'Марта', stars: 1, text: 'Немає книги', at: ago(5 * 24 * 60) });
    const reported = rig.fake.addReview({ name: 'Ігор', stars: 1, text: 'Шахраї', at: ago(6 * 24 * 60) });
    const { cursor } = await readRound(rig.source);
    rig.fake.edit(old, { stars: 5, text: 'Привезли самі!' });
    rig.fake.review(reported).hidden = true;
    rig.fake.remove(to.externalId);
    rig.clock.at = new Date(RIG_TIME.getTime() + 7 * HOUR_MS);
    const { mentions, whole } = await readRound(rig.source, cursor);
    expect(mentions).toContainEqual(
      expect.objectContaining({ externalId: old, text: 'Привезли самі!', editedAt: RIG_TIME }),
    );
    expect(mentions).toContainEqual(
      expect.objectContaining({ externalId: reported, platformState: 'hidden' }),
    );
    expect(mentions.map(({ externalId }) => externalId)).not.toContain(to.externalId);
    expect(whole).toMatchObject([{ startedAt: rig.clock.at }]);
  });

  it('reads on through more reviews of one second than a page holds', async () => {
    const ids = Array.from({ length: 7 }, (_, nth) =>
      rig.fake.addReview({ name: `Гість ${nth}`, stars: 2, text: String(nth), at: ago(10) }),
    );
    const small = await openTrustpilot(2);
    Object.assign(small.fake.world, { reviews: rig.fake.toJSON().reviews });
    const { mentions } = await readRound(small.source);
    await small.close();
    expect(mentions.map(({ externalId }) => externalId)).toEqual(expect.arrayContaining(ids));
  });

  it('asks for a token once, whoever reads; a second one would be refused', async () => {
    await readRound(rig.source);
    await readRound(rig.connect());
    expect(rig.fake.world.tokens).toBe(1);
  });

  it('renews the token with its refresh token before it ends', async () => {
    const { cursor } = await readRound(rig.source);
    rig.clock.at = new Date(Date.parse(rig.fake.world.tokenUntil) - 60_000);
    await readRound(rig.source, cursor);
    expect(rig.fake.world.tokens).toBe(2);
  });

  it('asks anew when the refresh token has ended too', async () => {
    const { cursor } = await readRound(rig.source);
    rig.clock.at = new Date(RIG_TIME.getTime() + 60 * 24 * HOUR_MS);
    rig.fake.world.tokens += 1;
    await readRound(rig.source, cursor);
    expect(rig.fake.world.tokens).toBe(3);
  });

  it('renews a token that was withdrawn before its time', async () => {
    const { cursor } = await readRound(rig.source);
    rig.fake.world.tokenUntil = RIG_TIME.toISOString();
    await expect(readRound(rig.source, cursor)).resolves.toBeDefined();
  });

  it('takes the token that another process got first', async () => {
    const late = { find: rig.tokens.find.bind(rig.tokens), asked: 0 };
    await readRound(rig.source);
    rig.tokens.find = (name) => ((late.asked += 1) === 1 ? Promise.resolve(undefined) : late.find(name));
    await expect(readRound(rig.connect())).resolves.toBeDefined();
    expect([rig.fake.world.tokens, late.asked > 1]).toEqual([1, true]);
  });

  it('waits when a token is refused that nobody here holds', async () => {
    rig.fake.world.tokenUntil = new Date(RIG_TIME.getTime() + HOUR_MS).toISOString();
    await expect(readRound(rig.source)).rejects.toMatchObject({
      kind: 'throttled',
      retryAt: new Date(RIG_TIME.getTime() + 60_000),
    });
  });

  it.each([
    ['forbidden', 'API module'],
    ['revoked', 'API key and secret'],
  ] as const)('when %s says where it is mended: %s', async (access, words) => {
    rig.fake.world.access = access;
    expect(JSON.stringify(await rig.source.check(signal))).toContain(words);
  });

  it('says that there is no such business unit', async () => {
    const wrong = rig.connect({ businessUnitId: '46ff' });
    expect(await wrong.check(signal)).toMatchObject({ missing: [expect.stringContaining('business unit')] });
  });

  it('answers a review and finds the answer', async () => {
    const { externalId } = await rig.source.reply(to, 'We call you before 12:00', signal);
    expect(rig.fake.review(to.externalId).reply?.by).toBe(rig.fake.world.businessUserId);
    const seen = await rig.source.findReply(to, 'We call you before 12:00', ago(1), signal);
    expect(seen).toEqual({ externalId, state: 'visible' });
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]?.brandReply).toMatchObject({ text: 'We call you before 12:00', at: RIG_TIME });
  });

  it('does not overwrite another answer, nor send the same twice', async () => {
    await rig.source.reply(to, 'First', signal);
    await rig.source.reply(to, 'First', signal);
    await expect(rig.source.reply(to, 'Second', signal)).rejects.toMatchObject({ code: 'reply_exists' });
    expect(rig.fake.review(to.externalId).reply?.text).toBe('First');
    expect(await rig.source.findReply(to, 'Second', ago(1), signal)).toBeUndefined();
  });

  it('finds an answer whose response was lost, instead of sending it again (W05)', async () => {
    rig.fake.failNext(1, 'lost', /\/reply/);
    await expect(rig.source.reply(to, 'Hello', signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await rig.source.findReply(to, 'Hello', ago(1), signal)).toMatchObject({ state: 'visible' });
  });

  it('rejects an answer without anybody to give it, before it is sent', async () => {
    const nobody = rig.connect({ businessUserId: undefined });
    await expect(nobody.reply(to, 'Hello', signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'business_user_missing',
    });
    expect(rig.fake.server.counters.writes).toBe(0);
  });

  it('rejects an answer that the plan does not hold, and goes on reading', async () => {
    rig.fake.world.access = 'read_only';
    await expect(rig.source.reply(to, 'Hello', signal)).rejects.toMatchObject({
      kind: 'rejected',
      code: 'permission_missing',
    });
    expect((await readRound(rig.source)).mentions).toContainEqual(expect.objectContaining(to));
  });

  it('misses a review that is gone', async () => {
    rig.fake.remove(to.externalId);
    await expect(rig.source.reply(to, 'Too late', signal)).rejects.toMatchObject({ kind: 'missing' });
  });

  it('comes back as it was from what it saved', () => {
    const copy = TrustpilotFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: rig.clock });
    expect(copy.review(to.externalId).stars).toBe(1);
  });
});
