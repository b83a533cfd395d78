import type { CollectedMention } from '@heard/core';
import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import type { Cursor, Page, ReplyTarget } from '../source.js';
import { TelegramFake } from './telegram.fake.js';
import { validateTelegram } from './telegram.settings.js';
import { CHANNEL, GROUP, openTelegram } from './telegram.spec-rig.js';

const { signal } = new AbortController();
const oleg = 'Олег Козлов';
let rig: Awaited<ReturnType<typeof openTelegram>>;

const textsOf = ({ mentions }: { mentions: readonly CollectedMention[] }): string[] =>
  mentions.map(({ text }) => text);

beforeEach(async () => {
  rig = await openTelegram(100);
});

afterEach(() => rig.close());

describe('a Telegram bot that asks for updates', () => {
  it('hears the post, comments, replies, administrators and direct messages, each as what it is', async () => {
    const { fake } = rig;
    fake.promote(GROUP, 'Марина Орлова');
    const post = fake.add({
      chatId: GROUP,
      senderChatId: CHANNEL,
      automatic: true,
      text: 'Новинки',
      at: ago(60),
    });
    const comment = fake.add({ chatId: GROUP, author: oleg, under: post, text: 'Где заказ?', at: ago(50) });
    fake.add({
      chatId: GROUP,
      author: 'Марина Орлова',
      under: post,
      replyTo: comment,
      text: 'Ищем',
      at: ago(40),
    });
    fake.add({ chatId: GROUP, senderChatId: GROUP, text: 'Мы закрыты', at: ago(30) });
    const own = fake.addConversation(oleg);
    fake.add({ chatId: own, author: oleg, text: 'Напишите мне', at: ago(20) });
    const { mentions } = await readRound(rig.source);
    expect(mentions.map(({ kind, text, author }) => [kind, text, author.isBrand])).toEqual([
      ['post', 'Новинки', true],
      ['comment', 'Где заказ?', false],
      ['reply', 'Ищем', true],
      ['message', 'Мы закрыты', true],
      ['message', 'Напишите мне', false],
    ]);
  });

  it('hands an edited message over again under the same id, kind and time', async () => {
    const post = rig.fake.add({ chatId: GROUP, senderChatId: CHANNEL, automatic: true, text: 'Новинки' });
    const id = rig.fake.add({ chatId: GROUP, author: oleg, under: post, text: 'Было', at: ago(9) });
    const first = await readRound(rig.source);
    rig.fake.edit(id, 'Стало');
    const second = await readRound(rig.source, first.cursor);
    const before = first.mentions.find(({ externalId }) => externalId === id);
    expect(second.mentions).toMatchObject([
      { ...before, text: 'Стало', editedAt: ago(0), raw: expect.anything() },
    ]);
  });

  it('confirms nothing that is not stored: a page whose storing failed comes again', async () => {
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Первое' });
    const lost = await rig.source.collect(undefined, signal);
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Второе' });
    const again = await rig.open().collect(undefined, signal);
    expect([textsOf(lost), textsOf(again)]).toEqual([['Первое'], ['Первое', 'Второе']]);
    expect(rig.fake.world.updates).toHaveLength(2);
    await rig.source.collect(again.cursor, signal);
    expect(rig.fake.world.updates).toHaveLength(0);
  });

  it('remembers no offset once all is confirmed: numbers may start anew after a week of silence', async () => {
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'До отпуска' });
    const { cursor } = await readRound(rig.source);
    rig.fake.world.lastUpdateId = 1_000;
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'После отпуска' });
    expect(textsOf(await readRound(rig.source, cursor))).toEqual(['После отпуска']);
  });

  it('asks from no offset that is older than what Telegram keeps', async () => {
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Прочитано, и процесс умер' });
    const { cursor } = await rig.source.collect(undefined, signal);
    rig.later(25 * 60);
    rig.fake.world.lastUpdateId = 1_000;
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Под меньшим номером' });
    expect(textsOf(await rig.source.collect(cursor, signal))).toEqual(['Под меньшим номером']);
  });

  it('cannot have what is older than a day', async () => {
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Вчера', at: ago(25 * 60) });
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Сегодня', at: ago(23 * 60) });
    expect(textsOf(await readRound(rig.source))).toEqual(['Сегодня']);
  });

  it('listens only to the groups that were named, by number or by name', async () => {
    rig.fake.addChat({ id: -1007, type: 'supergroup', title: 'Чужие' });
    rig.fake.addChat({ id: -1008, type: 'supergroup', title: 'Наши', username: 'Mayak_Club' });
    const own = rig.fake.addConversation(oleg);
    for (const [chatId, text] of [
      [-1007, 'чужое'],
      [GROUP, 'по номеру'],
      [-1008, 'по имени'],
      [own, 'личное'],
    ] as const)
      rig.fake.add({ chatId, author: oleg, text });
    const source = rig.open({ groups: `${GROUP}, @mayak_club` });
    expect(textsOf(await readRound(source))).toEqual(['по номеру', 'по имени', 'личное']);
  });

  it('hears what was said in a group that it was removed from', async () => {
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Последнее' });
    rig.fake.world.chats = rig.fake.world.chats.filter(({ id }) => id !== GROUP);
    expect(textsOf(await readRound(rig.source))).toEqual(['Последнее']);
  });

  it('hears and forgets the messages of a business account', async () => {
    const own = rig.fake.addConversation(oleg);
    const id = rig.fake.add({ chatId: own, author: oleg, business: 'b1', text: 'Удалю потом' });
    const { cursor, mentions } = await readRound(rig.source);
    rig.fake.remove(id);
    const { gone } = await rig.source.collect(cursor, signal);
    expect([mentions[0]?.externalId, gone]).toEqual([id, [{ kind: 'message', externalId: id }]]);
  });

  it('waits for what is said, once a turn', async () => {
    await rig.close();
    rig = await openTelegram(100, {}, 20);
    const asked = rig.source.collect(undefined, signal);
    while (rig.fake.server.counters.requests === 0) await new Promise((done) => setImmediate(done));
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Только что' });
    const page = await asked;
    expect(textsOf(page)).toEqual(['Только что']);
    // Without an update this would be held back for 20 seconds; it is not the turn's first request.
    expect(textsOf(await rig.source.collect(page.cursor, signal))).toEqual([]);
    expect(
      rig.fake.api.calls
        .filter(({ method }) => method === 'getUpdates')
        .map(({ params }) => params['timeout']),
    ).toEqual([20, 0]);
  });

  it('is only put off by another one who asks, and stopped by a webhook that is not its own', async () => {
    await rig.close();
    rig = await openTelegram(100, {}, 20);
    const first = rig.source.collect(undefined, signal);
    while (rig.fake.server.counters.requests === 0) await new Promise((done) => setImmediate(done));
    const second = rig.open().collect(undefined, signal);
    expect(await first).toMatchObject({ mentions: [], more: false });
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Слышу' });
    expect(textsOf(await second)).toEqual(['Слышу']);
    rig.fake.world.webhook = { url: 'https://other.example/bot?key=secret' };
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({
      kind: 'disconnected',
      code: 'webhook_set',
    });
  });

  it('says after five minutes that another program takes its messages away', async () => {
    await rig.close();
    rig = await openTelegram(100, {}, 20);
    const disturbed = async (from?: Cursor): Promise<Page> => {
      const asked = rig.fake.server.counters.requests;
      const page = rig.open().collect(from, signal);
      while (rig.fake.server.counters.requests === asked) await new Promise((done) => setImmediate(done));
      await fetch(`${rig.fake.server.baseUrl}/bot${rig.fake.world.bot.token}/getUpdates`);
      return page;
    };
    const { cursor } = await disturbed();
    rig.later(16);
    const anew = await disturbed(cursor);
    rig.later(4);
    rig.fake.add({ chatId: GROUP, author: oleg, text: 'Слышу' });
    const heard = await rig.source.collect(anew.cursor, signal);
    expect(textsOf(heard)).toEqual(['Слышу']);
    rig.later(1);
    await expect(disturbed(heard.cursor)).rejects.toMatchObject({
      kind: 'disconnected',
      code: 'other_receiver',
      missing: [expect.stringContaining('/revoke')],
    });
  });

  it('comes back as it was from what it saved', () => {
    const id = rig.fake.add({ chatId: GROUP, author: oleg, text: 'Помните?' });
    const copy = TelegramFake.from(JSON.parse(JSON.stringify(rig.fake)), { clock: { now: () => ago(0) } });
    expect(copy.message(id).text).toBe('Помните?');
    expect(copy.add({ chatId: GROUP, author: oleg, text: 'x' })).not.toBe(id);
  });

  it('shows people a page with what was said, escaped (T05)', async () => {
    rig.fake.add({ chatId: GROUP, author: oleg, text: '<script>alert(1)</script>' });
    expect(await (await fetch(rig.fake.server.baseUrl)).text()).not.toContain('<script>');
  });
});

