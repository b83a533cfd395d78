import { createHttpClient, type HttpClient } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { TokensInMemory } from '../held-tokens.js';
import { readRound } from '../rounds.spec-suite.js';
import { InstagramFake } from './instagram.fake.js';
import { validateInstagram, type InstagramFlavour } from './instagram.settings.js';
import { InstagramSource } from './instagram.source.js';

const DAY_MS = 86_400_000;
const after = (days: number): Date => new Date(RIG_TIME.getTime() + days * DAY_MS);

describe('a token of Instagram that ends by itself', () => {
  const { signal } = new AbortController();
  const clock = { at: RIG_TIME, now: () => clock.at };
  let fake: InstagramFake;
  let account: ReturnType<InstagramFake['addAccount']>;
  let http: HttpClient;
  let open: () => InstagramSource;

  async function connect(flavour: InstagramFlavour = 'instagram'): Promise<void> {
    clock.at = RIG_TIME;
    fake = new InstagramFake({ clock });
    account = fake.addAccount('lihtar.books', flavour, '17841400');
    fake.addMedia({ accountId: account.id, text: 'Вітрина' });
    const { baseUrl } = await fake.listen();
    http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
    const checked = validateInstagram(fake.settingsOf(account.id));
    if (!checked.ok) throw new Error('settings refused');
    const tokens = new TokensInMemory();
    // Every turn opens the source anew; what is kept is shared.
    open = () => new InstagramSource(checked.settings, { http, baseUrl, clock, tokens });
  }

  beforeEach(() => connect());

  afterEach(async () => {
    http.close();
    await fake.close();
  });

  it('is renewed by the daily check, and so never ends', async () => {
    account.tokenUntil = after(50).toISOString();
    for (let day = 0; day < 200; day += 1) {
      clock.at = after(day);
      expect(await open().check(signal)).toMatchObject({ ok: true });
      await expect(readRound(open())).resolves.toBeDefined();
    }
    expect(account.renewed?.times).toBeLessThan(10);
    expect(account.token).toBe('IGAsim17841400token');
  });

  it('tells when it ends, while a month is left to mend what keeps it from being renewed', async () => {
    await open().check(signal);
    expect(await open().check(signal)).toEqual({ ok: true, expiresAt: after(60) });
    clock.at = after(40);
    fake.failNext(1, '500', /refresh_access_token/);
    expect(await open().check(signal)).toEqual({ ok: true, expiresAt: after(60) });
    expect(await open().check(signal)).toEqual({ ok: true, expiresAt: after(100) });
  });

  it('of today is left for tomorrow, since Instagram renews none within a day', async () => {
    account.tokenMadeAt = RIG_TIME.toISOString();
    expect(await open().check(signal)).toEqual({ ok: true });
    clock.at = after(1);
    expect(await open().check(signal)).toEqual({ ok: true, expiresAt: after(61) });
  });

  it('is missed when it has ended, and shown in no error', async () => {
    account.tokenUntil = RIG_TIME.toISOString();
    const check = await open().check(signal);
    expect(check.ok).toBe(false);
    expect(JSON.stringify(check)).not.toContain(account.token);
    await expect(open().collect(undefined, signal)).rejects.toMatchObject({ kind: 'disconnected' });
  });

  it('is not renewed where the account is connected through a page', async () => {
    http.close();
    await fake.close();
    await connect('facebook');
    expect(await open().check(signal)).toEqual({ ok: true });
    expect(account.renewed).toBeUndefined();
  });
});
