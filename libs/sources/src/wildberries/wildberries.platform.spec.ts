import { createHttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { budgetTree } from '../call-limits.js';
import { WildberriesFake } from './wildberries.fake.js';
import { wildberries } from './wildberries.platform.js';
import { fakeToken } from './wildberries.world.js';

describe('connections to Wildberries', () => {
  const keyOf = (values: Record<string, string>): string | undefined =>
    wildberries.limits && budgetTree('wildberries', wildberries.limits, values).account.key;

  it('of one seller share their calls, whichever token makes them', () => {
    const [one, another] = [fakeToken({ number: 1 }), fakeToken({ number: 2 })];
    expect(one).not.toBe(another);
    expect(keyOf({ token: one, contour: 'live' })).toBe(keyOf({ token: another, contour: 'live' }));
    expect(keyOf({ token: one, contour: 'live' })).not.toBe(keyOf({ token: one, contour: 'sandbox' }));
    expect(keyOf({ token: one })).toBe(keyOf({ token: one, contour: 'live' }));
    expect(keyOf({ token: 'a.b.c' })).not.toBe(keyOf({ token: 'a.b.d' }));
  });

  it('of the sandbox call its host alone, and nothing private', async () => {
    const clock = { now: () => RIG_TIME };
    const fake = new WildberriesFake({ clock });
    fake.world.token = fakeToken({ test: true });
    const { baseUrl } = await fake.listen();
    const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 2_500 });
    fake.addFeedback({ stars: 1, text: 'Проба' });
    fake.addMessage({ text: 'В чате' });
    const nowhere = 'http://sim.invalid';
    const hosts = { wildberries: nowhere, wildberriesChats: nowhere, wildberriesClaims: nowhere };
    const baseUrls = { ...hosts, wildberriesSandbox: baseUrl };
    const settings = { ...fake.settings(), contour: 'sandbox', reads: 'all' };
    const source = wildberries.open?.({}, settings, { http, baseUrls, clock });
    const { signal } = new AbortController();
    expect(await source?.check(signal)).toMatchObject({ ok: true });
    expect((await source?.collect(undefined, signal))?.mentions).toMatchObject([{ text: 'Проба' }]);
    http.close();
    await fake.close();
  });

  it('name no host of their own', () => {
    const token = fakeToken();
    const checked = wildberries.validate({ token, contour: 'https://shop.example' });
    expect(checked).toEqual({ ok: false, errors: [{ key: 'contour', code: 'malformed' }] });
  });
});
