import { connect } from 'node:net';
import { newId } from '@heard/database';
import type { Caller } from './caller.js';
import { injections } from './hostile-texts.js';
import { type Operation, operationsOf } from './operations.js';
import { type AttackedDesk, password, runDesk } from './running-desk.js';

/** S04, S08, S10, S13, S14, S15: requests that no honest program makes. */

let desk: AttackedDesk;
let shop: Caller;
let operations: readonly Operation[];
beforeAll(async () => {
  desk = await runDesk();
  shop = desk.shop;
  operations = await operationsOf(shop);
});
afterAll(() => desk.stop());

const changing = () => operations.filter(({ body, id }) => body && id !== 'pushMentions' && id !== 'signIn');
const anybody = newId();

test('S04: no operation takes a field that it does not name', async () => {
  const fields = [
    'workspace_id',
    'workspaceId',
    'id',
    'demo',
    'createdAt',
    'passwordHash',
    'open_cases',
    'hash',
  ];
  for (const operation of changing()) {
    for (const field of fields) {
      const body = { ...operation.bodyWith(anybody), [field]: anybody };
      const answer = await shop.call(operation.method, operation.pathWith(anybody), body);
      expect({ of: operation.id, field, status: answer.status, errors: answer.json['errors'] }).toEqual({
        of: operation.id,
        field,
        status: 422,
        errors: expect.arrayContaining([{ field, message: 'There is no such field; leave it out.' }]),
      });
    }
  }
});

test('S04: nobody gives themselves a role or another workspace', async () => {
  for (const field of ['role', 'active', 'email', 'workspace', 'scopes']) {
    const answer = await shop.call('PATCH', '/api/v1/session', {
      interfaceLanguage: 'uk',
      [field]: 'director',
    });
    expect({ field, status: answer.status }).toEqual({ field, status: 422 });
  }
});

const deep = `${'{"a":'.repeat(100)}1${'}'.repeat(100)}`;
const wide = `{${Array.from({ length: 200_000 }, (_, index) => `"k${index}":1`).join(',')}}`;
const bodies: readonly (readonly [string, string])[] = [
  ['a hundred levels', deep],
  ['a hundred thousand brackets', '['.repeat(100_000)],
  ['two hundred thousand names', wide],
  ['a prototype', '{"__proto__":{"role":"administrator"}}'],
  ['a constructor', '{"constructor":{"prototype":{"role":1}}}'],
  [
    'a constructor inside',
    '{"name":{"constructor":1},"text":{"constructor":"x"},"email":{"constructor":null}}',
  ],
  ['methods for values', '{"toString":1,"valueOf":{},"hasOwnProperty":null,"then":[]}'],
  ['a number', '1'],
  ['text', '"x"'],
  ['null', 'null'],
  ['not JSON', '{name:1}'],
  ['a byte order mark and rubbish', '\uFEFF\u0000'],
  ['a million digits', `{"limit":${'9'.repeat(1_000_000)}}`],
  ['a million spaces', `${' '.repeat(1_000_000)}x`],
  ['a long list of words', JSON.stringify({ scopes: Array.from({ length: 200_000 }, String) })],
  ['half of a character', '{"email":"\\ud800@shop.example","password":"\\udfff","name":"\\ud800"}'],
];

test.each(bodies)('S14: a body of %s is refused by every operation', async (_, body) => {
  const wrong: unknown[] = [];
  for (const { id, method, pathWith, body: schema } of operations) {
    if (schema === undefined) continue;
    const answer = await shop.call(method, pathWith(anybody), body);
    // Mentions are refused one by one.
    const refused =
      answer.status === 202 ? answer.json['accepted'] === 0 : answer.status >= 400 && answer.status < 500;
    if (!refused || answer.text.length > 20_000)
      wrong.push(`${id} ${answer.status} ${answer.text.slice(0, 200)}`);
  }
  expect(wrong).toEqual([]);
});

test('S14: a value of another kind in any field is named, not tripped over', async () => {
  const odd = [null, 0, -1, 1e308, true, '', [], {}, [[]], [null], { length: -1 }, 'x'.repeat(20_000)];
  for (const operation of changing()) {
    const sound = operation.bodyWith(anybody) ?? {};
    for (const field of Object.keys(sound)) {
      for (const value of odd) {
        const body = { ...sound, [field]: value };
        const answer = await shop.call(operation.method, operation.pathWith(anybody), body);
        expect({ of: operation.id, field, value, fine: answer.status < 500 }).toMatchObject({ fine: true });
      }
    }
  }
});

