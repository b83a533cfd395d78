import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { administrator, type RunningDesk, runDesk } from './running-desk.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(process.cwd(), '.cache', 'shots');

let desk: RunningDesk;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  desk = await runDesk();
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(desk.address);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Nothing burns', { exact: false }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

/** A screenshot for people, and no accessibility fault that a machine can find. */
async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  const faults = await page.evaluate<string[]>(
    `(async () => { ${axe}; const { violations } = await axe.run(document); return violations.map((each) => each.id); })()`,
  );
  expect({ name, faults }).toEqual({ name, faults: [] });
}

let next = 0;
async function push(texts: readonly string[]): Promise<void> {
  const mentions = texts.map((text) => ({
    source: 'shop',
    external_id: `b${++next}`,
    created_at: new Date().toISOString(),
    text,
    author: { name: `Олена ${next}`, id: `b${next}` },
  }));
  const answer = await page.request.post(`${desk.address}/api/v1/mentions`, {
    data: mentions,
    headers: { origin: desk.address },
  });
  expect(answer.status()).toBe(202);
}

/** None of these is plain: the widest band asks about some of them, whatever the weights are. */
const doubtful = [
  'Чекаю посилку',
  'Ну такое, ожидал большего',
  'Could be better, but fine',
  'Нормально, але дорого',
  'Цього разу інакше',
  'Були вчора, людей багато',
  'Ожидал другого, но ладно',
  'Так собі, але прийнятно',
];

test('a lead widens the band with its costs before the eyes, and what comes in then waits to be checked', async () => {
  await page.goto(`${desk.address}/settings`);
  const band = page.getByRole('region', { name: 'When Heard asks you' }).first();
  await band.getByRole('radio', { name: '0.9' }).check();
  await band.getByRole('button', { name: 'Save' }).click();
  await band.getByText('Set by').waitFor();
  await look('unsure-band');
  await push(doubtful);
  await page.goto(`${desk.address}/checks`);
  await page.getByRole('article').first().waitFor();
  await look('checks');
});

test('one click says what it is: it waits no more, and the complaint has its case', async () => {
  const cards = page.getByRole('article');
  const before = await cards.count();
  const first = cards.first();
  const label = (await first.getAttribute('aria-label')) ?? '';
  await first.getByRole('button', { name: 'Complaint', exact: true }).click();
  await page.getByRole('article', { name: label, exact: true }).waitFor({ state: 'detached' });
  expect(await cards.count()).toBe(before - 1);
  await page.goto(desk.address);
  await page.getByText(label.replace('Written by ', ''), { exact: false }).first().waitFor();
});

test('a sample is drawn, checked without a verdict to sway anybody, and says how right Heard is', async () => {
  const praise = (at: number): string => `Дякую за чудову книгарню на вулиці ${at}, завжди раді завітати!`;
  const blame = (at: number): string =>
    `Третій день чекаю замовлення ${at}, слухавку ніхто не бере! Жахливо!`;
  await push(Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? blame(at) : praise(at))));
  await page.goto(`${desk.address}/accuracy`);
  await page.getByText('Nothing is known yet', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Draw 60 posts of each language' }).click();
  await page.getByText('left to check', { exact: false }).waitFor();
  await look('accuracy-drawn');
  for (;;) {
    const open = page.getByText('left to check', { exact: false });
    const left = Number((await open.count()) > 0 ? (await open.innerText()).split(' ')[0] : 0);
    if (left === 0) break;
    const card = page.getByRole('article').first();
    const author = await card.getAttribute('aria-label');
    const says = (await card.innerText()).includes('Третій') ? 'Complaint' : 'Praise';
    await card.getByRole('button', { name: says, exact: true }).click();
    await page.getByRole('article', { name: author ?? '', exact: true }).waitFor({ state: 'detached' });
  }
  await page.getByText('No drawn post waits to be checked.').waitFor();
  const figures = page.getByRole('region', { name: 'How right Heard is' });
  await figures.getByText('Ukrainian').waitFor();
  await figures.getByText('from', { exact: false }).first().waitFor();
  await look('accuracy');
  expect(complaints).toEqual([]);
}, 300_000);
