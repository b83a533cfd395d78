import { createHttpClient } from '@heard/http';
import { catalog, findPlatform, realBaseUrls } from './catalog.js';
import { RIG_TIME } from './contract.spec-suite.js';
import { FacebookFake } from './facebook/facebook.fake.js';

const FACEBOOK = { pageId: '500600', pageToken: 'EAABtoken123', appId: '900100', appSecret: 'app-secret-1' };

describe('the catalog of platforms', () => {
  it('keeps secrets apart from what may be shown', () => {
    expect(catalog['facebook']?.validate(FACEBOOK)).toEqual({
      ok: true,
      publicSettings: { pageId: '500600', appId: '900100', apiVersion: 'v26.0', backfillDays: '30' },
      secrets: { pageToken: 'EAABtoken123', appSecret: 'app-secret-1' },
    });
  });

  it.each(Object.values(catalog))('marks every token and secret of $title as secret', ({ settings }) => {
    const open = settings.filter(({ key, secret }) => /token|secret|password/i.test(key) && !secret);
    expect(open).toEqual([]);
  });

  it.each(Object.values(catalog))(
    'has a label in each language for every field of $title and for every choice',
    ({ settings }) => {
      const named = settings.flatMap((field) => [field, ...(field.choices ?? [])]);
      const bare = named.filter(({ label }) =>
        [label.ru, label.uk, label.en].some((text) => text.trim() === ''),
      );
      expect(bare).toEqual([]);
    },
  );

  it('has a usual value that fits, wherever it offers one', () => {
    const unfit = Object.values(catalog).flatMap(({ platform, settings }) =>
      settings
        .filter(({ choices, defaultValue }) => choices && choices[0]?.value !== defaultValue)
        .map(({ key }) => `${platform}.${key}`),
    );
    expect(unfit).toEqual([]);
  });

  it('names every host once', () => {
    const hosts = Object.values(catalog).flatMap((entry) => Object.keys(entry.hosts));
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(Object.keys(realBaseUrls).toSorted()).toEqual(hosts.toSorted());
  });

  it('opens a source from stored settings', async () => {
    const clock = { now: () => RIG_TIME };
    const fake = new FacebookFake({ clock });
    const page = fake.addPage('Книгарня «Ліхтар»');
    fake.addPost({ pageId: page.id, author: { name: 'Олена Приходько' }, text: 'Де книга?' });
    const { baseUrl } = await fake.listen();
    const http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
    const checked = catalog['facebook']?.validate(fake.settingsOf(page.id));
    if (!checked?.ok) throw new Error('settings refused');
    const context = { http, clock, baseUrls: { ...realBaseUrls, facebook: baseUrl } };
    const source = catalog['facebook']?.open?.(checked.publicSettings, checked.secrets, context);
    const first = await source?.collect(undefined, new AbortController().signal);
    expect(first?.mentions).toMatchObject([{ text: 'Де книга?' }]);
    http.close();
    await fake.close();
  });

  it('parks a source whose stored settings are no longer valid', () => {
    const context = { http: createHttpClient(), clock: { now: () => RIG_TIME }, baseUrls: realBaseUrls };
    expect(() => catalog['facebook']?.open?.({ pageId: '500600' }, {}, context)).toThrow(
      expect.objectContaining({ kind: 'disconnected', missing: ['pageToken', 'appId', 'appSecret'] }),
    );
  });

  it('knows only its own names', () => {
    expect([findPlatform('google')?.title, findPlatform('constructor')]).toEqual([
      'Google reviews',
      undefined,
    ]);
  });

  it('lists push, which collects nothing and cannot answer', () => {
    expect(catalog['push']).toMatchObject({ supports: { collect: false, reply: false } });
    expect(catalog['push']).not.toHaveProperty('open');
  });
});
