/** A review of the made-up marketplace, with the seller's answer. */
export interface FakeFeedback {
  readonly id: string;
  readonly author: string;
  stars: number;
  text: string;
  readonly pros: string;
  readonly cons: string;
  readonly at: string;
  readonly parentId?: string;
  childId?: string;
  removed: boolean;
  answer?: { text: string; state: 'none' | 'wbRu' | 'reviewRequired' | 'rejected'; corrected?: true };
}

/** A question about goods, with the seller's answer. */
export interface FakeQuestion {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  removed: boolean;
  /** The seller declined it: buyers do not see it. */
  declined: boolean;
  answer?: { text: string; at: string; corrected?: true };
}

/** A chat with a buyer about one order. */
export interface FakeChat {
  readonly id: string;
  readonly sign: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly orderId: string;
  readonly messages: FakeMessage[];
}

/** What was said in a chat, or a note of the marketplace. */
export interface FakeMessage {
  readonly id: string;
  readonly sender: 'client' | 'seller' | 'wb';
  readonly text: string;
  readonly at: string;
}

/** A claim for a return. */
export interface FakeClaim {
  readonly id: string;
  readonly orderId: string;
  readonly comment: string;
  readonly at: string;
  removed: boolean;
  /** What the seller may decide now. */
  actions: readonly string[];
  decision?: {
    readonly approved: boolean;
    readonly words: string;
    readonly at: string;
    /** What becomes of the goods, by Wildberries' number. */
    readonly goods?: number;
  };
}

/** Everything the made-up marketplace holds; plain JSON. */
export interface WildberriesWorld {
  lastId: number;
  title: string;
  token: string;
  access: 'open' | 'expired' | 'forbidden';
  feedbacks: FakeFeedback[];
  questions: FakeQuestion[];
  chats: FakeChat[];
  claims: FakeClaim[];
}

/** A new message of a buyer; in a chat of its own when none is named. */
export interface NewMessage {
  readonly chatId?: string;
  readonly clientName?: string;
  readonly orderId?: string;
  readonly sender?: FakeMessage['sender'];
  readonly text: string;
  readonly at?: Date;
}

/** A new review; without a text a bare rating, which goes to the archive at once. */
export interface NewFeedback {
  readonly author?: string;
  readonly stars: number;
  readonly text?: string;
  readonly pros?: string;
  readonly cons?: string;
  readonly at?: Date;
  /** The review it adds to. */
  readonly parentId?: string;
}

/** What a made-up token tells: whether it is a personal one, of which categories, until when. */
export interface FakeTokenFacts {
  readonly expiresAt?: Date;
  readonly readOnly?: boolean;
  readonly basic?: boolean;
  /** Of the sandbox. */
  readonly test?: boolean;
  /** Which of the seller's tokens it is. */
  readonly number?: number;
  /** Without them only «Вопросы и отзывы». */
  readonly categories?: readonly ('chats' | 'claims')[];
}

const FEEDBACKS_BIT = 1 << 7;
const BITS = { chats: 1 << 9, claims: 1 << 11 };
const READ_ONLY_BIT = 1 << 30;

/** A token as Wildberries makes them, of invented content and with no real signature. */
export function fakeToken({
  expiresAt = new Date('2027-05-01T00:00:00Z'),
  readOnly = false,
  basic = false,
  test = false,
  number = 0,
  categories = ['chats', 'claims'],
}: FakeTokenFacts = {}): string {
  const bits = categories.reduce((all, name) => all | BITS[name], FEEDBACKS_BIT);
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  const payload = {
    acc: basic ? 1 : 3,
    ent: 1,
    exp: Math.floor(expiresAt.getTime() / 1000),
    id: `0193a7c2-0000-7000-8000-${String(number).padStart(12, '0')}`,
    oid: 40_400,
    s: bits | (readOnly ? READ_ONLY_BIT : 0),
    sid: '5eedb00c-0000-4000-8000-000000040400',
    t: test,
  };
  return `${part({ alg: 'ES256', kid: '20261001v1', typ: 'JWT' })}.${part(payload)}.sim-signature`;
}

/** A seller without reviews. */
export function emptyWorld(): WildberriesWorld {
  const lists = { feedbacks: [], questions: [], chats: [], claims: [] };
  return { lastId: 0, title: 'Книжная лавка «Фонарь»', token: fakeToken(), access: 'open', ...lists };
}
