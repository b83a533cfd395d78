import type { BrandReply, CollectedMention, PlatformState, Rating } from '@heard/core';
import { reviewText } from '../review-text.js';
import { countOf, textOf, wireOf, type Wire } from '../wire.js';
import { kyivTime } from './rozetka.time.js';

/** Numbers of reviews of the shop and of comments on goods are two series: each gets a mark of its own. */
const SHOP = 'shop-';
const GOODS = 'item-';
const STARS = 5;
const VOTES: ReadonlyMap<unknown, Rating> = new Map([
  ['like', { value: 3, scale: 3 }],
  ['middle', { value: 2, scale: 3 }],
  ['dislike', { value: 1, scale: 3 }],
]);
const PERSONAL = /phone|e-?mail|delivery_address|recipient/i;
const SELLER = 1;

/** What an id of ours stands for on Rozetka. */
export interface RozetkaId {
  readonly of: 'shop' | 'goods';
  readonly id: string;
}

/** Takes an id apart; undefined when it is none of ours. */
export function rozetkaId(externalId: string): RozetkaId | undefined {
  const [, mark, id] = /^(shop-|item-)(\d{1,20})$/.exec(externalId) ?? [];
  return id === undefined ? undefined : { of: mark === SHOP ? 'shop' : 'goods', id };
}

/** Reads a review of the shop; undefined when it has no id. */
export function parseShopReview(wire: Wire): CollectedMention | undefined {
  const id = textOf(wire['id']);
  if (id === undefined) return undefined;
  const rating = VOTES.get(wire['vote']);
  const displayName = textOf(wire['user']) ?? textOf(wireOf(wire['user'])['contact_fio']);
  const more = ['review_convenience', 'review_manager', 'review_delivery', 'review_payment'];
  const said = ['comment', ...more].map((key) => textOf(wire[key])).filter((part) => part !== undefined);
  const brandReply = parseShopReply(wire);
  return {
    kind: 'review',
    externalId: `${SHOP}${id}`,
    author: { ...(displayName && { displayName }), isBrand: false },
    text: said.join('\n'),
    ...(rating && { rating }),
    postedAt: shopReviewAt(wire),
    platformState: wire['status'] === 'locked' ? 'hidden' : 'visible',
    ...(brandReply && { brandReply }),
    raw: withoutContacts(wire),
  };
}

/** Reads a review of the shop with what the customer said to the shop's answer. */
export function parseShopThread(wire: Wire): CollectedMention[] {
  const review = parseShopReview(wire);
  if (review === undefined) return [];
  const reply = wireOf(wire['reply']);
  const id = textOf(reply['id']);
  const text = wordsOf(reply);
  if (id === undefined || text === undefined || isOfSeller(reply)) return [review];
  const place = { parentExternalId: review.externalId, rootExternalId: review.externalId };
  const { author } = review;
  const said = { kind: 'comment', externalId: `${SHOP}reply-${id}`, ...place, author, text } as const;
  const postedAt = kyivTime(reply['created_at']);
  return [review, { ...said, postedAt, platformState: 'visible', raw: withoutContacts(reply) }];
}

/** When a review of the shop was written. */
export function shopReviewAt(wire: Wire): Date | undefined {
  return kyivTime(wire['created_at']);
}

/** Our answer that stands beside a review of the shop; the customer's own answer may stand there too. */
export function parseShopReply(wire: Wire): (BrandReply & { readonly reason?: string }) | undefined {
  const reply = wireOf(wire['reply']);
  const text = wordsOf(reply);
  if (text === undefined || !isOfSeller(reply)) return undefined;
  const reason = textOf(reply['reason']) ?? textOf(wireOf(reply['reason'])['title']);
  const at = kyivTime(reply['created_at']);
  return { text, ...(at && { at }), state: replyState(countOf(reply['status'])), ...(reason && { reason }) };
}

function wordsOf(reply: Wire): string | undefined {
  return textOf(reply['comment']) ?? textOf(reply['text']);
}

