import { readFileSync } from 'node:fs';
import { parseJson } from '@heard/http';
import { wireOf, type Wire } from '../wire.js';
import { telegramFault } from './telegram.faults.js';
import { messageOf, parseMessage, parseUpdate, type ChatFacts } from './telegram.parse.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const NOBODY: ChatFacts = { adminIds: new Set() };
const chat = { id: -1001234567890, type: 'supergroup', title: 'Маяк | чат' };
const oleg = { id: 5550001, is_bot: false, first_name: 'Олег', last_name: 'Козлов' };
const said = { message_id: 310, date: 1795255331, chat, from: oleg, text: 'Тишина' };

describe('reading an update', () => {
  const file = new URL('./fixtures/update-comment.json', import.meta.url);
  const update = wireOf(parseJson(readFileSync(file, 'utf8')));

  it("keeps a comment under a channel's post with its author, place, time and address", () => {
    expect(parseMessage(parseUpdate(update).message ?? {}, NOBODY)).toMatchObject({
      kind: 'comment',
      externalId: '-1001234567890:310',
      parentExternalId: '-1001234567890:300',
      rootExternalId: '-1001234567890:300',
      author: { externalId: '5550001', displayName: 'Олег', isBrand: false },
      text: 'Обещали перезвонить — тишина',
      url: 'https://t.me/c/1234567890/310',
      postedAt: new Date('2026-11-21T10:02:11Z'),
      platformState: 'visible',
    });
  });

  it.each(['message', 'edited_message', 'business_message', 'edited_business_message'])(
    'finds the %s',
    (key) => {
      expect(parseUpdate({ update_id: 1, [key]: said }).message).toEqual(said);
    },
  );

  it.each(['channel_post', 'my_chat_member', 'poll', 'callback_query'])('takes nothing from %s', (key) => {
    expect(parseUpdate({ update_id: 1, [key]: said })).toEqual({ gone: [] });
  });

  it('tells which messages of a business account were deleted', () => {
    const deleted = {
      business_connection_id: 'b1',
      chat: { id: 5550001, type: 'private' },
      message_ids: [7, 8],
    };
    expect(parseUpdate({ update_id: 1, deleted_business_messages: deleted }).gone).toEqual([
      { kind: 'message', externalId: '5550001:7' },
      { kind: 'message', externalId: '5550001:8' },
    ]);
  });
});

