import { newId, SecretBox } from '@heard/database';
import { createHttpClient, type HttpClient } from '@heard/http';
import { TelegramFake, VkFake } from '@heard/sources/fakes';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import type { Understand } from './index.js';
import { listeningRig, nobodyReads } from './listening-rig.spec-suite.js';

/** VK and Telegram on the way from the platform to the table: what is told of as gone, and what may be forgotten. */

const pollMs = 60_000;
const group = -1001234567890;
const clock = new FakeClock(new Date('2031-03-03T08:00:00Z'));
const workspaceId = newId();

let db: TestDatabase;
let http: HttpClient;
let vk: VkFake;
let telegram: TelegramFake;
let urls: Record<string, string>;

beforeAll(async () => {
  db = await testDatabase([]);
  await db.owner(
    `insert into workspaces (workspace_id, name, time_zone, currency, escalation_policy, created_at)
     values ($1, 'Маяк', 'Europe/Kyiv', 'UAH', '{}', now())`,
    [workspaceId],
  );
});
beforeEach(async () => {
  vk = new VkFake({ clock });
  telegram = new TelegramFake({ clock, pageSize: 2 });
  telegram.addChat({ id: group, type: 'supergroup', title: 'Маяк | чат' });
  urls = { vk: (await vk.listen()).baseUrl, telegram: (await telegram.listen()).baseUrl };
  http = createHttpClient({ allowPrivateAddresses: Object.values(urls) });
});
afterEach(async () => {
  await vk.close();
  await telegram.close();
  http.close();
  await db.owner('delete from mentions');
  await db.owner('delete from sources');
});
afterAll(() => db.close());

const stored = (): Promise<{ text: string; platform_state: string }[]> =>
  db.owner('select text, platform_state from mentions order by posted_at, text');
const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));

const listening = (understand?: Understand) =>
  listeningRig({
    ...{ db, workspaceId, clock, http, urls, pollMs, understand },
    secretBox: new SecretBox('the key'),
  });

test('a deleted post of VK takes its comments along, and a deleted comment is gone once it was missing twice', async () => {
  const { turn, connect } = listening();
  const lost = vk.addPost({ author: 'Ольга Крылова', text: 'пост уйдёт' });
  vk.addComment({ postId: lost, author: 'Пётр Лапин', text: 'и комментарий под ним' });
  const kept = vk.addPost({ text: 'пост останется' });
  const comment = vk.addComment({ postId: kept, author: 'Пётр Лапин', text: 'комментарий уйдёт' });
  vk.addComment({ postId: kept, author: 'Ольга Крылова', text: 'комментарий останется' });
  await connect('vk', vk.settings());
  await turn();
  vk.remove(lost);
  vk.remove(comment);
  const goneAfter: string[][] = [];
  for (let round = 0; round < 2; round += 1) {
    later(pollMs);
    await turn();
    const gone = (await stored()).filter((mention) => mention.platform_state === 'deleted');
    goneAfter.push(gone.map(({ text }) => text).toSorted());
  }
  expect(goneAfter).toEqual([
    ['и комментарий под ним', 'пост уйдёт'],
    ['и комментарий под ним', 'комментарий уйдёт', 'пост уйдёт'],
  ]);
});

test('what Telegram was told to forget is stored: a page that could not be stored comes again', async () => {
  let downs = 1;
  const understand: Understand = (tx, source, unread) => {
    if (unread.some(({ collected }) => collected.text === 'третье') && downs-- > 0)
      return Promise.reject(new Error('the database went away'));
    return nobodyReads(tx, source, unread);
  };
  const { turn, connect, log } = listening(understand);
  for (const text of ['первое', 'второе', 'третье', 'четвёртое', 'пятое'])
    telegram.add({ chatId: group, author: 'Олег Козлов', text });
  await connect('telegram', telegram.settings());
  await turn();
  expect(log.failed).toHaveLength(1);
  expect((await stored()).map(({ text }) => text)).toEqual(['второе', 'первое'].toSorted());
  expect(telegram.world.updates).toHaveLength(3);
  later(10 * pollMs);
  await turn();
  const texts = (await stored()).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['второе', 'первое', 'пятое', 'третье', 'четвёртое']);
  expect(telegram.world.updates).toHaveLength(0);
});

