import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApi, type TestApi } from './api.spec-suite.js';

const token = 'secretoflink'.repeat(4).slice(0, 43);
let desk: TestApi;
let dashboardDir: string;
beforeAll(async () => {
  dashboardDir = await mkdtemp(join(tmpdir(), 'heard-dashboard-'));
  await writeFile(join(dashboardDir, 'index.html'), '<!doctype html><title>Heard</title>');
  desk = await startTestApi({ dashboardDir });
});
afterAll(async () => {
  await desk.close();
  await rm(dashboardDir, { recursive: true });
});

const say = (path: string, body: unknown) =>
  desk.call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test.each([`outcome-links/${token}`, `report-links/${token}`, `outcome-links/short`])(
  'a link that leads nowhere says so and no more: %s',
  async (link) => {
    const answer = await desk.call(`/api/v1/${link}`);
    expect({ status: answer.status, ...((await answer.json()) as object) }).toMatchObject({
      status: 404,
      code: 'link_gone',
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  },
);

test.each<[string, unknown]>([
  ['no verdict', {}],
  ['a verdict that only we give', { verdict: 'unknown' }],
  ['words without end', { verdict: 'partly', words: 'щ'.repeat(2_001) }],
  ['more than is asked', { verdict: 'partly', publicLink: false }],
])('the question takes only an answer to it: %s', async (_what, body) => {
  expect((await say(`/api/v1/outcome-links/${token}`, body)).status).toBe(422);
});

test.each(['how', 'report'])('the page /%s is kept by nobody and found by nobody', async (page) => {
  const answer = await desk.call(`/${page}/${token}`, { headers: { accept: 'text/html' } });
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
});

test('whoever guesses is made to wait, and no secret is logged', async () => {
  const statuses: number[] = [];
  for (let guess = 0; guess < 40; guess++) {
    statuses.push((await say(`/api/v1/outcome-links/${token}`, { verdict: 'recovered' })).status);
  }
  expect(statuses.at(-1)).toBe(429);
  expect(desk.logged.join('\n')).toContain('/api/v1/outcome-links/:token');
  expect(desk.logged.join('\n')).not.toContain(token);
});
