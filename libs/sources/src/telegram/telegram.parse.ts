import type { Author, CollectedMention, MentionKind } from '@heard/core';
import type { GoneMention } from '../source.js';
import { dateOf, textOf, wireOf, type Wire } from '../wire.js';

/** Who speaks for the brand in a chat. */
export interface ChatFacts {
  /** The people who run it. */
  readonly adminIds: ReadonlySet<string>;
  /** The channel whose posts are discussed in it. */
  readonly linkedId?: string;
}

/** What an update holds: a message, or messages of a business account that were deleted. */
export interface ParsedUpdate {
  readonly message?: Wire;
  readonly gone: readonly GoneMention[];
  /** The chat in which the bot hears less from now on, or nothing. */
  readonly lost?: Wire;
}

const MESSAGES = ['message', 'edited_message', 'business_message', 'edited_business_message'];
/** What makes a message something that was said, beside text; the rest are notes of the service. */
const CONTENT = [
  ...['photo', 'video', 'voice', 'video_note', 'audio', 'document', 'animation', 'sticker', 'story'],
  ...[
    'live_photo',
    'paid_media',
    'contact',
    'location',
    'venue',
    'poll',
    'dice',
    'checklist',
    'rich_message',
  ],
];

/** The updates that are asked for. */
export const WANTED_UPDATES = [...MESSAGES, 'deleted_business_messages', 'my_chat_member'];

/** Takes an update apart. */
export function parseUpdate(update: Wire): ParsedUpdate {
  const deleted = wireOf(update['deleted_business_messages']);
  const chatId = textOf(wireOf(deleted['chat'])['id']);
  const ids = Array.isArray(deleted['message_ids']) ? deleted['message_ids'].map(textOf) : [];
  const gone = ids
    .filter((id) => id !== undefined && chatId !== undefined)
    .map((id): GoneMention => ({ kind: 'message', externalId: `${chatId}:${id}` }));
  const key = MESSAGES.find((name) => update[name] !== undefined);
  const message = key === undefined ? undefined : wireOf(update[key]);
  const lost = lostIn(wireOf(update['my_chat_member']), message);
  return { ...(message && { message }), gone, ...(lost && { lost }) };
}

/** The bot is no administrator of a chat any more, or the chat goes on under another number. */
function lostIn(change: Wire, message: Wire | undefined): Wire | undefined {
  if (message?.['migrate_to_chat_id'] !== undefined) return message;
  const status = textOf(wireOf(change['new_chat_member'])['status']);
  return status === undefined || status === 'administrator' || status === 'creator' ? undefined : change;
}

/** The chat of a message. */
export function chatOf(message: Wire): { id: string; username?: string; isGroup: boolean } | undefined {
  const chat = wireOf(message['chat']);
  const id = textOf(chat['id']);
  if (id === undefined) return undefined;
  const username = textOf(chat['username']);
  return {
    id,
    ...(username && { username }),
    isGroup: ['group', 'supergroup'].includes(String(chat['type'])),
  };
}

/** Reads a message; undefined when nothing was said in it. */
export function parseMessage(message: Wire, facts: ChatFacts): CollectedMention | undefined {
  const id = textOf(message['message_id']);
  const chat = chatOf(message);
  const text = textOf(message['text']) ?? textOf(message['caption']);
  const isSaid = text !== undefined || CONTENT.some((name) => message[name] !== undefined);
  if (id === undefined || id === '0' || chat === undefined || !isSaid) return undefined;
  const editedAt = dateOf(message['edit_date']);
  return {
    ...placeOf(message, chat),
    externalId: `${chat.id}:${id}`,
    author: authorOf(message, facts),
    text: text ?? '',
    url: urlOf(chat, id),
    postedAt: dateOf(message['date']),
    ...(editedAt && { editedAt }),
    platformState: 'visible',
    raw: message,
  };
}

type Chat = NonNullable<ReturnType<typeof chatOf>>;
type Place = Pick<CollectedMention, 'kind' | 'parentExternalId' | 'rootExternalId'>;

/** Where a message stands: a post of the channel, a comment on one, a reply, or a message by itself. */
function placeOf(message: Wire, chat: Chat): Place {
  const parent = textOf(wireOf(message['reply_to_message'])['message_id']);
  const thread = textOf(message['message_thread_id']);
  // A private conversation is one thread.
  if (!chat.isGroup) return { kind: 'message', rootExternalId: chat.id };
  if (message['is_automatic_forward'] === true) return { kind: 'post' };
  const root = thread ?? parent;
  const above = parent ?? thread;
  if (root === undefined || above === undefined) return { kind: 'message' };
  return {
    kind: kindOf(message, thread, parent),
    parentExternalId: `${chat.id}:${above}`,
    rootExternalId: `${chat.id}:${root}`,
  };
}

/** A topic of a forum is a thread that nothing was said at the head of: what stands in it stands by itself. */
function kindOf(message: Wire, thread: string | undefined, parent: string | undefined): MentionKind {
  const isUnderHead = parent === undefined || parent === thread;
  const isUnderPost = wireOf(message['reply_to_message'])['is_automatic_forward'] === true;
  if (message['is_topic_message'] === true && isUnderHead) return 'message';
  return isUnderPost || isUnderHead ? 'comment' : 'reply';
}

/** The author; whoever writes in the name of a chat is that chat, and the user beside it is a stand-in. */
function authorOf(message: Wire, { adminIds, linkedId }: ChatFacts): Author {
  const sender = wireOf(message['sender_chat']);
  const senderId = textOf(sender['id']);
  const chatId = textOf(wireOf(message['chat'])['id']);
  if (senderId !== undefined) {
    const isBrand = senderId === chatId || senderId === linkedId || message['is_automatic_forward'] === true;
    return named(senderId, textOf(sender['title']) ?? textOf(sender['username']), isBrand);
  }
  const from = wireOf(message['from']);
  const id = textOf(from['id']);
  const name = [textOf(from['first_name']), textOf(from['last_name'])].filter((part) => part !== undefined);
  // In a business account's chat the customer's id is the chat's; everybody else there is the business.
  const isBusiness = message['business_connection_id'] !== undefined && id !== chatId;
  const isBrand = isBusiness || from['is_bot'] === true || (id !== undefined && adminIds.has(id));
  return named(id, name.length > 0 ? name.join(' ') : textOf(from['username']), isBrand);
}

function named(externalId: string | undefined, displayName: string | undefined, isBrand: boolean): Author {
  return { ...(externalId && { externalId }), ...(displayName && { displayName }), isBrand };
}

/** Groups have addresses; conversations have none. */
function urlOf({ id, username, isGroup }: Chat, messageId: string): string | undefined {
  if (!isGroup) return undefined;
  if (username !== undefined) return `https://t.me/${username}/${messageId}`;
  return id.startsWith('-100') ? `https://t.me/c/${id.slice(4)}/${messageId}` : undefined;
}

/** The chat and the number of a message, of an id of ours. */
export function messageOf(externalId: string): { chatId: string; messageId: string } | undefined {
  const [, chatId, messageId] = /^(-?\d+):(\d+)$/.exec(externalId) ?? [];
  return chatId === undefined || messageId === undefined ? undefined : { chatId, messageId };
}