describe('answering on Telegram', () => {
  const words = 'Здравствуйте, Олег! Позвоним до 12:00.';
  let comment: ReplyTarget;
  let direct: ReplyTarget;

  beforeEach(async () => {
    const post = rig.fake.add({ chatId: GROUP, senderChatId: CHANNEL, automatic: true, text: 'Новинки' });
    rig.fake.add({ chatId: GROUP, author: oleg, under: post, text: 'Где заказ?' });
    rig.fake.add({ chatId: rig.fake.addConversation(oleg), author: oleg, business: 'b1', text: 'Лично' });
    const { mentions } = await readRound(rig.source);
    comment = targetOf(mentions, 'Где заказ?');
    direct = targetOf(mentions, 'Лично');
  });

  it.each<[string, () => ReplyTarget]>([
    ['a comment', () => comment],
    ['a message of a business account', () => direct],
  ])('answers %s as a reply, and sees it', async (_name, target) => {
    expect(await rig.source.findReply(target(), words)).toBeUndefined();
    const { externalId } = await rig.source.reply(target(), words, signal);
    expect(await rig.source.findReply(target(), words)).toEqual({ externalId, state: 'visible' });
    const replyTo = Number(target().externalId.split(':')[1]);
    expect(rig.fake.message(externalId)).toMatchObject({ text: words, replyTo });
  });

  it('speaks for the business account that was written to', async () => {
    await rig.source.reply(direct, words, signal);
    expect(rig.fake.api.calls.at(-1)?.params).toMatchObject({ business_connection_id: 'b1' });
  });

  it('follows a group that became a supergroup', async () => {
    rig.fake.addChat({ id: -1002, type: 'supergroup', title: 'Маяк | большой' });
    rig.fake.chat(GROUP).movedTo = -1002;
    const { externalId } = await rig.source.reply(comment, words, signal);
    expect(externalId).toMatch(/^-1002:/);
  });

  it('answers even where the question was deleted meanwhile', async () => {
    rig.fake.remove(comment.externalId);
    await expect(rig.source.reply(comment, words, signal)).resolves.toBeDefined();
  });

  it('never answers twice: when nobody knows whether it was sent, a person must look', async () => {
    rig.fake.failNext(1, 'lost', /sendMessage/);
    const failed = rig.source.reply(comment, words, signal);
    await expect(failed).rejects.toMatchObject({ kind: 'rejected', code: 'unknown_outcome' });
    expect(rig.fake.world.messages.filter(({ text }) => text === words)).toHaveLength(1);
  });

  it('sends later what could not be sent while Telegram was down', async () => {
    rig.fake.failNext(1, '500', /getMe/);
    await expect(rig.source.reply(comment, words, signal)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(rig.fake.world.messages.filter(({ text }) => text === words)).toHaveLength(0);
    rig.fake.failNext(1, 'throttle', /sendMessage/);
    await expect(rig.source.reply(comment, words, signal)).rejects.toMatchObject({ kind: 'throttled' });
    await expect(rig.source.reply(comment, words, signal)).resolves.toBeDefined();
  });

  it.each<[string, () => void, string, object]>([
    ['it is too long', () => undefined, 'я'.repeat(4097), { kind: 'rejected', code: 'too_long' }],
    ['there are no words', () => undefined, ' ', { kind: 'rejected', code: 'bad_request' }],
    [
      'the bot was thrown out',
      () => (rig.fake.chat(GROUP).bot = 'kicked'),
      words,
      { kind: 'rejected', code: 'forbidden' },
    ],
    ['the chat is gone', () => (rig.fake.world.chats = []), words, { kind: 'missing' }],
  ])('is not sent when %s', async (_name, spoil, text, fault) => {
    spoil();
    await expect(rig.source.reply(comment, text, signal)).rejects.toMatchObject(fault);
  });
});

describe('the settings of a Telegram bot', () => {
  const botToken = '7000001:sim-telegram-bot-token-0001';

  it('need an address and a secret for the webhook', () => {
    expect(validateTelegram({ botToken, receive: 'webhook' })).toEqual({
      ok: false,
      errors: [
        { key: 'webhookUrl', code: 'required' },
        { key: 'webhookSecret', code: 'required' },
      ],
    });
  });

  it.each(['-1001234567890', '@mayak_chat', '-1001, @mayak_chat', '-1001 -1002'])(
    'take groups as %s',
    (groups) => {
      expect(validateTelegram({ botToken, groups }).ok).toBe(true);
    },
  );

  it.each(['Маяк', 't.me/mayak', '-1001,,', '@a'])('do not take groups as %s', (groups) => {
    expect(validateTelegram({ botToken, groups }).ok).toBe(false);
  });
});
