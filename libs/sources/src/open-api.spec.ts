import { type Exchange, OpenApi } from './open-api.spec-suite.js';

const document = new OpenApi(new URL('./wildberries/fixtures/wildberries-openapi.json', import.meta.url));
const HOST = 'http://sim.invalid';

function exchange(request: object, status: number, body: unknown): Exchange {
  const text = body === undefined ? '' : JSON.stringify(body);
  const sent = {
    method: 'GET',
    url: HOST,
    headers: { authorization: 'a' },
    ...request,
  } as Exchange['request'];
  return {
    request: sent,
    response: { status, headers: {}, text, bytes: Buffer.from(text), json: () => body },
  };
}

const list = (query: object) => ({ url: `${HOST}/api/v1/feedbacks`, query });
const good = { isAnswered: 'true', take: 1, skip: 0 };
const answer = (text: unknown) => ({
  method: 'POST',
  url: `${HOST}/api/v1/feedbacks/answer`,
  json: { id: 'a', text },
});

describe('holding an exchange against a specification', () => {
  it.each<[string, object, number, unknown, RegExp | undefined]>([
    ['a good list', list(good), 200, { data: { feedbacks: [] } }, undefined],
    ['a good answer', answer('Hello'), 204, undefined, undefined],
    ['an unknown path', { url: `${HOST}/api/v2/feedbacks` }, 200, {}, /not documented/],
    ['an unknown method', { ...list(good), method: 'DELETE' }, 200, {}, /not documented/],
    ['an unknown parameter', list({ ...good, page: 1 }), 200, {}, /unknown query parameter page/],
    ['a missing parameter', list({ take: 1, skip: 0 }), 200, {}, /isAnswered is missing/],
    ['a parameter of a wrong type', list({ ...good, take: 'all' }), 200, {}, /query take must be integer/],
    ['a value that is not offered', list({ ...good, order: 'asc' }), 200, {}, /query order must be equal/],
    ['a call without a key', { ...list(good), headers: {} }, 200, {}, /none of the headers authorization/],
    ['a body of a wrong type', answer(5), 204, undefined, /\/text must be string/],
    ['a status that is not named', list(good), 418, {}, /status 418 is not documented/],
    [
      'a field of a wrong type',
      list(good),
      200,
      { data: { feedbacks: [{ id: 5 }] } },
      /feedbacks\/0\/id must be string/,
    ],
    [
      'a null that is not allowed',
      list(good),
      200,
      { data: { feedbacks: [{ text: null }] } },
      /text must be string/,
    ],
    [
      'a time of another form',
      list(good),
      200,
      { data: { feedbacks: [{ createdDate: '2026-11-20' }] } },
      /format/,
    ],
  ])('%s', (_, request, status, body, expected) => {
    const problems = document.problemsOf(exchange(request, status, body)).join('\n');
    if (expected === undefined) expect(problems).toBe('');
    else expect(problems).toMatch(expected);
  });
});
