import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@heard/core';
import { newId } from '@heard/database';
import { adminEmail, adminPassword, knownCase, startTestApi, type TestApi } from './api.spec-suite.js';

let desk: TestApi;
let dashboardDir: string;
beforeAll(async () => {
  dashboardDir = await mkdtemp(join(tmpdir(), 'heard-dashboard-'));
  await mkdir(join(dashboardDir, 'assets'));
  await writeFile(join(dashboardDir, 'index.html'), '<!doctype html><title>Heard</title>');
  await writeFile(join(dashboardDir, 'assets/app-1a2b.js'), `//${'x'.repeat(3_000)}`);
  desk = await startTestApi({ dashboardDir });
});
afterAll(async () => {
  await desk.close();
  await rm(dashboardDir, { recursive: true });
});
afterEach(() => {
  desk.fault = undefined;
});

const json = { 'content-type': 'application/json' };
const bearer = async (...scopes: string[]) => ({
  ...json,
  authorization: `Bearer ${await desk.keyOf(...scopes)}`,
});
const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  return (await answer.json()) as Record<string, unknown>;
};
const post = (path: string, headers: Record<string, string>, body: unknown) =>
  desk.call(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });

test('a person signs in, is known by the cookie, changes their language and signs out', async () => {
  const answer = await post('/api/v1/session', json, { email: adminEmail, password: adminPassword });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^heard=[\w-]{43}; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/u,
  );
  expect(await answer.json()).toMatchObject({
    user: { email: adminEmail, role: 'administrator' },
    demo: false,
  });
  const headers = { ...json, cookie: await desk.signIn(), 'sec-fetch-site': 'same-origin' };
  const body = JSON.stringify({ interfaceLanguage: 'uk' });
  const changed = await desk.call('/api/v1/session', { method: 'PATCH', headers, body });
  expect(await changed.json()).toMatchObject({ user: { interfaceLanguage: 'uk' } });
  expect((await desk.call('/api/v1/session', { method: 'DELETE', headers })).status).toBe(204);
  expect(await problemOf(await desk.call('/api/v1/session', { headers }))).toMatchObject({
    status: 401,
    code: 'session_ended',
  });
});

test('a wrong password is 401 and too many are 429 with the time to wait', async () => {
  const wrong = { email: 'nobody@lavka.example', password: 'not the password' };
  const first = await post('/api/v1/session', json, wrong);
  expect(await problemOf(first)).toMatchObject({ status: 401, code: 'wrong_credentials' });
  for (let tries = 1; tries < 10; tries += 1) await post('/api/v1/session', json, wrong);
  const last = await post('/api/v1/session', json, wrong);
  expect(last.headers.get('retry-after')).toBe('900');
  expect(await problemOf(last)).toMatchObject({ status: 429, code: 'too_many_attempts' });
});

test.each([
  [{ 'sec-fetch-site': 'same-origin' }, 200],
  [{ origin: 'http://heard.example' }, 200],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: 'http://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{}, 403],
])('with a cookie, an unsafe request that says %j is answered with %i', async (said, status) => {
  const headers = { ...json, cookie: await desk.signIn(), ...said };
  const answer = await post(`/api/v1/cases/${knownCase}/reopen`, headers, { reason: 'Пише знову' });
  expect(answer.status).toBe(status);
});

test('another site cannot sign a browser in', async () => {
  const headers = { ...json, 'sec-fetch-site': 'cross-site' };
  const answer = await post('/api/v1/session', headers, { email: adminEmail, password: adminPassword });
  expect(await problemOf(answer)).toMatchObject({ status: 403, code: 'cross_site' });
});

test('over https the cookie is bound to the host and browsers are told to stay with https', async () => {
  const secure = await startTestApi({ publicUrl: 'https://heard.example' });
  try {
    expect(await secure.signIn()).toMatch(/^__Host-heard=/u);
    expect((await secure.call('/health/live')).headers.get('strict-transport-security')).toBe(
      'max-age=31536000',
    );
  } finally {
    await secure.close();
  }
  expect((await desk.call('/health/live')).headers.get('strict-transport-security')).toBeNull();
});

