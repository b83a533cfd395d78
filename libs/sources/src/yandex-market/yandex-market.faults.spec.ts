import { readRound } from '../rounds.spec-suite.js';
import { yandexMarketFault } from './yandex-market.faults.js';
import { openCabinet } from './yandex-market.spec-rig.js';

const NOW = new Date('2026-11-22T10:00:00Z');

describe('judging an answer of Yandex Market', () => {
  it.each<[number, string, string]>([
    [401, 'disconnected', 'token_invalid'],
    [403, 'disconnected', 'permission_missing'],
    [404, 'missing', 'missing'],
    [420, 'throttled', 'throttled'],
    [429, 'throttled', 'throttled'],
    [423, 'unavailable', 'unavailable'],
    [400, 'bug', 'bad_request'],
    [200, 'unavailable', 'unavailable'],
    [302, 'unavailable', 'unavailable'],
    [503, 'unavailable', 'unavailable'],
  ])('%i is %s, %s', (status, kind, code) => {
    const fault = yandexMarketFault({ status, headers: {}, body: {} }, NOW, []);
    expect([fault.kind, fault.code]).toEqual([kind, code]);
  });

  it.each<[Record<string, string>, string]>([
    [{ 'x-ratelimit-resource-until': 'Sun, 22 Nov 2026 10:59:00 GMT' }, '2026-11-22T10:59:00.000Z'],
    [{ 'x-ratelimit-resource-until': '2026-11-22T13:59:00+03:00' }, '2026-11-22T10:59:00.000Z'],
    [{ 'x-ratelimit-resource-until': '2026-11-22T09:00:00Z' }, '2026-11-22T10:01:00.000Z'],
    [{ 'retry-after': '5' }, '2026-11-22T10:00:05.000Z'],
    [{}, '2026-11-22T10:01:00.000Z'],
  ])('with %j goes on at %s', (headers, at) => {
    expect(yandexMarketFault({ status: 420, headers, body: {} }, NOW, []).retryAt?.toISOString()).toBe(at);
  });

  it('quotes the reason without the key', () => {
    const body = { errors: [{ code: 'UNAUTHORIZED', message: 'ACMA:abc is not valid' }] };
    const { message } = yandexMarketFault({ status: 401, headers: {}, body }, NOW, ['ACMA:abc']);
    expect(message).toBe('Yandex Market answered 401: UNAUTHORIZED: *** is not valid');
  });
});

describe('an answer that Yandex Market does not take', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openCabinet>>;

  beforeEach(async () => {
    rig = await openCabinet();
  });

  afterEach(() => rig.close());

  it('is rejected at once', async () => {
    const to = { kind: 'review', externalId: rig.fake.addReview({ rating: 1 }) } as const;
    const link = rig.source.reply(to, 'Пишите на https://shop.example', signal);
    await expect(link).rejects.toMatchObject({ kind: 'rejected', code: 'not_taken' });
  });

  it('because the token may only read is rejected too, and reading goes on', async () => {
    const to = { kind: 'review', externalId: rig.fake.addReview({ rating: 1 }) } as const;
    rig.fake.setScopes('ALL_METHODS_READ_ONLY');
    await expect(rig.source.reply(to, 'Заменим', signal)).rejects.toMatchObject({
      ...{ kind: 'rejected', code: 'permission_missing' },
      missing: [expect.stringContaining('may only read')],
    });
    expect(rig.fake.review(to.externalId).comments).toEqual([]);
    const { mentions } = await readRound(rig.source);
    expect(mentions[0]?.externalId).toBe(to.externalId);
  });
});