test.each([
  ['limit=1&limit=1000000000'],
  ['status=open&status=closed'],
  ['cursor=a&cursor=b'],
  ['limit[]=1'],
  ['limit[$gt]=1'],
  ['__proto__=1'],
  ['constructor=1'],
  ['toString=1'],
  [Array.from({ length: 20 }, (_, index) => `a${index}=1`).join('&')],
])('S14: a query such as %s is refused', async (query) => {
  const answer = await shop.get(`/api/v1/cases?${query}`);
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

test('S15: what stands in a filter or a cursor is a value, never SQL', async () => {
  const cursors = [
    "'",
    '1;select',
    `["cases.open","1","1","' or 1=1"]`,
    '[]',
    '[[]]',
    '{"a":1}',
    'null',
    '1e999',
  ];
  const values = [...injections, '1e1000', '-1', '0', "1' or '1'='1", 'a\u0000b', '9'.repeat(500)];
  const lists = operations.filter(({ method, queries }) => method === 'GET' && queries.length > 0);
  const wrong: unknown[] = [];
  for (const { path, queries } of lists) {
    for (const query of queries) {
      const encoded = cursors.map((text) => Buffer.from(text).toString('base64url'));
      const tried = (query === 'cursor' ? [...values, ...encoded] : values).map(async (value) => {
        const asked = new URLSearchParams({ [query]: value.toWellFormed() });
        const answer = await shop.get(`${path.replace('{id}', anybody)}?${asked.toString()}`);
        if (answer.status >= 500 || answer.status === 200)
          wrong.push({ path, query, value, answer: answer.text });
      });
      await Promise.all(tried);
    }
  }
  expect(wrong).toEqual([]);
});

test('S13: what a caller claims about themselves, the host or the method changes nothing', async () => {
  const claims = {
    'x-forwarded-for': '10.0.0.1',
    forwarded: 'for=10.0.0.1;host=evil.example;proto=https',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'x-http-method-override': 'DELETE',
    'x-method-override': 'DELETE',
    'x-original-url': '/api/v1/keys',
    'x-rewrite-url': '/api/v1/keys',
    'x-real-ip': '127.0.0.1',
  };
  const answer = await shop.call('GET', '/api/v1/session', undefined, claims);
  expect(answer.json).toMatchObject({ user: { email: 'admin@shop.example' } });
  expect(answer.text + [...answer.headers].join('\n')).not.toContain('evil.example');
  const overridden = await shop.call('POST', '/api/v1/session?_method=DELETE', {}, claims);
  expect(overridden.status).toBe(422);
  expect((await shop.get('/api/v1/session')).status).toBe(200);
});

test('S10, S13: a guesser stays one guesser behind any number of claimed addresses', async () => {
  const statuses = new Set<number>();
  for (let guess = 0; guess < 12; guess += 1) {
    const body = { email: 'guessed@shop.example', password: `guess ${guess}` };
    const claimed = { 'x-forwarded-for': `10.0.0.${guess}`, 'x-real-ip': `10.0.1.${guess}` };
    const answer = await shop.call('POST', '/api/v1/session', body, claimed);
    statuses.add(answer.status);
    if (guess >= 10) expect(answer.status).toBe(429);
  }
  expect(statuses).toEqual(new Set([401, 429]));
});

test('S10: the tokens of alert links are guessed at no more than thirty times a minute', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 31; guess += 1) {
    statuses.push((await shop.get(`/api/v1/alert-links/${'x'.repeat(42)}${guess % 10}`)).status);
  }
  expect(statuses).toEqual([...Array<number>(30).fill(404), 429]);
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
  ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://other.example' }],
  ['a sandboxed frame', { 'sec-fetch-site': '', origin: 'null' }],
])('S08: %s can neither change anything by our cookie nor sign somebody in', async (_, from) => {
  for (const operation of operations.filter(({ method, id }) => method !== 'GET' && id !== 'signIn')) {
    const body = operation.bodyWith(anybody);
    const answer = await shop.call(operation.method, operation.pathWith(anybody), body, from);
    // Those that are counted may have been asked too often by now.
    const refused = answer.status === 403 || answer.status === 429;
    expect({ of: operation.id, status: answer.status, refused }).toMatchObject({ refused: true });
  }
  const body = { email: 'admin@shop.example', password };
  expect((await shop.call('POST', '/api/v1/session', body, from)).status).toBe(403);
  const form = { 'content-type': 'text/plain', ...from };
  expect(
    (await shop.call('POST', '/api/v1/session', JSON.stringify(body), form)).status,
  ).toBeGreaterThanOrEqual(400);
});

test.each([
  ['a header of 20 KB', `GET / HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['a length that is no number', 'GET / HTTP/1.1\r\nhost: x\r\ncontent-length: abc\r\n\r\n', 400],
  [
    'two lengths of one body',
    'POST /api/v1/session HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['no HTTP at all', '\u0016\u0003\u0001\u0002', 400],
])('S14: %s is answered as a problem, and the connection is closed', async (_, bytes, status) => {
  const { hostname, port } = new URL(desk.address);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  let said = '';
  for await (const chunk of socket.setEncoding('utf8')) said += String(chunk);
  expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'));
  expect(said).toContain('content-type: application/problem+json');
  expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
});
