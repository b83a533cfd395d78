import { createHmac } from 'node:crypto';
import type { PushDelivery } from '@heard/sources';
import { deliveryOf, type ToldChange } from '@heard/sources/fakes';
import { type AttackedDesk, eventually, runDesk } from './running-desk.js';

/** S07 and P13: what knocks at a webhook is who it says it is, and what is told twice or in any order is stored once. */

const verifyToken = 'a word of the shop';
let desk: AttackedDesk;
let sourceId: string;

beforeAll(async () => {
  // Asked once and then not for an hour: whatever comes, comes by the webhook.
  desk = await runDesk({ HEARD_POLL_SECONDS: '3600' });
  const settings = {
    ...desk.facebook.settingsOf(desk.pageId),
    verifyToken: verifyToken.replaceAll(' ', '-'),
  };
  const connected = await desk.shop.post('/api/v1/sources', {
    platform: 'facebook',
    name: 'Лавка',
    settings,
  });
  sourceId = String(connected.json['id']);
  await eventually(async () => {
    const { json } = await desk.shop.get(`/api/v1/sources/${sourceId}`);
    return json['state'] === 'ok' ? true : undefined;
  });
}, 120_000);
afterAll(() => desk.stop());

const hook = (): string => `${desk.address}/hooks/facebook/${sourceId}`;
const knock = ({ headers, body }: PushDelivery, url = hook()): Promise<Response> =>
  fetch(url, { method: 'POST', headers: headers as Record<string, string>, body: new Uint8Array(body) });
const told = (changes: readonly ToldChange[], secret?: string): PushDelivery =>
  deliveryOf(desk.facebook, desk.pageId, changes, secret);
const post = (text: string): string =>
  desk.facebook.addPost({ pageId: desk.pageId, author: { name: 'Олена Гриценко' }, text });
const stored = (): Promise<{ external_id: string; text: string; platform_state: string }[]> =>
  desk.db.owner('select external_id, text, platform_state from mentions order by posted_at, external_id');
const find = async (id: string) =>
  (await stored()).find(({ external_id: external }) => external.endsWith(id));

