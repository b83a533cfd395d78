import { GoogleFake, YoutubeFake } from '@heard/sources/fakes';
import { ConnectProxy } from '@heard/testing';
import { systemClock } from '../../apps/desk/src/open-heard.js';
import type { Caller } from './caller.js';
import { type AttackedDesk, eventually, runDesk } from './running-desk.js';

/** S08 and connecting by consent: from the button to a source that is read, and every state that is not the person's own. */

let desk: AttackedDesk;
let google: GoogleFake;
let youtube: YoutubeFake;
let rival: Caller;
let proxyUrl: string;
const proxy = new ConnectProxy();

beforeAll(async () => {
  google = new GoogleFake({ clock: systemClock });
  const { baseUrl } = await google.listen();
  youtube = new YoutubeFake({ clock: systemClock });
  const { baseUrl: youtubeUrl } = await youtube.listen();
  proxyUrl = await proxy.listen();
  // The operator has one app for all that is Google's.
  Object.assign(youtube.world, { clientId: google.world.clientId, clientSecret: google.world.clientSecret });
  const hosts = [
    'google',
    'googleOauth',
    'googleAccounts',
    'googleAccountManagement',
    'googleBusinessInformation',
  ];
  desk = await runDesk(({ facebookUrl, appId, appSecret }) => ({
    HEARD_PLATFORM_URLS: [
      `facebook=${facebookUrl},facebookDialog=${facebookUrl},instagramByFacebook=${facebookUrl}`,
      ...hosts.map((host) => `${host}=${baseUrl}`),
      ...['youtube', 'youtubeOauth', 'youtubeAccounts'].map((host) => `${host}=${youtubeUrl}`),
    ].join(','),
    HEARD_ALLOWED_PRIVATE_ORIGINS: [facebookUrl, baseUrl, youtubeUrl, proxyUrl]
      .map((url) => new URL(url).origin)
      .join(','),
    HEARD_META_APP_ID: appId,
    HEARD_META_APP_SECRET: appSecret,
    HEARD_META_APP_MESSAGES: 'yes',
    HEARD_GOOGLE_CLIENT_ID: google.world.clientId,
    HEARD_GOOGLE_CLIENT_SECRET: google.world.clientSecret,
  }));
  rival = (await desk.addWorkspace()).administrator;
}, 120_000);
afterAll(async () => {
  await desk.stop();
  await google.close();
  await youtube.close();
  await proxy.close();
});

interface Given {
  readonly code: string;
  readonly state: string;
}

/** Begins, says yes at the platform, and comes back with what the platform adds to the address. */
async function consent(by: Caller, platform: string, through: object = {}): Promise<Given> {
  const { json } = await by.post('/api/v1/consents', { platform, ...through });
  const yes = await fetch(String(json['url']), { redirect: 'manual' });
  const back = new URL(yes.headers.get('location') ?? '');
  expect(back.pathname).toBe('/sources/consent');
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' };
}

const finish = (by: Caller, given: Given) => by.post('/api/v1/consents/finish', given);

test('what can be connected by consent is said', async () => {
  const { json } = await desk.shop.get('/api/v1/platforms');
  const offered = (json['items'] as { platform: string; byConsent: boolean }[])
    .filter(({ byConsent }) => byConsent)
    .map(({ platform }) => platform);
  expect(offered.toSorted()).toEqual(['facebook', 'google', 'instagram', 'youtube']);
});

test('pages are chosen by name, and a chosen one is read; no token leaves the server', async () => {
  desk.facebook.addPage('Друга крамниця');
  desk.facebook.addPage('Третя крамниця');
  const given = await consent(desk.shop, 'facebook');
  const found = await finish(desk.shop, given);
  const choices = found.json['choices'] as { id: string; name: string }[];
  expect(choices.map(({ name }) => name)).toEqual(['Книжкова лавка', 'Друга крамниця', 'Третя крамниця']);
  const chosen = choices.filter(({ name }) => name !== 'Третя крамниця').map(({ id }) => id);
  const made = await desk.shop.post(`/api/v1/consents/${String(found.json['id'])}/choose`, {
    accounts: chosen,
  });
  const sources = made.json['items'] as { id: string; name: string }[];
  expect(sources.map(({ name }) => name)).toEqual(['Книжкова лавка', 'Друга крамниця']);
  for (const text of [found.text, made.text]) {
    expect(text).not.toContain('EAAsim');
    expect(text).not.toContain(desk.facebook.world.appSecret);
  }
  for (const { id } of sources) {
    await eventually(async () => {
      const { json } = await desk.shop.get(`/api/v1/sources/${id}`);
      return json['state'] === 'ok' ? true : undefined;
    });
    expect((await desk.shop.post(`/api/v1/sources/${id}/check`)).json).toMatchObject({ ok: true });
  }
});

test.each([
  ['facebook', 'pages_messaging'],
  ['instagram', 'instagram_manage_messages'],
])('where the app may send messages, consent at %s asks for %s', async (platform, permission) => {
  const { json } = await desk.shop.post('/api/v1/consents', { platform });
  const asked = new URL(String(json['url'])).searchParams.get('scope')?.split(',') ?? [];
  expect(asked).toContain(permission);
});

