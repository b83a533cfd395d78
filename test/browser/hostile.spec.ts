import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { type AttackedDesk, eventually, password, runDesk } from '../faults/running-desk.js';
import { launchChromium } from './chromium.js';

/** T03, T04 and T13 in a real browser: what customers write turns nothing around, holds nothing up and loads nothing. */

const complaint = 'Третій день чекаю замовлення, слухавку ніхто не бере! Поверніть гроші.';
const turning = {
  name: 'Олена \u202Eвонадлу\u2067',
  words: `${complaint} \u202Eтам і тут\u2066\u2067\u202D`,
};
/** Of what a person sees, all but fields to type in: they turn nothing outside. */
const pages = ['/', '/alerts', '/letters', '/promises', '/checks', '/incidents', '/sources'];

/** The longest time in which the page could not answer a person; the browser counts from 50 ms on. */
const noteLongTasks = `window.longestMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestMs = Math.max(window.longestMs, duration);
  }).observe({ type: 'longtask', buffered: true });`;

let desk: AttackedDesk;
let browser: Browser;
let page: Page;
let trap: Server;
let trapped = 0;
const elsewhere: string[] = [];
const errors: string[] = [];
let cases: Record<'turning' | 'long' | 'wordless' | 'linked', string>;

beforeAll(async () => {
  trap = createServer((_request, response) => {
    trapped += 1;
    response.end();
  });
  await new Promise<void>((ready) => trap.listen(0, '127.0.0.1', ready));
  const trapUrl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
  desk = await runDesk({ HEARD_ALLOWED_PRIVATE_ORIGINS: trapUrl });
  cases = await push(trapUrl);
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' })).newPage();
  page.setDefaultTimeout(30_000);
  await page.addInitScript(noteLongTasks);
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(`a dialog opened: ${dialog.message()}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== desk.address && protocol !== 'data:') elsewhere.push(request.url());
  });
  await page.goto(desk.address);
  await page.getByLabel('E-mail').fill('admin@shop.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page
    .getByRole('link', { name: /^Case No\./u })
    .first()
    .waitFor();
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  trap.closeAllConnections();
  await new Promise((done) => trap.close(done));
});

/** One case for each kind of hostile customer. */
async function push(trapUrl: string): Promise<typeof cases> {
  const texts = {
    turning: turning.words,
    long: `${complaint} ${'щ'.repeat(99_000)}`,
    wordless: `${complaint} ${'\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}'.repeat(8_000)}`,
    linked: `${complaint} <img src="${trapUrl}/photo.svg"> ${trapUrl}/photo.png ![](${trapUrl}/a.gif)`,
  };
  const photos = [`${trapUrl}/photo.svg`, 'data:image/svg+xml,<svg onload=alert(1)>', '../../photo.zip'];
  const program = await desk.shop.keyHolder('mentions:write', 'mentions:read');
  const bodies = Object.entries(texts).map(([id, text]) => ({
    ...{ source: 'crm', external_id: id, created_at: '2026-01-02T03:04:05Z', text },
    ...{ rating: { value: 1, scale: 5 }, extra: { photos, attachments: photos } },
    author: { id: `author-${id}`, name: id === 'turning' ? turning.name : `Марія ${id}` },
  }));
  expect((await program.post('/api/v1/mentions', bodies)).json).toMatchObject({ accepted: 4, rejected: [] });
  const { json } = await program.get('/api/v1/mentions?limit=100');
  const items = json['items'] as { externalId: string; caseId: string }[];
  return Object.fromEntries(items.map(({ externalId, caseId }) => [externalId, caseId])) as typeof cases;
}

/** Texts that turn the direction of what stands beside them, as the browser has them; how many turn nothing outside. */
function turned(): Promise<{ kept: number; loose: string[] }> {
  return page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const loose = [];
    let kept = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!/[\\u202A-\\u202E\\u2066-\\u2069]/.test(node.data)) continue;
      let around = node.parentElement;
      if (around.closest('textarea, select, script, style')) continue;
      // A box of its own turns nothing outside, and must hold nothing else; within a line only what is isolated is kept.
      const isLine = () => getComputedStyle(around).display === 'inline';
      const isIsolated = () => around.localName === 'bdi' || getComputedStyle(around).unicodeBidi.startsWith('isolate');
      while (isLine() && !isIsolated()) around = around.parentElement;
      const isKept = isLine() || around.localName === 'bdi';
      if (isKept || around.textContent.trim() === node.data.trim()) kept += 1;
      else loose.push(around.outerHTML.slice(0, 300));
    }
    return { kept, loose };
  })()`);
}

test('T04: the look for loose texts finds one', async () => {
  await page.evaluate(`(() => {
    const line = document.body.appendChild(document.createElement('p'));
    line.id = 'control';
    line.append('by ', '\\u202Eyoung', ', 5 stars');
  })()`);
  expect((await turned()).loose).toHaveLength(1);
  await page.evaluate(`document.getElementById('control').remove()`);
});

test('T04: names and words that turn the direction of writing turn nothing around them, on any page', async () => {
  await eventually(() => (desk.postbox.letters.length > 0 ? true : undefined));
  let kept = 0;
  for (const path of [...pages, `/cases/${cases.turning}`]) {
    await page.goto(`${desk.address}${path}`);
    await page.locator('main h1').first().waitFor();
    if (path === '/' || path.startsWith('/cases'))
      await page.getByText('Олена', { exact: false }).first().waitFor();
    const found = await turned();
    expect({ path, loose: found.loose }).toEqual({ path, loose: [] });
    kept += found.kept;
  }
  // The name and the words, in the list and on the page of the case.
  expect(kept).toBeGreaterThanOrEqual(4);
});

test('T04: the number of a case stands where it stood, and reads from left to right', async () => {
  await page.goto(desk.address);
  await page.getByRole('listitem').filter({ hasText: 'Олена' }).first().waitFor();
  const lefts = (of: RegExp): Promise<number[]> =>
    page.evaluate(`(() => {
      const row = [...document.querySelectorAll('main li')].find((each) => each.textContent.includes('Олена'));
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode;
        const at = text.data.search(${String(of)});
        if (at < 0) continue;
        return [...text.data.slice(at, at + 4)].map((_letter, nth) => {
          const range = document.createRange();
          range.setStart(text, at + nth);
          range.setEnd(text, at + nth + 1);
          return range.getBoundingClientRect().left;
        });
      }
      return [];
    })()`);
  const places = { number: await lefts(/No\. \d/u), name: await lefts(/Олен/u) };
  expect(places.number).toHaveLength(4);
  expect(places.number).toEqual(places.number.toSorted((a, b) => a - b));
  expect(places.name).toEqual(places.name.toSorted((a, b) => a - b));
  expect(places.number[0]).toBeGreaterThan(places.name[3] ?? Infinity);
});

/** Since it was last asked, or the page was opened. */
async function longestMs(): Promise<number> {
  const ms = await page.evaluate<number>(
    `new Promise((done) => setTimeout(() => { done(window.longestMs); window.longestMs = 0; }, 0))`,
  );
  return Math.round(ms);
}

test.each(['long', 'wordless'] as const)(
  'T03: of a text without end (%s) the beginning is drawn, and the rest when somebody wants it',
  async (kind) => {
    await page.goto(`${desk.address}/cases/${cases[kind]}`);
    const more = page.getByRole('button', { name: /^Show all/u }).first();
    await more.waitFor();
    const drawnMs = await longestMs();
    const drawn = (): Promise<number> => page.evaluate<number>('document.body.innerText.length');
    expect(await drawn()).toBeLessThan(20_000);
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(over).toBeLessThanOrEqual(0);
    await more.click();
    await page.waitForFunction('document.body.innerText.length > 80000');
    const openedMs = await longestMs();
    await page.getByRole('button', { name: 'Show less' }).first().click();
    await page.waitForFunction('document.body.innerText.length < 20000');
    // Told and not judged: how long it takes is the machine's.
    process.stdout.write(`${JSON.stringify({ measured: 'T03', kind, drawnMs, openedMs })}\n`);
  },
);

test('T13: pictures and files that customers point at are not loaded, nor shown, nor handed on', async () => {
  await page.goto(`${desk.address}/cases/${cases.linked}`);
  await page.getByText('photo.svg', { exact: false }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const shown = await page.evaluate<number>(
    `document.querySelectorAll('main img, main video, main audio, main iframe, main object, main embed').length`,
  );
  expect(shown).toBe(0);
  const { text } = await desk.shop.get(`/api/v1/cases/${cases.linked}`);
  expect(text).not.toMatch(/photo\.zip|svg\+xml|"(?:photos|attachments)"/u);
});

test('T13: nothing went anywhere else, from the browser or from Heard, and nothing ran', () => {
  expect([elsewhere, trapped, errors]).toEqual([[], 0, []]);
});
