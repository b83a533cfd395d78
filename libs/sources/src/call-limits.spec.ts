import { budgetTree, type CallLimits, fewASecond, nodesOf } from './call-limits.js';
import { catalog } from './catalog.js';

const limits: CallLimits = {
  app: { by: ['appId'], windows: [{ calls: 100, perSeconds: 60 }] },
  account: { by: ['pageId'], windows: [{ calls: 20, perSeconds: 60 }] },
  streams: [
    { name: 'private', calls: /^POST .*\/messages$/, windows: [{ calls: 5, perSeconds: 60 }] },
    { name: 'writing', calls: /^POST /, cost: 50 },
  ],
};
const page = { appId: '1', pageId: '7', token: 'canary' };

describe('the tree of budgets', () => {
  it.each([
    ['GET', '/v26.0/7/feed', 2, 1],
    ['POST', '/v26.0/7/messages', 3, 1],
    ['POST', '/v26.0/7_8/comments', 2, 50],
  ])('counts %s %s against %i nodes, as %i', (method, path, count, cost) => {
    const found = nodesOf(budgetTree('made-up', limits, page), method, path);
    expect([found.nodes.length, found.cost]).toEqual([count, cost]);
  });

  it('is shared by those who name the same app or account, and shows neither', () => {
    const keysOf = (values: Record<string, string>, platform = 'made-up'): string[] =>
      nodesOf(budgetTree(platform, limits, values), 'GET', '/').nodes.map(({ key }) => key);
    const [app, account] = keysOf(page);
    expect(keysOf({ ...page, token: 'another' })).toEqual([app, account]);
    expect(keysOf({ ...page, pageId: '8' })[0]).toBe(app);
    expect(keysOf({ ...page, pageId: '8' })[1]).not.toBe(account);
    expect(keysOf(page, 'other').some((key) => key === app || key === account)).toBe(false);
    expect(JSON.stringify(keysOf(page))).not.toMatch(/canary/);
  });

  it('has no app where none is named', () => {
    expect(nodesOf(budgetTree('made-up', limits, { pageId: '7' }), 'GET', '/').nodes).toHaveLength(1);
  });
});

test('few calls a second are spread over it, with room for those that are longer on their way', () => {
  const [second, apart] = fewASecond(3);
  expect(second).toEqual({ calls: 3, perSeconds: 1 });
  // The fourth call after another one is made so much later than a second.
  const apartSeconds = apart?.perSeconds ?? 0;
  expect([apart?.calls, 3 * apartSeconds > 1.19, 2 * apartSeconds < 1]).toEqual([1, true, true]);
});

test('whoever a platform counts calls for is named by its settings', () => {
  for (const { platform, limits: declared, settings } of Object.values(catalog)) {
    const names = [...(declared?.app?.by ?? []), ...(declared?.account.by ?? [])];
    const known = settings.map(({ key }) => key);
    expect([platform, names.filter((name) => !known.includes(name))]).toEqual([platform, []]);
  }
});