test('an act becomes the command of the rules, by the one who asked', async () => {
  const headers = await bearer('cases:write');
  const when = '2026-11-23T16:00:00.000Z';
  const offer = {
    kind: 'personal_action',
    what: 'Привезти книжки додому',
    action: { who: 'Тарас', where: 'вул. Садова, 7', when },
  };
  const answer = await post(`/api/v1/cases/${knownCase}/fixes`, headers, offer);
  expect(await answer.json()).toMatchObject({ id: knownCase });
  expect(desk.acts.at(-1)).toMatchObject({
    command: { type: 'offer_fix', offer: { ...offer, action: { ...offer.action, when: new Date(when) } } },
    by: { kind: 'program' },
  });
  await post(`/api/v1/cases/${knownCase}/promises`, headers, { what: 'Подзвонити' });
  expect(desk.acts.at(-1)?.command).toMatchObject({ type: 'promise', due: undefined });
});

test('every wrong field is named, also those that do not exist', async () => {
  const headers = await bearer('cases:write');
  const body = { kind: 'magic', cost: { amountMinor: 1.5, currency: 'грн' }, what: ' ', colour: 1 };
  const problem = await problemOf(await post(`/api/v1/cases/${knownCase}/fixes`, headers, body));
  expect(problem).toMatchObject({ status: 422, code: 'invalid_request' });
  const fields = (problem['errors'] as { field: string }[]).map(({ field }) => field);
  expect(new Set(fields)).toEqual(new Set(['kind', 'what', 'cost.amountMinor', 'cost.currency', 'colour']));
});

test('a refusal keeps its code and what it is about', async () => {
  desk.fault = Object.assign(new Fault('refused', 'Ольга взяла її раніше.', { code: 'taken_by_other' }), {
    about: { takenBy: 'x' },
  });
  const headers = await bearer('cases:write');
  const problem = await problemOf(await post(`/api/v1/cases/${knownCase}/reopen`, headers, { reason: 'y' }));
  expect(problem).toMatchObject({ status: 409, code: 'taken_by_other', about: { takenBy: 'x' } });
});

test('a bug is answered with an id that the log knows, and neither holds what a customer wrote', async () => {
  desk.fault = new Error('value too long: «Третій день ніхто не бере слухавку»');
  const headers = await bearer('cases:write');
  const problem = await problemOf(await post(`/api/v1/cases/${knownCase}/reopen`, headers, { reason: 'y' }));
  expect(problem['status']).toBe(500);
  const line = desk.logged.find((each) => each.includes(String(problem['errorId'])));
  expect(line).toContain('api.db.spec');
  expect(`${JSON.stringify(problem)}${desk.logged.join('')}`).not.toContain('слухавку');
});

test('neither a key nor the token of a link gets into the log', async () => {
  const key = await desk.keyOf('cases:read');
  await desk.call('/api/v1/cases', { headers: { authorization: `Bearer ${key}` } });
  await desk.call(`/api/v1/alert-links/${'secretlink'.repeat(4)}`);
  expect(desk.logged.join('\n')).toContain('/api/v1/alert-links/:token');
  expect(desk.logged.join('\n')).not.toMatch(new RegExp(`${key}|secretlink`, 'u'));
});

const signIn = (body: string, headers: Record<string, string> = json) => ({ method: 'POST', headers, body });

