import type { FakeChat, FakeMessage, TelegramWorld } from './telegram.world.js';

type Json = Record<string, unknown>;

/** Unix seconds, as Telegram writes times. */
export function unixTime(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}

/** A chat as it stands in messages. */
export function wireChat(chat: FakeChat, world: TelegramWorld): Json {
  const { id, type, title, username } = chat;
  const person = world.people.find((known) => known.id === id);
  return {
    id,
    type,
    ...(title !== undefined && { title }),
    ...(username !== undefined && { username }),
    ...(person && { first_name: person.name.split(' ')[0] }),
  };
}

/** A person or a bot. */
export function wireUser({ id, name, isBot = false }: NonNullable<FakeMessage['from']>): Json {
  const [first_name = '', ...last] = name.split(' ');
  return {
    id,
    is_bot: isBot,
    first_name,
    ...(last.length > 0 && { last_name: last.join(' ') }),
    language_code: 'ru',
  };
}

/** The bot itself. */
export function wireBot({ bot }: TelegramWorld): Json {
  return {
    ...{ id: bot.id, is_bot: true, first_name: 'Маяк', username: bot.username },
    ...{ can_join_groups: true, can_read_all_group_messages: bot.readsAll, supports_inline_queries: false },
  };
}

/** A message; the one that it replies to comes along, but not what that one replies to. */
export function wireMessage(message: FakeMessage, world: TelegramWorld, isInner = false): Json {
  const chat = world.chats.find(({ id }) => id === message.chatId);
  const sender = world.chats.find(({ id }) => id === message.senderChatId);
  const above = world.messages.find(({ id, chatId }) => id === message.replyTo && chatId === message.chatId);
  return {
    message_id: message.id,
    date: unixTime(message.at),
    chat: chat === undefined ? { id: message.chatId, type: 'private' } : wireChat(chat, world),
    ...(message.from && { from: wireUser(message.from) }),
    ...(sender && { sender_chat: wireChat(sender, world) }),
    ...(message.threadId !== undefined && { message_thread_id: message.threadId }),
    ...(message.business !== undefined && { business_connection_id: message.business }),
    ...(message.automatic &&
      sender && {
        is_automatic_forward: true,
        forward_origin: {
          ...{ type: 'channel', chat: wireChat(sender, world), message_id: message.id },
          date: unixTime(message.at),
        },
      }),
    ...(above && !isInner && { reply_to_message: wireMessage(above, world, true) }),
    ...(message.editedAt !== undefined && { edit_date: unixTime(message.editedAt) }),
    text: message.text,
  };
}

/** The bot, or a person, as a member of a chat. */
export function wireMember(chat: FakeChat, userId: number, world: TelegramWorld): Json {
  const isBot = userId === world.bot.id;
  const user = isBot
    ? wireBot(world)
    : wireUser(world.people.find(({ id }) => id === userId) ?? { id: userId, name: '?' });
  const status = isBot ? chat.bot : chat.adminIds.includes(userId) ? 'administrator' : 'member';
  if (status === 'kicked') return { status, user, until_date: 0 };
  if (status !== 'administrator') return { status, user };
  const rights = [
    ...['can_be_edited', 'is_anonymous', 'can_manage_chat', 'can_delete_messages', 'can_manage_video_chats'],
    ...['can_restrict_members', 'can_promote_members', 'can_change_info', 'can_invite_users'],
    ...['can_post_stories', 'can_edit_stories', 'can_delete_stories'],
  ];
  return { status, user, ...Object.fromEntries(rights.map((right) => [right, false])) };
}