test('accounts of Instagram are found by the pages that they are linked with', async () => {
  const found = await finish(desk.shop, await consent(desk.shop, 'instagram'));
  expect((found.json['choices'] as unknown[]).length).toBe(3);
});

test('a location of Google is connected with PKCE, and read', async () => {
  google.addReview({ author: 'Ірина', stars: 1, text: 'Обіцяли передзвонити за два дні. Минув тиждень.' });
  const found = await finish(desk.shop, await consent(desk.shop, 'google'));
  const [choice] = found.json['choices'] as { id: string; name: string }[];
  expect(choice?.name).toBe(google.world.title);
  const made = await desk.shop.post(`/api/v1/consents/${String(found.json['id'])}/choose`, {
    accounts: [choice?.id],
  });
  const [source] = made.json['items'] as { id: string }[];
  await eventually(async () => {
    const { json } = await desk.shop.get(`/api/v1/sources/${source?.id}`);
    return json['mentions'] === 1 ? true : undefined;
  });
});

test('a channel of YouTube is connected with PKCE, and read', async () => {
  youtube.addRemark({ text: 'Замовлення загубили, на листи не відповідають.' });
  const found = await finish(desk.shop, await consent(desk.shop, 'youtube'));
  const [choice] = found.json['choices'] as { id: string; name: string }[];
  expect(choice?.name).toBe(youtube.world.title);
  const made = await desk.shop.post(`/api/v1/consents/${String(found.json['id'])}/choose`, {
    accounts: [choice?.id],
  });
  const [source] = made.json['items'] as { id: string }[];
  expect(made.text).not.toContain(youtube.world.refreshToken);
  await eventually(async () => {
    const { json } = await desk.shop.get(`/api/v1/sources/${source?.id}`);
    return json['mentions'] === 1 ? true : undefined;
  });
});

test('all calls of consent go through the proxy that was given, and so do those of the connection', async () => {
  const outboundProxy = proxyUrl.replace('//', '//shop:s3cret-word@');
  const given = await consent(desk.shop, 'google', { outboundProxy });
  const rows = await desk.db.owner<{ row: string }>('select c::text as row from consents c');
  const found = await finish(desk.shop, given);
  expect(proxy.asked).not.toEqual([]);
  const [choice] = found.json['choices'] as { id: string }[];
  const made = await desk.shop.post(`/api/v1/consents/${String(found.json['id'])}/choose`, {
    accounts: [choice?.id],
  });
  expect(made.json['items']).toMatchObject([{ secretsSet: expect.arrayContaining(['outboundProxy']) }]);
  for (const text of [JSON.stringify(rows), found.text, made.text]) expect(text).not.toContain('s3cret-word');
});

test('what is no proxy is refused before anybody is sent away', async () => {
  const asked = { platform: 'google', outboundProxy: 'ftp://proxy.example' };
  expect(await desk.shop.post('/api/v1/consents', asked)).toMatchObject({
    status: 422,
    json: { code: 'settings_invalid' },
  });
});

describe('S08: a state', () => {
  const refused = { status: 409, json: { code: 'consent_not_begun' } };

  test('works once', async () => {
    const given = await consent(desk.shop, 'facebook');
    expect((await finish(desk.shop, given)).status).toBe(200);
    expect(await finish(desk.shop, given)).toMatchObject(refused);
  });

  test('that nobody began is refused', async () => {
    const { code } = await consent(desk.shop, 'facebook');
    expect(await finish(desk.shop, { code, state: 'x'.repeat(43) })).toMatchObject(refused);
    expect((await desk.shop.post('/api/v1/consents/finish', { code })).status).toBe(422);
  });

  test('of somebody else is refused', async () => {
    const given = await consent(desk.shop, 'facebook');
    expect(await finish(rival, given)).toMatchObject(refused);
    expect((await finish(desk.shop, given)).status).toBe(200);
  });

  test('is not kept in clear, nor is its verifier', async () => {
    const { state } = await consent(desk.shop, 'google');
    const rows = await desk.db.owner<{ row: string }>('select c::text as row from consents c');
    for (const { row } of rows) expect(row).not.toContain(state);
  });
});

test('a code of somebody else’s consent brings nothing', async () => {
  const [mine, theirs] = [await consent(desk.shop, 'google'), await consent(desk.shop, 'google')];
  const mixed = await finish(desk.shop, { state: mine.state, code: theirs.code });
  expect(mixed).toMatchObject({ status: 409, json: { code: 'consent_failed' } });
  expect(mixed.text).not.toContain(theirs.code);
});

test('an account that was not offered is not connected', async () => {
  const found = await finish(desk.shop, await consent(desk.shop, 'facebook'));
  const path = `/api/v1/consents/${String(found.json['id'])}/choose`;
  expect(await desk.shop.post(path, { accounts: ['404'] })).toMatchObject({ status: 422 });
});

test('where no app is set, keys are filled in', async () => {
  const { status, json } = await desk.shop.post('/api/v1/consents', { platform: 'vk' });
  expect([status, json['code']]).toEqual([409, 'no_consent_app']);
});