test('an event of VK is kept without its secret, taken once however often it comes, and polling adds nothing', async () => {
  const { turn, connect, deliver, takeEvents, kept } = listening();
  const id = await connect('vk', vk.settings());
  const postId = vk.addPost({ text: 'Новинки' });
  const comment = vk.addComment({ postId, author: 'Ольга Крылова', text: 'Где заказ?' });
  expect(await deliver('vk', id, vk.envelope('confirmation'))).toMatchObject({
    status: 200,
    body: 'c0nf1rm',
  });
  vk.world.callback.confirmation = 'an0ther';
  const asked = vk.server.counters.requests;
  for (let time = 0; time < 5; time += 1) await deliver('vk', id, vk.envelope('confirmation'));
  expect(vk.server.counters.requests).toBe(asked);
  later(10_000);
  expect((await deliver('vk', id, vk.envelope('confirmation'))).body).toBe('an0ther');
  const told = vk.deliver('wall_reply_new', comment);
  const answers = [await deliver('vk', id, told), await deliver('vk', id, told)];
  expect(answers).toEqual([told, told].map(() => ({ status: 200, type: 'text/plain', body: 'ok' })));
  expect(kept).toEqual([id]);
  const inbox = await db.owner<{ event: unknown }>('select event from inbox');
  expect(JSON.stringify(inbox)).not.toContain(vk.world.callback.secret);
  await takeEvents(id);
  await turn();
  expect((await stored()).map(({ text }) => text).toSorted()).toEqual(['Где заказ?', 'Новинки']);
  const forged = { ...told, body: Buffer.from(told.body.toString().replace('sim-callback', 'sim-guessed')) };
  expect((await deliver('vk', id, forged)).status).toBe(401);
});

test('a deletion that VK tells of before the comment is not undone by the comment', async () => {
  const { connect, deliver, takeEvents } = listening();
  const id = await connect('vk', vk.settings());
  const postId = vk.addPost({ text: 'Новинки' });
  const comment = vk.addComment({ postId, author: 'Ольга Крылова', text: 'Передумала' });
  await deliver('vk', id, vk.deliver('wall_reply_delete', comment));
  await takeEvents(id);
  await deliver('vk', id, vk.deliver('wall_reply_new', comment));
  await takeEvents(id);
  expect(await stored()).toEqual([{ text: 'Передумала', platform_state: 'deleted' }]);
});

test('an update that Telegram delivers is stored once, and what it could not deliver is fetched', async () => {
  const { turn, connect, deliver, takeEvents } = listening();
  const webhookUrl = 'https://heard.example/hooks/telegram/1';
  const id = await connect('telegram', {
    ...telegram.settings(),
    ...{ receive: 'webhook', webhookUrl, webhookSecret: 'sim-webhook-secret' },
  });
  await turn();
  telegram.add({ chatId: group, author: 'Олег Козлов', text: 'дошло' });
  const told = telegram.deliver();
  for (let times = 0; times < 2; times += 1) expect((await deliver('telegram', id, told)).status).toBe(200);
  await takeEvents(id);
  telegram.add({ chatId: group, author: 'Олег Козлов', text: 'не дошло' });
  for (let turns = 0; turns < 10; turns += 1) {
    Object.assign(telegram.world.webhook, { lastErrorAt: clock.now().toISOString(), lastError: 'refused' });
    later(pollMs);
    await turn();
  }
  expect((await stored()).map(({ text }) => text)).toEqual(['дошло', 'не дошло']);
  expect(telegram.world.webhook).toMatchObject({ url: webhookUrl, secret: 'sim-webhook-secret' });
});

test('a bot that Telegram says is removed from the group is checked at once, not a day after its last check', async () => {
  const { turn, connect, deliver, takeEvents } = listening();
  const webhookUrl = 'https://heard.example/hooks/telegram/2';
  const webhook = { receive: 'webhook', webhookUrl, webhookSecret: 'sim-webhook-secret' };
  const id = await connect('telegram', { ...telegram.settings(), ...webhook });
  await turn();
  const tomorrow = new Date(clock.now().getTime() + 86_400_000);
  await db.owner('update sources set checked_at = $2, check_due_at = $3 where id = $1', [
    ...[id, clock.now(), tomorrow],
  ]);
  telegram.setBot(group, 'kicked');
  expect((await deliver('telegram', id, telegram.deliver())).status).toBe(200);
  await takeEvents(id);
  const [row] = await db.owner('select checked_at, check_due_at from sources where id = $1', [id]);
  expect(row).toEqual({ checked_at: null, check_due_at: clock.now() });
});
