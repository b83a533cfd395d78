import type { Policy, Role } from '@heard/core';
import type { PolicyVersionView } from '@heard/insight';
import { startTestApi, type TestApi } from './api.spec-suite.js';

let desk: TestApi;
beforeAll(async () => {
  desk = await startTestApi();
});
afterAll(() => desk.close());

const at = '/api/v1/policy';

/** One session for each role: signing in is throttled. */
const cookies = new Map<Role, Promise<string>>();
function cookieOf(role: Role): Promise<string> {
  const known = cookies.get(role) ?? desk.cookieOf(role);
  cookies.set(role, known);
  return known;
}

async function read(path = at): Promise<PolicyVersionView> {
  const answer = await desk.call(path, { headers: { cookie: await cookieOf('viewer') } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as PolicyVersionView;
}

async function save(role: Role, basedOn: number, policy: unknown) {
  const answer = await desk.call(at, {
    method: 'PUT',
    headers: {
      cookie: await cookieOf(role),
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ basedOn, policy }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const budget = (policy: Policy, allowed: number): Policy => ({ ...policy, handOffs: { budget: allowed } });
const worth = (policy: Policy): Policy => ({
  ...policy,
  money: { ...policy.money, valueToMinor: policy.money.valueToMinor + 1 },
});
const audited = () =>
  desk.db.owner<{ target: string; detail: object }>(
    `select target, detail from audit where action = 'policy.changed' order by at`,
  );

test('everybody reads the policy, and what a lead saves is the next version with their name', async () => {
  const first = await read();
  expect(first).toMatchObject({ version: 1, by: { kind: 'heard' }, sections: [] });
  expect(first.policy.playbooks).toHaveLength(11);
  const saved = await save('lead', 1, budget(first.policy, 4));
  expect(saved).toMatchObject({
    status: 200,
    body: { version: 2, by: { name: 'lead' }, sections: ['handOffs'], policy: { handOffs: { budget: 4 } } },
  });
  expect(await read(`${at}/versions/1`)).toEqual(first);
  expect(await read()).toEqual(saved.body);
  expect(await audited()).toEqual([{ target: 'policy:2', detail: { sections: ['handOffs'] } }]);
});

test('versions are listed page by page, the newest first', async () => {
  const { version, policy } = await read();
  const more = budget(policy, policy.handOffs.budget + 1);
  await save('lead', version, more);
  await save('director', version + 1, worth(more));
  const pages: string[][] = [];
  let cursor = '';
  do {
    const page = (await read(`${at}/versions?limit=2${cursor}`)) as unknown as {
      items: { version: number; sections: string[] }[];
      nextCursor?: string;
    };
    pages.push(page.items.map((each) => [each.version, ...each.sections].join(' ')));
    cursor = page.nextCursor === undefined ? '' : `&cursor=${page.nextCursor}`;
  } while (cursor !== '');
  expect(pages[0]).toEqual([`${version + 2} money`, `${version + 1} handOffs`]);
  expect(pages.at(-1)?.at(-1)).toBe('1');
  expect(pages.flat()).toHaveLength(version + 2);
});

test('who saves an old version is told that somebody was faster, and changes nothing', async () => {
  const { version, policy } = await read();
  const mine = budget(policy, policy.handOffs.budget + 1);
  await save('lead', version, mine);
  const late = await save('administrator', version, budget(policy, 19));
  expect(late).toMatchObject({ status: 409, body: { code: 'policy_changed' } });
  expect((await read()).policy.handOffs).toEqual(mine.handOffs);
});

test.each<[Role, number, string | undefined]>([
  ['viewer', 403, 'role_needed'],
  ['manager', 403, 'role_needed'],
  ['lead', 409, 'director_needed'],
  ['director', 200, undefined],
  ['administrator', 200, undefined],
])('what a customer is worth, set by a %s: %i', async (role, status, code) => {
  const { version, policy } = await read();
  const saved = await save(role, version, worth(policy));
  expect({ status: saved.status, code: saved.body['code'] }).toEqual({ status, code });
  expect((await read()).version).toBe(status === 200 ? version + 1 : version);
});

test.each<[string, (policy: Policy) => object, string, object]>([
  [
    'a number out of range',
    (policy) => budget(policy, -1),
    'handOffs.budget',
    { mistake: 'number', to: '20' },
  ],
  [
    'a fix that a ladder still needs',
    (policy) => ({ ...policy, fixes: policy.fixes.filter(({ key }) => key !== 'full_refund') }),
    'playbooks[0].ladder[0]',
    { mistake: 'fix_unknown', fix: 'full_refund' },
  ],
  [
    'a title in two languages',
    (policy) => ({
      ...policy,
      fixes: policy.fixes.map((fix) => ({ ...fix, title: { ...fix.title, uk: ' ' } })),
    }),
    'fixes[0].title.uk',
    { mistake: 'text_missing' },
  ],
  [
    'a question without its link',
    (policy) => ({ ...policy, outcome: { ...policy.outcome, question: { ru: '?', uk: '?', en: '?' } } }),
    'outcome.question.ru',
    { mistake: 'placeholder_missing', needed: '{link}' },
  ],
  ['nothing at all', () => ({}), 'calendar', { mistake: 'missing' }],
])('%s is refused with its place and what to do', async (_what, change, place, about) => {
  const { version, policy } = await read();
  const { status, body } = await save('lead', version, change(policy));
  expect({ status, code: body['code'], about: body['about'] }).toMatchObject({
    status: 422,
    code: 'invalid_policy',
    about,
  });
  expect(body['errors']).toMatchObject([{ field: place }]);
  expect(body['detail']).toMatch(/; .+[.?]$/u);
  expect((await read()).version).toBe(version);
});

test.each([
  ['<script>alert(1)</script>', 200],
  ["'); drop table policies; --", 200],
  ['\u202eкнига 📚 ﷽', 200],
  ['a\u0000b', 422],
  ['a\ud800b', 422],
])('the title %j is text and nothing else: %i', async (uk, status) => {
  const { version, policy } = await read();
  const [first, ...others] = policy.fixes;
  const fixes = [{ ...first, title: { ru: 'Подарок', uk, en: 'Gift' } }, ...others];
  expect((await save('lead', version, { ...policy, fixes })).status).toBe(status);
  const kept = (await read()).policy.fixes[0]?.title.uk;
  expect(kept).toBe(status === 200 ? uk : first?.title.uk);
});

test('saving what is there already makes no version and no audit', async () => {
  const { version, policy } = await read();
  const before = await audited();
  expect(await save('lead', version, policy)).toMatchObject({ status: 200, body: { version } });
  expect(await audited()).toEqual(before);
});

test.each(['99', '0', '-1', '1.5', 'one', '99999999999'])('there is no version %s', async (version) => {
  const headers = { cookie: await cookieOf('viewer') };
  expect((await desk.call(`${at}/versions/${version}`, { headers })).status).toBe(404);
});

test('a program with the right to read cases reads it, and none changes it', async () => {
  const headers = {
    authorization: `Bearer ${await desk.keyOf('cases:read', 'cases:write', 'users:write')}`,
    'content-type': 'application/json',
  };
  const { version, policy } = (await (await desk.call(at, { headers })).json()) as PolicyVersionView;
  const body = JSON.stringify({ basedOn: version, policy: budget(policy, 4) });
  expect((await desk.call(at, { method: 'PUT', headers, body })).status).toBe(403);
});
