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
  answer?: { text: string; state: 'none' | 'wbRu' | 'reviewRequired' | 'rejected' };
}

/** A question about goods, with the seller's answer. */
export interface FakeQuestion {
  readonly id: string;
  readonly text: string;
  readonly at: string;
  removed: boolean;
  /** The seller declined it: buyers do not see it. */
  declined: boolean;
  answer?: { text: string; at: string };
}

/** Everything the made-up marketplace holds; plain JSON. */
export interface WildberriesWorld {
  lastId: number;
  title: string;
  token: string;
  access: 'open' | 'expired' | 'forbidden';
  feedbacks: FakeFeedback[];
  questions: FakeQuestion[];
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

/** What a made-up token tells: category bits of «Вопросы и отзывы», a personal token. */
export interface FakeTokenFacts {
  readonly expiresAt?: Date;
  readonly readOnly?: boolean;
}

const FEEDBACKS_BIT = 1 << 7;
const READ_ONLY_BIT = 1 << 30;

/** A token as Wildberries makes them, of invented content and with no real signature. */
export function fakeToken({
  expiresAt = new Date('2027-05-01T00:00:00Z'),
  readOnly = false,
}: FakeTokenFacts = {}): string {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  const payload = {
    acc: 3,
    ent: 1,
    exp: Math.floor(expiresAt.getTime() / 1000),
    id: '0193a7c2-0000-7000-8000-5eedb00c5e11',
    oid: 40_400,
    s: FEEDBACKS_BIT | (readOnly ? READ_ONLY_BIT : 0),
    sid: '5eedb00c-0000-4000-8000-000000040400',
    t: false,
  };
  return `${part({ alg: 'ES256', kid: '20261001v1', typ: 'JWT' })}.${part(payload)}.sim-signature`;
}

/** A seller without reviews. */
export function emptyWorld(): WildberriesWorld {
  const lists = { feedbacks: [], questions: [] };
  return { lastId: 0, title: 'Книжная лавка «Фонарь»', token: fakeToken(), access: 'open', ...lists };
}