test('the handshake is answered to whoever knows the word, in the very words, and to nobody else', async () => {
  const ask = (token: string) =>
    fetch(`${hook()}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
  const good = await ask(verifyToken.replaceAll(' ', '-'));
  expect([good.status, await good.text()]).toEqual([200, '1158201444']);
  expect((await ask('another-word')).status).toBe(403);
  expect((await ask('')).status).toBe(403);
});

test('a complaint that is told becomes a case, though nobody asked for it', async () => {
  const id = post('Третій день не везуть замовлення, на дзвінки не відповідаєте. Поверніть гроші!');
  expect((await knock(told([{ id, verb: 'add' }]))).status).toBe(200);
  const mention = await eventually(() => find(id));
  expect(mention.text).toContain('Третій день');
  const cases = await desk.db.owner(
    `select c.id from cases c join mentions m on m.case_id = c.id where m.external_id = $1`,
    [id],
  );
  expect(cases).toHaveLength(1);
});

test.each<[string, (good: PushDelivery) => PushDelivery]>([
  ['no signature', (good) => ({ ...good, headers: { 'content-type': 'application/json' } })],
  ['the signature of another app', () => told([{ id: post('Підробка'), verb: 'add' }], 'another secret')],
  [
    'a signature of something else',
    (good) => ({ ...good, body: Buffer.concat([good.body, Buffer.from(' ')]) }),
  ],
  [
    'a body that somebody parsed and wrote anew',
    (good) => ({ ...good, body: Buffer.from(JSON.stringify(JSON.parse(good.body.toString()))) }),
  ],
  [
    'a signature that is cut short',
    (good) => ({
      ...good,
      headers: { ...good.headers, 'x-hub-signature-256': good.headers['x-hub-signature-256']?.slice(0, -2) },
    }),
  ],
])('S07: %s is answered with 401, and nothing of it is kept', async (_name, forge) => {
  const [before] = await desk.db.owner<{ kept: string }>('select count(*) as kept from inbox');
  const forged = forge(told([{ id: post('Це підробка, її ніхто не писав: “ой”'), verb: 'add' }]));
  expect((await knock(forged)).status).toBe(401);
  const [after] = await desk.db.owner<{ kept: string }>('select count(*) as kept from inbox');
  expect(after).toEqual(before);
});

test('P13: redelivered, batched and out of order, each text is there once, as it is now', async () => {
  const [first, second] = [post('Перше слово про вашу крамницю'), post('Друге слово про вашу крамницю')];
  const delivery = told([
    { id: second, verb: 'edited' },
    { id: first, verb: 'add' },
    { id: second, verb: 'add' },
  ]);
  for (let times = 0; times < 3; times += 1) expect((await knock(delivery)).status).toBe(200);
  await eventually(async () => ((await find(first)) && (await find(second)) ? true : undefined));
  const all = await stored();
  expect(all.filter(({ external_id: id }) => id === first || id === second)).toHaveLength(2);
});

test('a deletion is told, also of what was never heard of', async () => {
  const [kept, hasty] = [post('Це зараз зникне'), post('А цього ви й не побачите')];
  await knock(told([{ id: kept, verb: 'add' }]));
  await eventually(() => find(kept));
  const late = told([{ id: hasty, verb: 'add' }]);
  await knock(told([kept, hasty].map((id) => ({ id, verb: 'remove' as const }))));
  await eventually(async () => ((await find(kept))?.platform_state === 'deleted' ? true : undefined));
  await knock(late);
  expect((await eventually(() => find(hasty))).platform_state).toBe('deleted');
});

test('a thousand changes at once are answered before they are read', async () => {
  const id = post('Одне й те саме, тисячу разів');
  const thousand = Array.from({ length: 1_000 }, () => ({ id, verb: 'add' as const }));
  expect((await knock(told(thousand))).status).toBe(200);
  await eventually(() => find(id));
});

test('nothing is told of where no webhook is', async () => {
  const good = told([{ id: post('Тут нікого нема'), verb: 'add' }]);
  const elsewhere = [
    `${desk.address}/hooks/facebook/00000000-0000-4000-8000-000000000000`,
    `${desk.address}/hooks/google/${sourceId}`,
    `${desk.address}/hooks/push/${sourceId}`,
    `${desk.address}/hooks/constructor/${sourceId}`,
    `${desk.address}/hooks/facebook/not-an-id`,
  ];
  for (const url of elsewhere) expect((await knock(good, url)).status).toBe(404);
});

test('what is signed and no JSON is refused, and what is too large is not read', async () => {
  const signed = (body: Buffer): PushDelivery => ({
    ...told([]),
    body,
    headers: {
      'x-hub-signature-256': `sha256=${createHmac('sha256', desk.facebook.world.appSecret).update(body).digest('hex')}`,
    },
  });
  expect((await knock(signed(Buffer.from('{"object":')))).status).toBe(400);
  expect((await knock(signed(Buffer.alloc(5 * 1024 * 1024, ' ')))).status).toBe(413);
});

test('the source says where it may be told, and what only asking found', async () => {
  const { json } = await desk.shop.get(`/api/v1/sources/${sourceId}`);
  expect(json['webhook']).toMatchObject({ url: hook(), missed: 0, since: expect.stringMatching(/^20/u) });
  expect(JSON.stringify(json)).not.toContain(verifyToken.replaceAll(' ', '-'));
});

describe('W01: a person asks Meta to be forgotten', () => {
  const ask = (callback: string, signedRequest: string): Promise<Response> =>
    fetch(`${hook()}/${callback}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ signed_request: signedRequest }),
    });
  const signed = (userId: string, secret = desk.facebook.world.appSecret): string => {
    const payload = Buffer.from(JSON.stringify({ algorithm: 'HMAC-SHA256', user_id: userId })).toString(
      'base64url',
    );
    return `${createHmac('sha256', secret).update(payload).digest('base64url')}.${payload}`;
  };

  test('what they wrote goes, the case and its numbers stay, and they can look what became of it', async () => {
    const id = post('Четвертий тиждень чекаю на повернення грошей. Ганьба!');
    await knock(told([{ id, verb: 'add' }]));
    await eventually(() => find(id));
    const author = desk.facebook.post(id).from.id;
    const answer = await ask('deletion', signed(author));
    const { url, confirmation_code: code } = (await answer.json()) as {
      url: string;
      confirmation_code: string;
    };
    expect(answer.status).toBe(200);
    expect(await find(id)).toMatchObject({ text: '' });
    const [row] = await desk.db.owner<{ author: string | null; status: string }>(
      `select c.author_name as author, c.status from cases c join mentions m on m.case_id = c.id
       where m.external_id = $1`,
      [id],
    );
    expect(row).toEqual({ author: null, status: 'open' });
    expect(url.endsWith(`/deletion/${code}`)).toBe(true);
    const page = await fetch(`${desk.address}/deletion/${code}`, {
      headers: { 'accept-language': 'uk,en;q=0.5' },
    });
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Видалення ваших даних')]);
    const replayed = (await (await ask('deletion', signed(author))).json()) as { confirmation_code: string };
    expect(replayed.confirmation_code).toBe(code);
  });

  test('somebody of whom nothing is known gets a code too', async () => {
    const answer = await ask('deletion', signed('404404'));
    const { confirmation_code: code } = (await answer.json()) as { confirmation_code: string };
    const page = await fetch(`${desk.address}/deletion/${code}`);
    expect(await page.text()).toContain('removed, with your name: 0.');
  });

  test('a forged request is refused and changes nothing', async () => {
    for (const callback of ['deletion', 'deauthorize']) {
      expect((await ask(callback, signed('1', 'another secret'))).status).toBe(400);
      expect((await ask(callback, '')).status).toBe(400);
    }
    expect((await fetch(`${desk.address}/deletion/${'x'.repeat(32)}`)).status).toBe(404);
  });

  test('who takes their consent back ends a token: the source is asked at once and says that it is blind', async () => {
    desk.facebook.expireToken(desk.pageId);
    expect((await ask('deauthorize', signed('1'))).status).toBe(200);
    await eventually(async () => {
      const { json } = await desk.shop.get(`/api/v1/sources/${sourceId}`);
      return json['state'] === 'needs_reconnect' && json['blindSince'] !== undefined ? true : undefined;
    });
  });
});
