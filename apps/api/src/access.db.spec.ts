import { type Role, roleAtLeast, roles } from '@heard/core';
import { newId } from '@heard/database';
import { scopes } from '@heard/staff';
import { startTestApi, type TestApi } from './api.spec-suite.js';

interface Described {
  readonly method: string;
  readonly path: string;
  readonly needs: { readonly scope?: string; readonly role: Role } | undefined;
}

let desk: TestApi;
let operations: Described[];
beforeAll(async () => {
  desk = await startTestApi();
  const document = (await (await desk.call('/api/openapi.json')).json()) as {
    paths: Record<string, Record<string, { 'x-needs'?: Described['needs'] }>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{(\w+)\}/gu, (_, name) => (name === 'token' ? 'x'.repeat(43) : newId())),
      needs: operation['x-needs'],
    })),
  );
});
afterAll(() => desk.close());

/** The status and code alone; a stream is not waited for. */
async function ask({ method, path }: Described, headers: Record<string, string>): Promise<string> {
  const leaving = new AbortController();
  const answer = await desk.call(path, {
    method,
    signal: leaving.signal,
    headers: { ...headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
    ...(method !== 'GET' && { body: '{"nothing":"known"}' }),
  });
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const code = isProblem ? ((await answer.json()) as { code: string }).code : 'fine';
  leaving.abort();
  return `${answer.status} ${code}`;
}

test('without a key or a session every operation is closed but those that are open to all', async () => {
  for (const each of operations) {
    const said = await ask(each, {});
    expect({ ...each, closed: said === '401 not_signed_in' }).toEqual({
      ...each,
      closed: each.needs !== undefined,
    });
  }
});

test.each(scopes)('a key with the scope %s opens what needs that scope, and nothing else', async (scope) => {
  const authorization = `Bearer ${await desk.keyOf(scope)}`;
  for (const each of operations.filter(({ needs }) => needs !== undefined)) {
    const said = await ask(each, { authorization });
    const needed = each.needs?.scope;
    const expected =
      needed === undefined ? '403 person_needed' : needed === scope ? 'let in' : '403 scope_needed';
    expect({ ...each, said: /^40[13] /u.test(said) ? said : 'let in' }).toEqual({ ...each, said: expected });
  }
});

test.each(roles)('a session of the role %s opens what needs that role or less', async (role) => {
  const cookie = await desk.cookieOf(role);
  // Signing out comes last: it ends the session that the others need.
  const ordered = operations.toSorted((a, b) => Number(isSignOut(a)) - Number(isSignOut(b)));
  for (const each of ordered.filter(({ needs }) => needs !== undefined)) {
    const said = await ask(each, { cookie, 'sec-fetch-site': 'same-origin' });
    const enough = roleAtLeast(role, each.needs?.role ?? 'administrator');
    const expected = enough ? 'let in' : '403 role_needed';
    expect({ ...each, said: /^40[13] /u.test(said) ? said : 'let in' }).toEqual({ ...each, said: expected });
  }
});

function isSignOut({ method, path }: Described): boolean {
  return method === 'DELETE' && path.endsWith('/session');
}
