import { newId } from '@heard/database';
import { knownCase, startTestApi, type TestApi } from './api.spec-suite.js';

let desk: TestApi;
beforeAll(async () => {
  desk = await startTestApi();
});
afterAll(() => desk.close());

const path = `/api/v1/cases/${knownCase}`;
const answerId = newId();

async function post(to: string, body: object, headers: Record<string, string>): Promise<Response> {
  const all = { ...headers, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  return desk.call(to, { method: 'POST', headers: all, body: JSON.stringify(body) });
}

const bearer = async (...scopes: Parameters<TestApi['keyOf']>) => ({
  authorization: `Bearer ${await desk.keyOf(...scopes)}`,
});

test.each<[string, object, object]>([
  ['parts', { part: 'apology', evidence: 'Лист' }, { type: 'tick_part', part: 'apology', evidence: 'Лист' }],
  [
    'records',
    { claim: 'delivered', where: 'CRM 7' },
    { type: 'note_record', record: { claim: 'delivered', where: 'CRM 7' } },
  ],
  ['sent-on', { words: 'На склад' }, { type: 'note_sent_on', words: 'На склад' }],
  [
    `answers/${answerId}/delivered`,
    { evidence: 'Відписала' },
    { type: 'confirm_delivery', answerId, evidence: 'Відписала' },
  ],
  [
    `answers/${answerId}/not-delivered`,
    { reason: 'Адреси немає' },
    { type: 'not_delivered', answerId, reason: 'Адреси немає' },
  ],
  [
    'recorded-answers',
    { channel: 'email', text: 'Книжки на складі', delivered: false, follows: answerId },
    { type: 'record_answer', channel: 'email', evidence: '', delivered: false, follows: answerId },
  ],
  [
    'promises',
    { what: 'Привеземо', due: '2099-01-02T10:00:00Z', repeats: answerId },
    { type: 'promise', what: 'Привеземо', repeats: answerId },
  ],
])('what is sent to %s becomes a command of the rules', async (act, body, command) => {
  const answer = await post(`${path}/${act}`, body, await bearer('cases:write'));
  expect(answer.status).toBe(200);
  expect(desk.acts.at(-1)).toMatchObject({ caseId: knownCase, command, by: { kind: 'program' } });
});

test('a part that does not exist, a record without its place and blank words are refused by their names', async () => {
  const headers = await bearer('cases:write');
  for (const [act, body, field] of [
    ['parts', { part: 'gift', evidence: 'x' }, 'part'],
    ['records', { claim: 'paid' }, 'where'],
    ['sent-on', { words: '  ' }, 'words'],
  ] as const) {
    const answer = await post(`${path}/${act}`, body, headers);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect([answer.status, new Set(errors.map((each) => each.field))]).toEqual([422, new Set([field])]);
  }
});

test('a person who could help is seen to have seen the case; a program and a viewer are not', async () => {
  const cookie = await desk.cookieOf('manager');
  expect((await post(`${path}/seen`, {}, { cookie })).status).toBe(204);
  expect(desk.acts.at(-1)).toMatchObject({ command: { type: 'see' }, by: { kind: 'person' } });
  const before = desk.acts.length;
  expect((await post(`${path}/seen`, {}, await bearer('cases:write'))).status).toBe(403);
  expect((await post(`${path}/seen`, {}, { cookie: await desk.cookieOf('viewer') })).status).toBe(403);
  expect(desk.acts).toHaveLength(before);
});

test('promises are listed for a person’s own cases; a program has none of its own', async () => {
  const cookie = await desk.cookieOf('viewer');
  const mine = await desk.call('/api/v1/promises?mine=true', { headers: { cookie } });
  expect(await mine.json()).toEqual({ items: [] });
  const key = await desk.call('/api/v1/promises?mine=true', { headers: await bearer('cases:read') });
  expect(key.status).toBe(422);
});
