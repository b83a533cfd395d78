/** A chat of the made-up Telegram, as the bot stands in it. */
export interface FakeChat {
  readonly id: number;
  readonly type: 'private' | 'group' | 'supergroup' | 'channel';
  readonly title?: string;
  readonly username?: string;
  /** The channel whose posts are discussed in it. */
  readonly linkedId?: number;
  adminIds: number[];
  bot: 'administrator' | 'member' | 'left' | 'kicked';
  /** The supergroup that it became. */
  movedTo?: number;
  lastMessageId: number;
}

/** A message, as it stands in its chat. */
export interface FakeMessage {
  readonly id: number;
  readonly chatId: number;
  readonly from?: { readonly id: number; readonly name: string; readonly isBot?: boolean };
  /** In whose name it was written. */
  readonly senderChatId?: number;
  readonly replyTo?: number;
  readonly threadId?: number;
  readonly automatic?: boolean;
  readonly business?: string;
  text: string;
  readonly at: string;
  editedAt?: string;
  removed: boolean;
}

/** An update that nobody has confirmed yet. */
export interface FakeUpdate {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly payload: unknown;
}

/** Everything the made-up Telegram holds; plain JSON. */
export interface TelegramWorld {
  bot: { id: number; username: string; token: string; alive: boolean; readsAll: boolean };
  people: { id: number; name: string }[];
  chats: FakeChat[];
  messages: FakeMessage[];
  updates: FakeUpdate[];
  lastUpdateId: number;
  webhook: { url: string; secret?: string; allowed?: string[]; lastErrorAt?: string; lastError?: string };
}

/** A bot in no chat. */
export function emptyWorld(): TelegramWorld {
  return {
    bot: {
      id: 7_000_001,
      username: 'mayak_books_bot',
      token: '7000001:sim-telegram-bot-token-0001',
      alive: true,
      readsAll: false,
    },
    people: [],
    chats: [],
    messages: [],
    updates: [],
    lastUpdateId: 880_000,
    webhook: { url: '' },
  };
}

/** A made-up person; the same name is the same person. */
export function personOf(world: TelegramWorld, name: string): { id: number; name: string } {
  const known = world.people.find((person) => person.name === name);
  if (known !== undefined) return known;
  const person = { id: 5_550_001 + world.people.length, name };
  world.people.push(person);
  return person;
}