function isOfSeller(reply: Wire): boolean {
  return countOf(reply['user_type'] ?? SELLER) === SELLER;
}

/** Reads a review of goods or a question about them, with the answers that hang below it. */
export function parseGoodsThread(wire: Wire): CollectedMention[] {
  const root = parseGoodsComment(wire);
  if (root === undefined) return [];
  const children = Array.isArray(wire['children']) ? wire['children'].map(wireOf) : [];
  const answers = children.flatMap((child) => parseChild(child, root.externalId) ?? []);
  return [root, ...answers];
}

/** When a review of goods or a question was written. */
export function goodsCommentAt(wire: Wire): Date | undefined {
  return kyivTime(wire['created'] ?? wire['created_at']);
}

/** What Rozetka shows of an answer of ours below a comment. */
export function childState(wire: Wire): BrandReply['state'] {
  const state = stateOf(wire['status']);
  return state === 'hidden' ? 'rejected' : state === 'unknown' ? 'pending' : 'visible';
}

/** True for an answer of the shop below a comment. */
export function isOfShop(wire: Wire): boolean {
  return countOf(wire['is_market']) === 1;
}

function parseGoodsComment(wire: Wire): CollectedMention | undefined {
  const id = textOf(wire['id']);
  if (id === undefined || countOf(wire['parent_id']) > 0) return undefined;
  const record = wireOf(wire['record']);
  const title = textOf(record['title']) ?? textOf(wireOf(wire['item'])['name']);
  const url = textOf(wireOf(wire['item'])['url']);
  const stars = countOf(wire['mark']);
  const postedAt = goodsCommentAt(wire);
  const changedAt = kyivTime(wire['changed']);
  const isEdited = changedAt !== undefined && postedAt !== undefined && changedAt > postedAt;
  return {
    kind: wire['type'] === 'question' ? 'post' : 'review',
    externalId: `${GOODS}${id}`,
    author: authorOf(wire),
    text: reviewText({
      comment: textOf(wire['text']),
      pros: textOf(wire['dignity']),
      cons: textOf(wire['shortcomings']),
    }),
    ...(title && { title }),
    ...(stars >= 1 && stars <= STARS && { rating: { value: stars, scale: STARS } }),
    ...(url?.startsWith('https://') && { url }),
    postedAt,
    ...(isEdited && { editedAt: changedAt }),
    platformState: stateOf(wire['status']),
    raw: withoutContacts({ ...wire, children: undefined }),
  };
}

function parseChild(wire: Wire, root: string): CollectedMention | undefined {
  const id = textOf(wire['id']);
  if (id === undefined) return undefined;
  const parent = textOf(wire['parent_id']);
  return {
    kind: 'comment',
    externalId: `${GOODS}${id}`,
    parentExternalId: parent === undefined ? root : `${GOODS}${parent}`,
    rootExternalId: root,
    author: authorOf(wire),
    text: textOf(wire['text']) ?? '',
    postedAt: goodsCommentAt(wire),
    platformState: stateOf(wire['status']),
    raw: withoutContacts(wire),
  };
}

function authorOf(wire: Wire): CollectedMention['author'] {
  const displayName = textOf(wire['name']) ?? textOf(wire['user_title']);
  const userId = countOf(wire['user_id']);
  return {
    ...(userId > 0 && { externalId: String(userId) }),
    ...(displayName && { displayName }),
    isBrand: isOfShop(wire),
  };
}

function stateOf(status: unknown): PlatformState {
  if (status === 'locked') return 'hidden';
  return status === 'unapproved' ? 'unknown' : 'visible';
}

/** 1 new, 2 in moderation, 3 blocked, 4 published, 5 blocked for its words. */
function replyState(status: number): BrandReply['state'] {
  if (status === 3 || status === 5) return 'rejected';
  return status === 4 ? 'visible' : 'pending';
}

/** The object without phones and addresses, wherever they stand: Heard answers in public and needs none of them. */
export function withoutContacts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutContacts);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !PERSONAL.test(key));
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutContacts(part)]));
}