test.each<[string, string, RequestInit, number, string]>([
  ['an unknown address', '/api/v1/nothing', {}, 404, 'missing'],
  ['an unknown method', '/api/v1/cases', { method: 'PUT', headers: json, body: '{}' }, 404, 'missing'],
  ['half of a body', '/api/v1/session', signIn('{"email":'), 400, 'not_json'],
  ['a deep body', '/api/v1/session', signIn(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`), 400, 'too_deep'],
  ['a prototype', '/api/v1/session', signIn('{"__proto__":{"a":1}}'), 400, 'forbidden_name'],
  ['a list for an object', '/api/v1/session', signIn('[]'), 422, 'invalid_request'],
  ['plain text', '/api/v1/session', signIn('{}', { 'content-type': 'text/plain' }), 415, 'not_json'],
  ['more than 2 MB', '/api/v1/session', signIn(`"${'x'.repeat(2_100_000)}"`), 413, 'too_large'],
  ['two values for a name', '/api/v1/cases?limit=1&limit=2', {}, 422, 'invalid_request'],
  ['NUL in an address', '/api/v1/session%00', {}, 404, 'missing'],
  ['an address that cannot be decoded', '/api/v1/%zz', {}, 400, 'bad_request'],
])('%s is answered with a problem', async (_, path, init, status, code) => {
  expect(await problemOf(await desk.call(path, init))).toMatchObject({ status, code });
});

test.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=1e2', 'limit'],
  ['cursor=a%00', 'cursor'],
  ['status=lost', 'status'],
  ['urgency=critical,soon', 'urgency'],
  ['assignee=me', 'assignee'],
  ['colour=red', 'colour'],
])('a list asked with %s names that field', async (query, field) => {
  const problem = await problemOf(
    await desk.call(`/api/v1/cases?${query}`, { headers: await bearer('cases:read') }),
  );
  expect(problem).toMatchObject({ status: 422, errors: [{ field }] });
});

test('a list is read to its end by its cursor', async () => {
  const headers = await bearer('cases:read');
  const first = (await (await desk.call('/api/v1/cases?limit=100', { headers })).json()) as {
    nextCursor: string;
  };
  const next = await desk.call(`/api/v1/cases?cursor=${first.nextCursor}`, { headers });
  expect(await next.json()).toEqual({ items: [] });
});

test('pushed mentions are taken one by one', async () => {
  const mention = {
    source: 'crm',
    external_id: '1',
    created_at: '2026-01-02T03:04:05Z',
    text: 'Де моє замовлення?',
  };
  const answer = await post('/api/v1/mentions', await bearer('mentions:write'), [
    mention,
    { ...mention, text: 5 },
  ]);
  expect(answer.status).toBe(202);
  expect(await answer.json()).toEqual({
    accepted: 1,
    duplicates: 0,
    rejected: [{ index: 1, error: expect.stringContaining('text: ') }],
  });
  expect(desk.pushed.at(-1)?.source).toBe('crm');
});

test('a person pastes a link with its text; a program may not, and nonsense is named', async () => {
  const pasted = {
    url: 'https://reviews.example/1',
    text: 'Де моє замовлення?',
    rating: { value: 1, scale: 5 },
  };
  const headers = { ...json, cookie: await desk.signIn(), 'sec-fetch-site': 'same-origin' };
  const answer = await post('/api/v1/mentions/pasted', headers, pasted);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ known: false, caseId: expect.any(String) });
  expect((await post('/api/v1/mentions/pasted', await bearer('mentions:write'), pasted)).status).toBe(403);
  const wrong = [
    { ...pasted, url: 'javascript:alert(1)' },
    { ...pasted, text: ' ' },
    { ...pasted, rating: { value: 6, scale: 5 } },
    { ...pasted, postedAt: '2999-01-01T00:00:00Z' },
  ];
  for (const body of wrong) expect((await post('/api/v1/mentions/pasted', headers, body)).status).toBe(422);
});

test('a person is added, put on duty and seen as such', async () => {
  const cookie = await desk.signIn();
  const headers = { ...json, cookie, 'sec-fetch-site': 'same-origin' };
  const person = { name: 'Ольга', email: 'olha@lavka.example', role: 'lead', languages: ['uk', 'ru'] };
  const added = await post('/api/v1/users', headers, person);
  expect(added.status).toBe(201);
  const { user, oneTimePassword } = (await added.json()) as { user: { id: string }; oneTimePassword: string };
  expect(await desk.signIn(person.email, oneTimePassword)).toMatch(/^heard=/u);
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: 0, to: 1440 }));
  const body = JSON.stringify({ week, exceptions: [] });
  const set = await desk.call(`/api/v1/duty/${user.id}`, { method: 'PUT', headers, body });
  expect(await set.json()).toMatchObject({ staffId: user.id, onDutyNow: true, week });
  const duty = await desk.call('/api/v1/duty', { headers });
  expect(await duty.json()).toMatchObject({ timeZone: 'Europe/Kyiv', leadOnCall: { id: user.id } });
  const again = await post('/api/v1/users', headers, person);
  expect(await problemOf(again)).toMatchObject({ status: 409, code: 'email_taken' });
});

/** Reads a stream until it has said the text. */
async function readUntil(answer: Response, text: string): Promise<string> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heardSoFar = '';
  while (!heardSoFar.includes(text)) {
    const read = await reader?.read();
    if (!read || read.done) throw new Error(`The stream ended after: ${heardSoFar}`);
    heardSoFar += read.value;
  }
  await reader?.cancel();
  return heardSoFar;
}

test('live news reach the workspace they are of, and no other', async () => {
  const stream = await desk.call('/api/v1/live', { headers: await bearer('cases:read') });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  expect(stream.headers.get('content-security-policy')).toContain("default-src 'self'");
  const notify = (w: string, id: string) =>
    desk.db.database.inWorkspace(desk.workspaceId, (tx) =>
      tx.rows(`select pg_notify('heard_live', $1)`, [JSON.stringify({ w, kind: 'case', id })]),
    );
  await notify(newId(), 'of-another');
  await notify(desk.workspaceId, 'of-ours');
  const said = await readUntil(stream, 'of-ours');
  expect(said).toContain('event: change\ndata: {"kind":"case","id":"of-ours"}\n\n');
  expect(said).not.toContain('of-another');
});

test('when the database drops the listening connection, streams end, and later news arrive again', async () => {
  const headers = await bearer('cases:read');
  const stream = await desk.call('/api/v1/live', { headers });
  await desk.db
    .owner(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'heard live'
    and datname = current_database()`);
  await expect(readUntil(stream, 'never said')).rejects.toThrow('The stream ended');
  const again = await desk.call('/api/v1/live', { headers });
  const payload = JSON.stringify({ w: desk.workspaceId, kind: 'alert', id: 'after-the-break' });
  let heardIt = false;
  const hearing = readUntil(again, 'after-the-break').then(() => (heardIt = true));
  while (!heardIt) {
    await desk.db.owner(`select pg_notify('heard_live', $1)`, [payload]);
    await Promise.race([hearing, desk.call('/health/live')]);
  }
  await hearing;
});

test('without a built dashboard the api serves, and health says whether the database answers', async () => {
  expect((await desk.call('/health/live')).status).toBe(200);
  expect((await desk.call('/health/ready')).status).toBe(200);
  const other = await startTestApi({ dashboardDir: join(dashboardDir, 'never-built') });
  expect((await other.call('/', { headers: { accept: 'text/html' } })).status).toBe(404);
  await other.staff.database.close();
  const answer = await other.call('/health/ready');
  expect(answer.headers.get('retry-after')).toBe('5');
  expect(await problemOf(answer)).toMatchObject({ status: 503 });
  await other.close();
});

test('the dashboard is served: hashed files for a year, its page for any address a browser opens', async () => {
  const page = await desk.call('/cases/17', { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('<title>Heard</title>');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const etag = page.headers.get('etag') ?? '';
  expect((await desk.call('/', { headers: { accept: 'text/html', 'if-none-match': etag } })).status).toBe(
    304,
  );
  const script = await desk.call('/assets/app-1a2b.js');
  expect(script.headers.get('cache-control')).toContain('immutable');
  expect(script.headers.get('content-encoding')).toBe('gzip');
  expect(await script.text()).toHaveLength(3_002);
  for (const path of ['/assets/gone.js', '/api/nothing', '/health/nothing']) {
    const answer = await desk.call(path, {
      headers: path.startsWith('/assets') ? {} : { accept: 'text/html' },
    });
    expect(await problemOf(answer)).toMatchObject({ status: 404 });
  }
});

/** As sent, without the tidying that fetch does. */
function rawGet(path: string): Promise<number | undefined> {
  const url = new URL(desk.api.address);
  return new Promise((resolve, reject) => {
    request({ host: url.hostname, port: url.port, path }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test.each(['/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '/..%2fpackage.json'])(
  'no file beside the dashboard can be reached by %s',
  async (path) => {
    expect(await rawGet(path)).toBe(404);
  },
);

test('guessing at the links of letters is slowed down, whatever address a caller claims to have', async () => {
  const path = `/api/v1/alert-links/${'a'.repeat(43)}/take`;
  const statuses: number[] = [];
  for (let tries = 0; tries < 31; tries += 1) {
    statuses.push((await post(path, { ...json, 'x-forwarded-for': `203.0.113.${tries}` }, {})).status);
  }
  expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
});

test('an escalation that would tell nobody is refused, and another one is kept', async () => {
  const headers = { ...json, cookie: await desk.signIn(), 'sec-fetch-site': 'same-origin' };
  const put = (policy: object) =>
    desk.call('/api/v1/escalation-policy', { method: 'PUT', headers, body: JSON.stringify(policy) });
  expect(await problemOf(await put({ afterMinutes: 5, steps: [] }))).toMatchObject({
    status: 422,
    errors: [{ field: 'steps' }],
  });
  const policy = { afterMinutes: 5, steps: [{ to: 'on_call' }, { to: 'director' }] };
  expect(await (await put(policy)).json()).toEqual(policy);
  expect(await (await desk.call('/api/v1/escalation-policy', { headers })).json()).toEqual(policy);
});
