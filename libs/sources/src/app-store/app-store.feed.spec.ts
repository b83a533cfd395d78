import { createHttpClient } from '@heard/http';
import { describeSource, RIG_TIME, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import { AppStoreFeedFake } from './app-store.feed-fake.js';
import { appStore } from './app-store.platform.js';
import type { Source } from '../source.js';

async function open(pageSize = 2, changed: Record<string, string> = {}) {
  const clock = { at: RIG_TIME, now: () => clock.at };
  const fake = new AppStoreFeedFake({ clock, pageSize });
  const { baseUrl } = await fake.listen();
  const http = createHttpClient({ allowPrivateAddresses: [baseUrl], totalTimeoutMs: 500 });
  const checked = appStore.validate({ ...fake.settings(), ...changed });
  const baseUrls = { appStore: 'http://127.0.0.1:9', appStoreFeed: baseUrl };
  const source =
    checked.ok && appStore.open?.(checked.publicSettings, checked.secrets, { http, baseUrls, clock });
  if (!source) throw new Error('settings refused');
  const close = async (): Promise<void> => {
    http.close();
    await fake.close();
  };
  return { fake, source: source as Source, clock, close };
}

async function feedRig(): Promise<SourceRig> {
  const { fake, source, close } = await open();
  return {
    source,
    add: (text, at) => fake.add(text, { at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    openToAll: 'the feed is public: there is no token that could expire, and no permission to lose',
    requests: () => fake.server.counters.requests,
    secrets: [],
    close,
  };
}

describeSource("App Store reviews from Apple's public feed", feedRig);

describe("Apple's public feed of reviews", () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof open>>;

  beforeEach(async () => {
    rig = await open(50);
  });

  afterEach(() => rig.close());

  const read = async (): Promise<string[]> => {
    const { mentions } = await readRound(rig.source);
    return mentions.map(({ text }) => text);
  };

  it('has three shapes: no review, one, and several', async () => {
    expect(await read()).toEqual([]);
    rig.fake.add('Одна', { at: ago(5) });
    expect(await read()).toEqual(['Одна']);
    rig.fake.add('Друга', { at: ago(4) });
    expect(await read()).toEqual(['Друга', 'Одна']);
  });

  it('may put the app itself first, which is no review', async () => {
    rig.fake.showsApp = true;
    expect(await read()).toEqual([]);
    rig.fake.add('Одна', { at: ago(5) });
    expect(await read()).toEqual(['Одна']);
  });

  it('is read for every country', async () => {
    rig.fake.add('Повільно', { at: ago(5) });
    rig.fake.add('Wolno', { country: 'pl', at: ago(4) });
    expect(new Set(await read())).toEqual(new Set(['Повільно', 'Wolno']));
  });

  it('tells nickname, title, rating and time, every one of them as text', async () => {
    const id = rig.fake.add('Підтримка мовчить', { at: ago(5), title: 'Не відкривається' });
    const { mentions } = await readRound(rig.source);
    expect(mentions).toMatchObject([
      {
        kind: 'review',
        externalId: id,
        author: { externalId: id, displayName: 'guest0', isBrand: false },
        title: 'Не відкривається',
        rating: { value: 1, scale: 5 },
        postedAt: ago(5),
        url: 'https://apps.apple.com/ua/app/id1600000001?see-all=reviews',
      },
    ]);
  });

  it('shows an edited review first again', async () => {
    const id = rig.fake.add('Погано', { at: ago(20 * 24 * 60) });
    const { cursor } = await readRound(rig.source);
    rig.fake.edit(id, 'Вже добре');
    const { mentions } = await readRound(rig.source, cursor);
    expect(mentions.map(({ text }) => text)).toEqual(['Вже добре']);
  });

  it('is not believed when it is empty for a while: nothing is deleted, and nothing is lost', async () => {
    rig.fake.add('Одна', { at: ago(3 * 24 * 60) });
    rig.fake.emptyPages(2);
    const first = await readRound(rig.source);
    expect([first.mentions, first.whole]).toEqual([[], []]);
    rig.clock.at = new Date(RIG_TIME.getTime() + 7 * 3_600_000);
    const { mentions } = await readRound(rig.source, first.cursor);
    expect(mentions.map(({ text }) => text)).toContain('Одна');
  });

  it('ends with its tenth page', async () => {
    const small = await open(2);
    for (let nth = 0; nth < 30; nth += 1) small.fake.add(String(nth), { at: ago(nth) });
    const { mentions } = await readRound(small.source);
    expect(mentions).toHaveLength(20);
    await small.close();
  });

  it('takes a refusal for a matter of time, and an unknown country for a mistake', async () => {
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    const wrong = await open(50, { countries: 'xx' });
    expect(await wrong.source.check(signal)).toMatchObject({ missing: [expect.stringContaining('"xx"')] });
    await wrong.close();
  });

  it('of one country that has no such app keeps no other from being read, and is told and tried again a day after', async () => {
    const mixed = await open(50, { countries: 'xx, ua, pl' });
    mixed.fake.add('Повільно', { at: ago(5) });
    mixed.fake.add('Wolno', { country: 'pl', at: ago(4) });
    expect((await mixed.source.collect(undefined, signal)).refused).toBe(true);
    const { mentions, cursor } = await readRound(mixed.source);
    expect(mentions.map(({ text }) => text)).toEqual(['Повільно', 'Wolno']);
    expect(await mixed.source.check(signal)).toEqual({
      ok: false,
      missing: [expect.stringContaining('"xx"')],
    });
    const asksForIt = async (): Promise<boolean> => {
      const before = mixed.fake.server.arrived.length;
      await readRound(mixed.source, cursor);
      return mixed.fake.server.arrived.slice(before).some(({ call }) => call.includes('/xx/'));
    };
    expect(await asksForIt()).toBe(false);
    mixed.clock.at = new Date(RIG_TIME.getTime() + 25 * 3_600_000);
    expect(await asksForIt()).toBe(true);
    await mixed.close();
  });

  it('gives no way to answer', () => {
    expect('reply' in rig.source).toBe(false);
  });
});

describe('connecting an app without a key', () => {
  it('takes countries in any order and writing, each once', () => {
    const checked = appStore.validate({ appId: '1', countries: 'UA; pl,ua us' });
    expect(checked).toMatchObject({ ok: true, publicSettings: { countries: 'UA; pl,ua us' } });
  });

  it.each([
    [{ appId: '1' }, ['countries']],
    [{ appId: '1', keyId: 'KEY123' }, ['privateKey']],
    [{ appId: '1', issuerId: 'issuer', countries: 'ua' }, ['keyId', 'privateKey']],
  ])('of %j says that %j is lacking', (values, keys) => {
    expect(appStore.validate(values)).toEqual({
      ok: false,
      errors: keys.map((key) => ({ key, code: 'required' })),
    });
  });
});
