import { heard } from '@heard/core';
import { startTestApi, type TestApi } from './api.spec-suite.js';

let desk: TestApi;
beforeAll(async () => {
  desk = await startTestApi({ heartbeatMs: 100 });
});
afterAll(() => desk.close());

const open = (headers: Record<string, string>) => desk.call('/api/v1/live', { headers });

test('the stream of a session ends with it', async () => {
  const cookie = await desk.signIn();
  const stream = await open({ cookie });
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  expect((await desk.call('/api/v1/session', { method: 'DELETE', headers })).status).toBe(204);
  expect(await stream.text()).toContain(': still here');
});

test('the stream of a key ends when it is revoked', async () => {
  const { id, key } = await desk.keys.create(desk.workspaceId, { name: 'x', scopes: ['cases:read'] }, heard);
  const stream = await open({ authorization: `Bearer ${key}` });
  await desk.keys.revoke(desk.workspaceId, id, heard);
  expect(await stream.text()).toContain(': hello');
});

test('one session has at most 20 streams, and leaves room for the others', async () => {
  const [greedy, other] = [await desk.signIn(), await desk.signIn()];
  const streams = await Promise.all(Array.from({ length: 20 }, () => open({ cookie: greedy })));
  expect(streams.map(({ status }) => status)).toEqual(Array(20).fill(200));
  const refused = await open({ cookie: greedy });
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
    429,
    'too_many_streams',
  ]);
  const others = await open({ cookie: other });
  expect(others.status).toBe(200);
  for (const stream of [...streams, others]) await stream.body?.cancel();
});
