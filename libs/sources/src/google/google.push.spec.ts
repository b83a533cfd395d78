import { createHttpClient, type HttpClient } from '@heard/http';
import type { PushContext, PushDelivery } from '../push.js';
import { newSimKey, PUSH_ACCOUNT, type SignedFor } from './google.fake-push.js';
import { GoogleFake } from './google.fake.js';
import { googlePush } from './google.push.js';

const pushToken = 'a-word-of-the-shop-1';
const address = 'https://heard.example/hooks/google/0193a7c2-0000-7000-8000-000000000001';
const clock = { at: Date.parse('2031-03-03T08:00:00Z'), now: () => new Date(clock.at) };
const later = (seconds: number): void => void (clock.at += seconds * 1_000);

let fake: GoogleFake;
let http: HttpClient;
let context: PushContext;

beforeEach(async () => {
  fake = new GoogleFake({ clock });
  const { baseUrl } = await fake.listen();
  http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
  context = { address, http, baseUrls: { googleCerts: baseUrl }, clock };
});
afterEach(async () => {
  http.close();
  await fake.close();
});

const isGenuine = async (delivery: PushDelivery, settings: Record<string, string>): Promise<boolean> =>
  googlePush.isGenuine(delivery, settings) &&
  ((await googlePush.isSigned?.(delivery, settings, context)) ?? true);
const asked = (): number => fake.server.counters.requests;

describe('what a message says', () => {
  it('names the review and its location; a message that comes again has the same key', () => {
    const told = fake.push.deliver('AbFv', { word: pushToken });
    const event = { key: '1', account: '2002', event: { reviewId: 'AbFv' } };
    expect([googlePush.events(told), googlePush.events(told)]).toEqual([[event], [event]]);
  });

  it('is let be when it is about no review', () => {
    const location = 'accounts/1001/locations/2002';
    const data = Buffer.from(JSON.stringify({ type: 'GOOGLE_UPDATE', location })).toString('base64');
    const body = Buffer.from(JSON.stringify({ message: { data, messageId: '7001' } }));
    expect(googlePush.events({ ...fake.push.deliver('AbFv', {}), body })).toEqual([]);
  });
});

describe('a word in the address', () => {
  it.each([
    ['the right one', pushToken, true],
    ['another one', 'another-word-of-shop', false],
    ['a shorter one', pushToken.slice(0, -1), false],
    ['none', undefined, false],
  ])('%s', async (_name, word, genuine) => {
    expect(await isGenuine(fake.push.deliver('AbFv', { word }), { pushToken })).toBe(genuine);
  });

  it('proves nothing where none is set', async () => {
    expect(await isGenuine(fake.push.deliver('AbFv', { word: '' }), {})).toBe(false);
  });
});

describe('a token that Google signed', () => {
  const settings = { pushAccount: PUSH_ACCOUNT };
  const signed = async (how: Partial<SignedFor> = {}): Promise<PushDelivery> =>
    fake.push.deliver('AbFv', { token: await fake.push.sign({ audience: address, ...how }) });
  const seconds = (passed: number): number => Math.floor(clock.at / 1_000) + passed;

  it('is good for our address and the service account; the keys are asked for once', async () => {
    for (let times = 0; times < 3; times += 1) expect(await isGenuine(await signed(), settings)).toBe(true);
    expect(asked()).toBe(1);
  });

  it.each<[string, () => Promise<PushDelivery>]>([
    ['another key under the same name', () => signed({ key: newSimKey('sim-key-1') })],
    ['a key that Google does not know', () => signed({ key: newSimKey('made-up') })],
    ['another address', () => signed({ audience: address.replace('heard', 'herd') })],
    ['another service account', () => signed({ account: 'else@lihtar.iam.gserviceaccount.com' })],
    ['an address of mail that nobody verified', () => signed({ claims: { email_verified: false } })],
    ['another issuer', () => signed({ claims: { iss: 'https://accounts.example' } })],
    ['a time that has passed', () => signed({ claims: { iat: seconds(-7_200), exp: seconds(-3_600) } })],
    ['no end', () => signed({ claims: { exp: undefined } })],
    ['a beginning that is still to come', () => signed({ claims: { nbf: seconds(600) } })],
    ['a body of its own', () => forged((head, claims, signature) => [head, `${claims}x`, signature])],
    ['no algorithm', () => forged((_head, claims) => [encoded({ alg: 'none' }), claims, ''])],
    ['the public key as a secret', () => forged((_h, claims, s) => [encoded({ alg: 'HS256' }), claims, s])],
    ['no token at all', async () => ({ ...(await signed()), headers: {} })],
    ['a password', async () => ({ ...(await signed()), headers: { authorization: 'Basic dXNlcjpwYXNz' } })],
  ])('is not good with %s', async (_name, make) => {
    expect(await isGenuine(await make(), settings)).toBe(false);
  });

  it('is asked for beside the word where both are set; Google signs for the whole address', async () => {
    const both = { ...settings, pushToken };
    const audience = `${address}?token=${pushToken}`;
    const token = await fake.push.sign({ audience });
    expect(await isGenuine(fake.push.deliver('A', { word: pushToken, token }), both)).toBe(true);
    expect(await isGenuine(fake.push.deliver('A', { token }), both)).toBe(false);
    expect(await isGenuine(fake.push.deliver('A', { word: pushToken }), both)).toBe(false);
  });

  it('is good with a key that Google has just begun to use, and with the one before', async () => {
    const old = await signed();
    expect(await isGenuine(old, settings)).toBe(true);
    later(60);
    fake.push.rotate();
    expect([await isGenuine(await signed(), settings), await isGenuine(old, settings)]).toEqual([true, true]);
    expect(asked()).toBe(2);
  });

  it('has keys as long as Google says, and those that are withdrawn are not taken for good afterwards', async () => {
    const old = fake.push.keys[0];
    expect(await isGenuine(await signed(), settings)).toBe(true);
    fake.push.rotate();
    fake.push.rotate();
    later(3_500);
    expect(await isGenuine(await signed({ key: old }), settings)).toBe(true);
    later(101);
    expect(await isGenuine(await signed({ key: old }), settings)).toBe(false);
  });

  it('costs no more than a call in half a minute, however many names of keys are made up', async () => {
    await isGenuine(await signed(), settings);
    later(60);
    const unknown = newSimKey('made-up');
    for (let nth = 0; nth < 20; nth += 1) {
      const key = { ...unknown, kid: `made-up-${nth}` };
      expect(await isGenuine(await signed({ key }), settings)).toBe(false);
    }
    expect(asked()).toBe(2);
  });

  it.each(['500', 'html', 'reset', 'huge', 'redirect'] as const)(
    'cannot be judged while the keys cannot be had (%s): it is delivered again',
    async (kind) => {
      fake.failNext(1, kind);
      await expect(isGenuine(await signed(), settings)).rejects.toMatchObject({ kind: 'unavailable' });
      await expect(isGenuine(await signed(), settings)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(asked()).toBe(1);
      later(31);
      expect(await isGenuine(await signed(), settings)).toBe(true);
    },
  );

  async function forged(
    change: (head: string, claims: string, signature: string) => string[],
  ): Promise<PushDelivery> {
    const delivery = await signed();
    const [head = '', claims = '', signature = ''] = (delivery.headers['authorization'] ?? '')
      .slice(7)
      .split('.');
    return { ...delivery, headers: { authorization: `Bearer ${change(head, claims, signature).join('.')}` } };
  }
});

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
