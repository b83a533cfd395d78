import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
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
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`a dialog opened: ${dialog.message()}`));
  page.on('console', (line) => {
    if (/Content Security Policy|Refused to/u.test(line.text())) complaints.push(line.text());
  });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const button = (name: string | RegExp, within: Page | Locator = page): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (): Locator => page.getByRole('dialog');

/** A screenshot for people, and no accessibility fault that a machine can find. */
async function look(name: string): Promise<void> {
  await page.screenshot({ path: join(shots, `${name}.png`) });
  const faults = await page.evaluate<string[]>(
    `(async () => { ${axe}; const { violations } = await axe.run(document); return violations.map((each) => each.id); })()`,
  );
  expect({ name, faults }).toEqual({ name, faults: [] });
}

const olena = { name: 'Олена П.' };
const furious =
  'Третій день чекаю замовлення, слухавку ніхто не бере! Обіцяли привезти ще у вівторок. Жахливе ставлення. ' +
  '<img src=x onerror="alert(1)"><script>alert(2)</script>';
let postId: string;

test('the administrator signs in and connects the page, after a test that names what is missing', async () => {
  await page.goto(desk.address);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password', { exact: true }).fill(administrator.password);
  await button('Sign in').click();
  await page.getByText('Nothing burns', { exact: false }).waitFor();
  await look('empty');

  await page.goto(`${desk.address}/sources`);
  await button('Connect a source').first().click();
  await dialog().getByLabel('Platform').selectOption('mail');
  const encryption = dialog().getByLabel('Encryption');
  expect(await encryption.inputValue()).toBe('tls');
  expect(await encryption.locator('option').allTextContents()).toContain('STARTTLS (port 143)');
  expect(await dialog().getByLabel('Folder of the notifications').getAttribute('placeholder')).toBe('INBOX');
  await look('connect');
  await dialog().getByLabel('Platform').selectOption('facebook');
  await dialog().getByLabel('Name').fill('Лавка у Фейсбуці');
  const { pageId, pageToken, appId, appSecret } = desk.facebook.settingsOf(desk.pageId);
  await dialog()
    .getByLabel('Page id')
    .fill(pageId ?? '');
  await dialog()
    .getByLabel('Page token')
    .fill(pageToken ?? '');
  await dialog()
    .getByLabel('App id')
    .fill(appId ?? '');
  await dialog()
    .getByLabel('App secret')
    .fill(appSecret ?? '');
  await button('Connect', dialog()).click();
  await dialog().waitFor({ state: 'hidden' });

  desk.facebook.dropPermission(desk.pageId, 'pages_manage_engagement');
  await button('Test the connection').click();
  // The daily check may have found it too, and then the card names it as well.
  await page.getByRole('status').getByText('pages_manage_engagement').waitFor();
  await look('sources');
  desk.facebook.world.pages[0]?.permissions.push('pages_manage_engagement');
});

test('a complaint on the page appears by itself, with its reasons, and wakes the one on call', async () => {
  await page.getByRole('link', { name: /cases/iu }).first().click();
  postId = desk.facebook.addPost({ pageId: desk.pageId, author: olena, text: furious });
  await page.getByRole('link', { name: /Case No\. 1: Олена П\./u }).waitFor();
  await look('cases');
  const deadline = Date.now() + 15_000;
  while (desk.postbox.letters.length === 0 && Date.now() < deadline) await page.waitForTimeout(100);
  expect(desk.postbox.letters[0]?.text).toContain('Олена П.');
});

test('the link of the letter takes the case only when it is confirmed', async () => {
  const link = /https?:\S+\/take\/\S+/u.exec(desk.postbox.letters[0]?.text ?? '')?.[0] ?? '';
  const guest = await (
    await browser.newContext({ locale: 'en', viewport: { width: 375, height: 760 } })
  ).newPage();
  await guest.goto(link);
  await guest.getByRole('button', { name: 'I take it' }).waitFor();
  await guest.screenshot({ path: join(shots, 'take-phone.png') });
  await guest.getByRole('button', { name: 'I take it' }).click();
  await guest.getByText('The case is yours').waitFor();
  await guest.context().close();
});

test('a verdict and a sign light their words, by keyboard too, and are told to those who do not see', async () => {
  await page.getByRole('link', { name: /Case No\. 1/u }).click();
  const read = page.getByRole('group', { name: 'What Heard understood' });
  const lit = () => page.locator('mark[data-lit]').allTextContents();
  const sign = button(/^nobody answers\. Rests on: “слухавку ніхто не бере”/u, read);
  await sign.focus();
  expect((await lit()).join('')).toBe('слухавку ніхто не бере');
  await page.keyboard.press('Shift+Tab');
  expect((await lit()).join('')).not.toContain('слухавку');
  await button(/^Tone: negative/u, read).hover();
  expect((await lit()).join(' ')).toContain('Жахливе');
  await page
    .getByText(/^High urgency, because .* and .*\.$/u)
    .first()
    .waitFor();
  await look('understood');
});

test('one press corrects what was understood, says whose word it is, and is undone', async () => {
  const read = page.getByRole('group', { name: 'What Heard understood' });
  await button(/^Urgency: High/u, read).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'High as Heard understood', checked: true }).waitFor();
  await look('correcting');
  await page.getByRole('menuitemradio', { name: 'Low', exact: true }).click();
  await read.getByText('Urgency corrected (Heard had understood: High)', { exact: false }).waitFor();
  await button(/^Urgency: Low/u, read).waitFor();
  await page.getByText('Low urgency, because a colleague said so.').first().waitFor();
  await look('corrected');
  await button(/^Undo: Urgency corrected/u, read).click();
  await button(/^Urgency: High/u, read).waitFor();
  await read.getByText('Urgency corrected', { exact: false }).waitFor({ state: 'hidden' });
});

