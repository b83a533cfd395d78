import type { Browser, Page } from 'playwright-core';
import { WildberriesFake } from '@heard/sources/fakes';
import { systemClock } from '../../apps/desk/src/open-heard.js';
import { type AttackedDesk, eventually, password, runDesk } from '../faults/running-desk.js';
import { launchChromium } from './chromium.js';

/** A claim for a return, from the buyer to the decision that the assignee makes on the page of its case. */

const complaint = 'Ужасное качество: страницы вырваны! Верните деньги, жду уже вторую неделю.';
const words = 'На фото видно след от чашки: это не брак книги.';

let desk: AttackedDesk;
let market: WildberriesFake;
let browser: Browser;
let page: Page;
let claimId: string;

beforeAll(async () => {
  market = new WildberriesFake({ clock: systemClock });
  const { baseUrl } = await market.listen();
  const hosts = ['wildberries', 'wildberriesChats', 'wildberriesClaims'];
  desk = await runDesk({
    HEARD_PLATFORM_URLS: hosts.map((host) => `${host}=${baseUrl}`).join(','),
    HEARD_ALLOWED_PRIVATE_ORIGINS: new URL(baseUrl).origin,
  });
  claimId = market.addClaim(complaint);
  const source = { platform: 'wildberries', name: 'Лавка', settings: market.settings() };
  expect((await desk.shop.post('/api/v1/sources', source)).status).toBe(201);
  const caseId = await eventually(async () => {
    const [row] = await desk.db.owner<{ id: string }>('select id from cases');
    return row?.id;
  });
  browser = await launchChromium();
  page = await (await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' })).newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(desk.address);
  await page.getByLabel('E-mail').fill('admin@shop.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('link', { name: /^Case No\./u }).waitFor();
  await page.goto(`${desk.address}/cases/${caseId}`);
}, 180_000);
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await market.close();
});

const claim = () => market.world.claims.find(({ id }) => id === claimId);

test('the choices of the claim stand there in words, and one is sent only when its consequences were read', async () => {
  await page.getByRole('button', { name: 'Decide', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  expect(await dialog.getByRole('radio').count()).toBe(4);
  const send = dialog.getByRole('button', { name: 'Send the decision' });
  await dialog.getByRole('radio', { name: 'Approve, without a return of the goods' }).check();
  expect(await dialog.getByRole('textbox').count()).toBe(0);
  await dialog.getByRole('checkbox').check();
  expect(await send.isEnabled()).toBe(true);
  await dialog.getByRole('radio', { name: 'Reject in your own words' }).check();
  // Whoever was sure of one choice is not of another.
  expect(await send.isEnabled()).toBe(false);
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('textbox').fill('Нет');
  await send.click();
  await dialog.getByRole('alert').waitFor();
  expect(claim()?.decision).toBeUndefined();
  await dialog.getByRole('textbox').fill(words);
  await send.click();
  await dialog.waitFor({ state: 'hidden' });
}, 60_000);

test('the decision reaches the buyer, and the page says what was decided and that it arrived', async () => {
  await page.getByText('Decision: Reject in your own words').waitFor();
  await page
    .getByRole('article')
    .filter({ hasText: 'Decision:' })
    .getByText('the customer can see it')
    .waitFor();
  expect(claim()?.decision).toMatchObject({ approved: false, words });
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('Reject in your own words').first().waitFor();
}, 60_000);
