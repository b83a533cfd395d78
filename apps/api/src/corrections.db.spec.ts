import { newId } from '@heard/database';
import { knownMention, startTestApi, type TestApi } from './api.spec-suite.js';

let desk: TestApi;
let cookie: string;
beforeAll(async () => {
  desk = await startTestApi();
  cookie = await desk.cookieOf('manager');
});
beforeEach(() => desk.corrected.splice(0));
afterAll(() => desk.close());

const path = `/api/v1/mentions/${knownMention}/corrections`;

async function post(to: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const all = { ...headers, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  return desk.call(to, { method: 'POST', headers: all, body: JSON.stringify(body) });
}

const wrongFields = async (answer: Response): Promise<unknown> => {
  const { errors } = (await answer.json()) as { errors: { field: string }[] };
  return [answer.status, [...new Set(errors.map((each) => each.field))].toSorted()];
};

test('one verdict or several are given by a person, and the mention is the answer', async () => {
  for (const given of [
    { urgency: 'low' },
    { intent: 'question', category: 'staff', note: 'Питає про графік' },
  ]) {
    const answer = await post(path, given, { cookie });
    expect([answer.status, ((await answer.json()) as { id: string }).id]).toEqual([200, knownMention]);
    expect(desk.corrected.at(-1)).toMatchObject({ mentionId: knownMention, given, by: { kind: 'person' } });
  }
});

test('a correction is taken back by its id', async () => {
  const id = newId();
  expect((await post(`${path}/${id}/take-back`, {}, { cookie })).status).toBe(200);
  expect(desk.corrected).toMatchObject([{ mentionId: knownMention, takesBack: id, by: { kind: 'person' } }]);
});

test.each<[string, unknown, string[]]>([
  ['nothing', {}, ['category', 'intent', 'sentiment', 'urgency']],
  ['only a note', { note: 'чому' }, ['category', 'intent', 'sentiment', 'urgency']],
  ['a word that is none', { urgency: 'asap' }, ['urgency']],
  ['null', { sentiment: null }, ['sentiment']],
  ['a list', { category: ['staff'] }, ['category']],
  ['another field', { urgency: 'low', language: 'uk' }, ['language']],
  ['a blank note', { urgency: 'low', note: ' ' }, ['note']],
])('%s is refused by its name', async (_what, body, fields) => {
  expect(await wrongFields(await post(path, body, { cookie }))).toEqual([422, fields]);
  expect(desk.corrected).toEqual([]);
});

test('viewers and programs correct nothing, and both may read what was corrected', async () => {
  const viewer = { cookie: await desk.cookieOf('viewer') };
  const program = {
    authorization: `Bearer ${await desk.keyOf('mentions:write', 'mentions:read', 'cases:write')}`,
  };
  for (const headers of [viewer, program]) {
    expect((await post(path, { urgency: 'low' }, headers)).status).toBe(403);
    expect((await post(`${path}/${newId()}/take-back`, {}, headers)).status).toBe(403);
    expect(await (await desk.call(path, { headers })).json()).toEqual({ items: [] });
  }
  expect((await desk.call(path)).status).toBe(401);
  expect(desk.corrected).toEqual([]);
});

test('corrections of a mention that is not there are not there', async () => {
  const answer = await desk.call(`/api/v1/mentions/${newId()}/corrections`, { headers: { cookie } });
  expect(answer.status).toBe(404);
});
