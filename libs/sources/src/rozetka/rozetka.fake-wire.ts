import type { FakeComment, FakeShopReview } from './rozetka.world.js';

const PARTS = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Kyiv',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A review of the shop as the API of Rozetka shows it, the buyer's phone with it. */
export function shopReviewWire(review: FakeShopReview): Record<string, unknown> {
  const { id, orderId, author, text, at, vote, reply } = review;
  return {
    id,
    order_id: orderId,
    user: author,
    order: { id: orderId, created: '2026-11-10 10:00:00', user_phone: '+380671234567', total_quantity: 1 },
    comment: text,
    created_at: kyivText(at),
    ...{ vote_convenience: null, vote_manager: 'good', vote_delivery: null, vote_payment: null },
    ...{ review_convenience: null, review_manager: null, review_delivery: null, review_payment: null },
    ...{ vote, status: 'active', read: false, read_ts: null, problem_solved: null, dispute: null },
    reply:
      reply === undefined
        ? null
        : {
            ...{ id: reply.id, order_id: orderId, market_review_id: id, type: null, comment: reply.text },
            ...{ reason: reply.reason ?? null, status: reply.status, user_type: reply.userType },
            ...{ created_at: kyivText(reply.at), updated_at: null },
          },
  };
}

/** A review of goods as the API of Rozetka shows it, the author's e-mail with it. */
export function goodsCommentWire(
  comment: FakeComment,
  children: readonly FakeComment[],
): Record<string, unknown> {
  const { id, author, type, mark, text, dignity, shortcomings, at, changedAt, status } = comment;
  return {
    ...{ id, record_id: 334_455, parent_comment_id: '0', parent_id: 0, seller_id: 0, type },
    ...{ name: author, email: 'buyer@example.com', user_id: '635862' },
    ...{ text, dignity, shortcomings, mark, rating: '', status },
    ...{ created: kyivText(at), changed: kyivText(changedAt), from_buyer: 1, allow_html: 0 },
    ...{ is_reade: false, is_important: false, is_un_reade_child: false, dispute: null },
    record: { id: '334455', title: 'Тіні зникають опівдні' },
    item: { id: 334_455, name: 'Тіні зникають опівдні', url: 'https://rozetka.com.ua/334455/p334455' },
    has_children: children.length > 0,
    children: children.map(childWire),
  };
}

/** An answer below a review of goods. */
export function childWire({
  id,
  author,
  text,
  status,
  at,
  byShop,
  parentId,
}: FakeComment): Record<string, unknown> {
  const by = { name: author, is_market: byShop ? 1 : 0, seller_id: null };
  return { ...by, id, text, status, created: kyivText(at), parent_id: parentId };
}

/** Rozetka's own form of a time: Kyiv's, without saying so. */
export function kyivText(at: string): string {
  return PARTS.format(new Date(at));
}
