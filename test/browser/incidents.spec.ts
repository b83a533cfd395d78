import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from './chromium.js';
import { administrator, type RunningDesk, runDesk } from './running-desk.js';

/** Many complaints about one courier, as the lead lives through it: from the letter to the last customer told. */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const shots = join(process.cwd(), '.cache', 'shots');
const complaints = [
  ['Мария Кох', 'Курьер Олег не привёз заказ, третий час жду, трубку не берёт. Верните деньги!'],
  ['Ганна Мох', 'Курʼєр Олег кинув замовлення під дощем і поїхав. Замовлення зіпсоване, жах!'],
  ['Helen Moss', 'Your courier Oleg never delivered my order and hung up on me. Terrible service!'],
  ['Софія Бойко', 'Підкажіть, будь ласка, курʼєр Олег сьогодні ще приїде?'],
] as const;
const message = {
  Русский: '{customer}, курьер Олег сегодня не развёз 12 заказов: сломалась машина. Заказ уже везёт Андрей.',
  Українська:
    '{customer}, курʼєр Олег сьогодні не розвіз 12 замовлень: зламалася машина. Замовлення вже везе Андрій.',
  English:
    '{customer}, our courier Oleg could not deliver 12 orders: his van broke down. Andrii has your order.',
};

let desk: RunningDesk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await mkdir(shots, { recursive: true });
  desk = await runDesk();
  browser = await launchChromium();
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const button = (name: string | RegExp, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' }).first();
const dialog = (): Locator => page.getByRole('dialog');

async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
  const faults = await page.evaluate<string[]>(
    `(async () => { ${axe}; const { violations } = await axe.run(document); return violations.map((each) => each.id); })()`,
  );
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
  expect({ name, faults, fits: over <= 0 }).toEqual({ name, faults: [], fits: true });
}

async function letterAbout(subject: RegExp): Promise<string> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = desk.postbox.letters.find((each) => subject.test(each.subject ?? ''));
    if (found) return `${found.subject}\n${found.text}`;
    if (Date.now() > deadline) throw new Error('The letter did not come.');
    await page.waitForTimeout(100);
  }
}

test('the lead gets one letter that says what is shared, and takes it without taking a customer', async () => {
  await page.goto(desk.address);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await button('Sign in').click();
  await page.getByText('Nothing burns', { exact: false }).waitFor();
  const mentions = complaints.map(([name, text], index) => ({
    source: 'Reviews',
    external_id: name,
    created_at: new Date(Date.now() - (20 - index) * 60_000).toISOString(),
    text,
    author: { id: name, name },
  }));
  const headers = { 'sec-fetch-site': 'same-origin' };
  const pushed = await page.request.post(`${desk.address}/api/v1/mentions`, { data: mentions, headers });
  expect(pushed.status()).toBe(202);

  const letter = await letterAbout(/Many complaints, one cause|Багато скарг, одна причина/u);
  expect(letter).toContain('Олег');
  expect(letter).toMatch(/\/incidents\/[0-9a-f-]{36}/u);
  const phone = await browser.newContext({ locale: 'en', viewport: { width: 375, height: 760 } });
  const guest = await phone.newPage();
  await guest.goto(/https?:\S+\/take\/\S+/u.exec(letter)?.[0] ?? 'about:blank');
  await guest.getByRole('heading', { name: 'Complaints that seem to have one cause need you' }).waitFor();
  await guest.screenshot({ path: join(shots, 'take-incident-phone.png') });
  await button('I take it', guest).click();
  await guest.getByRole('heading', { name: 'The alert is yours' }).waitFor();
  await guest.getByRole('link', { name: 'Open the incident' }).waitFor();
  await phone.close();
});

test('it is confirmed, one message is written, and nothing is promised in the past', async () => {
  await page.goto(`${desk.address}/incidents`);
  await page.getByRole('link', { name: 'Courier or employee: Олег' }).waitFor();
  await look('incidents');
  await page.getByRole('link', { name: 'Courier or employee: Олег' }).click();
  await page.getByText('3 of 3').first().waitFor();
  await look('incident-proposed');
  await button('Confirm').click();
  for (const [language, text] of Object.entries(message)) {
    await page
      .getByLabel(new RegExp(`^${language}`, 'u'))
      .last()
      .fill(text);
  }
  const english = page.getByLabel(/^English/u).last();
  await english.fill(`${message.English} We will call you by 18:00 on January 5, 2001.`);
  await button(/^Send to 3/u).click();
  await page.getByText('A promise in your answer', { exact: false }).waitFor();
  await page.getByLabel('By when?').fill('2001-01-05T18:00');
  await button('Confirm the date').click();
  await button(/^Send to 3/u).click();
  await page.getByText('The date is in the past', { exact: false }).waitFor();
  await look('incident-promise');
  await english.fill(message.English);
  await button(/^Send to 3/u).click();
  const why = page.getByLabel(/^Why/u);
  await why.or(page.getByText('to be given by hand').first()).first().waitFor();
  if (await why.isVisible()) {
    await why.fill('The same for all, and it says what happened');
    await button(/^Send to 3/u).click();
  }
  await page.getByText('to be given by hand', { exact: true }).nth(2).waitFor();
});

test('whoever has to be told by hand is told in their own language, once', async () => {
  await button(/^I gave the message: .*Helen Moss/u).click();
  await dialog().getByText('Helen Moss, our courier Oleg could not deliver', { exact: false }).waitFor();
  await dialog().getByLabel('How', { exact: true }).selectOption('phone');
  await dialog().getByLabel('What shows it').fill('Called at 12:10');
  await button('I gave the message', dialog()).click();
  await dialog().waitFor({ state: 'hidden' });
  await page.getByText('given', { exact: true }).waitFor();
});

test('others who are likely hit are listed, found, and told before they complain', async () => {
  await page.getByText('Підкажіть, будь ласка, курʼєр Олег сьогодні ще приїде?').waitFor();
  await button('Add a list').click();
  await dialog()
    .getByLabel('Who else was affected')
    .fill('name,phone,order\nІрина Савчук,+380 67 555 01 03,A-1001\n');
  await button('Add', dialog()).click();
  await dialog().getByText('1 person added.').waitFor();
  await page.keyboard.press('Escape');
  await button(/^Record that they were told: Ірина Савчук/u).click();
  await button('Record that they were told', dialog()).click();
  await page.getByText('Told: 1 · not yet: 1 · complained: 0').waitFor();
  await look('incident-told');
});

test.each(['ru', 'uk'])('an incident reads in %s on a phone without scrolling sideways', async (language) => {
  await page.setViewportSize({ width: 375, height: 760 });
  await page
    .getByLabel(/Language|Язык|Мова/u)
    .first()
    .selectOption(language);
  await page.waitForFunction(`document.documentElement.lang === '${language}'`);
  await look(`incident-phone-${language}`);
});