test('the customer’s text is inert, and an answer is visible on the page before it counts', async () => {
  await page.getByText('<script>alert(2)</script>', { exact: false }).first().waitFor();
  await page
    .getByLabel('Your public answer')
    .fill('Олено, перепрошуємо: книжки привеземо самі, сьогодні до 18:00.');
  await button('Send the answer').click();
  // The promise in it is pointed out and gets its date before the answer goes.
  await page.getByText('A promise in your answer', { exact: false }).waitFor();
  await page.getByLabel('By when?').fill('2099-11-23T18:00');
  await button('Confirm the date').click();
  await page.getByText('the customer can see it', { exact: true }).waitFor();
  await button('Mark as kept').click();
  await dialog().getByLabel('Evidence').fill('Підпис отримувачки');
  await button('Kept, with evidence').click();
  await page.getByText('kept', { exact: true }).first().waitFor();
  expect(JSON.stringify(desk.facebook.thread(postId))).toContain('книжки привеземо самі');
  await look('answered');
});

test('a personal action is offered, accepted and done with proof; before that the case does not close', async () => {
  await button('Offer a fix').click();
  await dialog().getByLabel('What exactly we offer').fill('Привезти всі три книжки додому');
  await dialog().getByLabel('Who goes, brings or calls').fill('Тарас');
  await dialog().getByLabel('Where').fill('вул. Садова, 3');
  await dialog().getByLabel('When', { exact: true }).fill('2099-11-23T18:00');
  await dialog().getByLabel('Cost (optional)').fill('120,50');
  await button('Offer this fix').click();
  const fix = page.getByRole('listitem', { name: /Personal action/u });
  await button('Accepted', fix).click();
  await dialog()
    .getByLabel(/The customer’s words/u)
    .fill('так, дякую, чекаю');
  await button('Record acceptance').click();
  await fix.getByText('accepted', { exact: true }).waitFor();

  await button('Close the case').click();
  await button('Close', dialog()).click();
  await dialog().getByRole('alert').waitFor();
  await look('close-refused');
  await button('Cancel', dialog()).click();

  await button('Mark as done', fix).click();
  await dialog().getByLabel('Evidence').fill('фото з підписом покупчині, №88');
  await button('Done, with evidence').click();
  await fix.getByText('done', { exact: true }).waitFor();
});

test('the customer’s praise joins the case; its outcome is recorded and it closes', async () => {
  desk.facebook.addComment({
    postId,
    author: olena,
    text: 'Дякую! Привезли самі, ще й з вибаченням. Раджу всім!',
  });
  await page.getByText('Раджу всім!', { exact: false }).first().waitFor();
  await button('Record the outcome').click();
  await dialog().getByLabel('The customer’s verdict').selectOption({ label: 'Put right' });
  await dialog().getByLabel('What the customer did afterwards').selectOption('praise');
  await button('Save the outcome').click();
  await dialog().waitFor({ state: 'hidden' });
  await button('Close the case').click();
  await dialog().getByLabel('By what right').selectOption({ label: 'A fix was done' });
  await button('Close', dialog()).click();
  await button('Reopen the case').waitFor();
  await page.screenshot({ path: join(shots, 'closed.png'), fullPage: true });
});

test('promises due tell who keeps their word', async () => {
  const closed = page.url();
  await page.getByRole('link', { name: 'Promises due' }).click();
  await page.getByText('1 of 1', { exact: true }).first().waitFor();
  await page.getByText('No promise is open').waitFor();
  await look('promises');
  await page.goto(closed);
  await button('Reopen the case').waitFor();
});

test.each(['ru', 'uk'])(
  'the same case reads in %s on a phone without scrolling sideways',
  async (language) => {
    await page.setViewportSize({ width: 375, height: 760 });
    await page
      .getByLabel(/Language|Язык|Мова/u)
      .first()
      .selectOption(language);

    await page.waitForFunction(`document.documentElement.lang === '${language}'`);
    const over = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    expect(over).toBeLessThanOrEqual(0);
    await look(`closed-phone-${language}`);
  },
);

test('a source that can no longer be read wakes the administrator, who takes that by the link of the letter', async () => {
  const link = (): string | undefined =>
    desk.postbox.letters.flatMap(({ subject, text }) =>
      /Source needs a person|Джерелу потрібна людина/u.test(subject ?? '')
        ? (/https?:\S+\/take\/\S+/u.exec(text ?? '') ?? [])
        : [],
    )[0];
  desk.facebook.expireToken(desk.pageId);
  const deadline = Date.now() + 15_000;
  while (link() === undefined && Date.now() < deadline) await page.waitForTimeout(100);
  const phone = await browser.newContext({ locale: 'en', viewport: { width: 375, height: 760 } });
  const guest = await phone.newPage();
  await guest.goto(link() ?? 'about:blank');
  await guest.getByRole('heading', { name: '“Лавка у Фейсбуці” needs you' }).waitFor();
  await guest.getByText('Must be connected again').waitFor();
  await guest.screenshot({ path: join(shots, 'take-source-phone.png') });
  await button('I take it', guest).click();
  await guest.getByRole('heading', { name: 'The alert is yours' }).waitFor();
  await guest.reload();
  await guest.getByRole('link', { name: 'To the sources' }).waitFor();
  await phone.close();
});

test('nothing ran that a customer wrote, and no page broke the security policy', () => {
  expect(complaints).toEqual([]);
});