describe('reading a message', () => {
  const read = (more: Wire, facts = NOBODY) => parseMessage({ ...said, ...more }, facts);
  const post = { ...said, message_id: 300, is_automatic_forward: true };

  it.each<[string, Wire, string, string | undefined, string | undefined]>([
    ['by itself', {}, 'message', undefined, undefined],
    ['the post as it comes into the group', { is_automatic_forward: true }, 'post', undefined, undefined],
    ['under a post', { reply_to_message: post, message_thread_id: 300 }, 'comment', '300', '300'],
    [
      'to a comment under a post',
      { reply_to_message: { message_id: 305 }, message_thread_id: 300 },
      'reply',
      '305',
      '300',
    ],
    ['to a message', { reply_to_message: { message_id: 305 } }, 'reply', '305', '305'],
    ['in a topic', { message_thread_id: 9, is_topic_message: true }, 'message', '9', '9'],
    [
      'to a message in a topic',
      { reply_to_message: { message_id: 305 }, message_thread_id: 9, is_topic_message: true },
      'reply',
      '305',
      '9',
    ],
  ])('tells what stands where: %s', (_name, more, kind, parent, root) => {
    const id = (number: string | undefined) =>
      number === undefined ? undefined : `-1001234567890:${number}`;
    const mention = read(more);
    expect([mention?.kind, mention?.parentExternalId, mention?.rootExternalId]).toEqual([
      kind,
      id(parent),
      id(root),
    ]);
  });

  it('keeps a conversation together', () => {
    const mention = read({ chat: { id: 5550001, type: 'private' }, reply_to_message: { message_id: 4 } });
    expect(mention).toMatchObject({ kind: 'message', rootExternalId: '5550001' });
    expect(mention?.url).toBeUndefined();
  });

  it('gives a public group its address by name', () => {
    expect(read({ chat: { ...chat, username: 'mayak_chat' } })?.url).toBe('https://t.me/mayak_chat/310');
  });

  it.each<[string, Wire, ChatFacts, boolean, string | undefined]>([
    ['a customer', {}, NOBODY, false, 'Олег Козлов'],
    ['an administrator', {}, { adminIds: new Set(['5550001']) }, true, 'Олег Козлов'],
    [
      'an anonymous administrator',
      { sender_chat: chat, from: { id: 1087968824, is_bot: true } },
      NOBODY,
      true,
      'Маяк | чат',
    ],
    [
      'the channel of the group',
      { sender_chat: { id: -1009, title: 'Маяк' } },
      { ...NOBODY, linkedId: '-1009' },
      true,
      'Маяк',
    ],
    ["somebody's own channel", { sender_chat: { id: -1008, title: 'Записки' } }, NOBODY, false, 'Записки'],
    ['a bot', { from: { id: 7, is_bot: true, first_name: 'Ответчик' } }, NOBODY, true, 'Ответчик'],
    [
      'the business',
      { chat: { id: 9, type: 'private' }, business_connection_id: 'b1' },
      NOBODY,
      true,
      'Олег Козлов',
    ],
    [
      "the business's customer",
      { chat: { id: 5550001, type: 'private' }, business_connection_id: 'b1' },
      NOBODY,
      false,
      'Олег Козлов',
    ],
    ['nobody', { from: undefined }, NOBODY, false, undefined],
  ])('knows the author: %s', (_name, more, facts, isBrand, name) => {
    expect(read(more, facts)?.author).toMatchObject({ isBrand });
    expect(read(more, facts)?.author.displayName).toBe(name);
  });

  it('takes the words beside a picture, and keeps a voice without words', () => {
    expect(read({ text: undefined, photo: [], caption: 'Пришло так' })?.text).toBe('Пришло так');
    expect(read({ text: undefined, voice: { duration: 9 } })?.text).toBe('');
  });

  it.each([
    ['a note of who came', { text: undefined, new_chat_members: [oleg] }],
    ['a pin', { text: undefined, pinned_message: said }],
    ['a message that has no number yet', { message_id: 0 }],
    ['a message without a chat', { chat: undefined }],
  ])('makes no mention of %s', (_name, more) => {
    expect(read(more)).toBeUndefined();
  });

  it('loses no digit of a large id (P15)', () => {
    const wire = parseJson('{"message_id":7,"chat":{"id":-9007199254740993,"type":"supergroup"},"text":"x"}');
    const id = parseMessage(wireOf(wire), NOBODY)?.externalId ?? '';
    expect([id, messageOf(id)]).toEqual([
      '-9007199254740993:7',
      { chatId: '-9007199254740993', messageId: '7' },
    ]);
  });
});

describe("Telegram's refusals", () => {
  it.each([
    [400, 'Bad Request: chat not found', 'missing', 'missing'],
    [400, 'Bad Request: message to be replied not found', 'missing', 'missing'],
    [400, 'Bad Request: message text is empty', 'bug', 'bad_request'],
    [401, 'Unauthorized', 'disconnected', 'token_invalid'],
    [404, 'Not Found', 'disconnected', 'token_invalid'],
    [403, 'Forbidden: bot was kicked', 'rejected', 'forbidden'],
    [409, 'Conflict: terminated by other getUpdates request', 'unavailable', 'conflict'],
    [409, "Conflict: can't use getUpdates method while webhook is active", 'disconnected', 'webhook_set'],
    [429, 'Too Many Requests', 'throttled', 'throttled'],
    [500, 'Internal Server Error', 'unavailable', 'telegram_failed'],
    [302, 'Found', 'unavailable', 'telegram_failed'],
  ])('%i %s is %s', (status, description, kind, code) => {
    expect(telegramFault({ status, body: { description } }, NOW, [])).toMatchObject({ kind, code });
  });

  it('wait for exactly as long as Telegram says', () => {
    const body = { description: 'Too Many Requests: retry after 35', parameters: { retry_after: 35 } };
    const fault = telegramFault({ status: 429, body }, NOW, []);
    expect(fault.retryAt).toEqual(new Date('2026-11-22T10:00:35Z'));
  });

  it('are told without the token', () => {
    const body = { description: 'no bot 7000001:secret-token-of-the-bot here' };
    expect(
      telegramFault({ status: 400, body }, NOW, ['7000001:secret-token-of-the-bot']).message,
    ).not.toContain('secret');
  });
});
