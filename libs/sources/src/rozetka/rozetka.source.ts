import { Fault, isFault } from '@heard/core';
import { whenAnswering } from '../answer-fault.js';
import type { CheckResult, Cursor, Page, ReplyTarget, SeenReply, Source } from '../source.js';
import { countOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import { RozetkaApi, type RozetkaContext } from './rozetka.api.js';
import { RozetkaCollector } from './rozetka.collect.js';
import {
  childState,
  goodsCommentAt,
  isOfShop,
  parseShopReply,
  rozetkaId,
  type RozetkaId,
} from './rozetka.parse.js';
import type { RozetkaSettings } from './rozetka.settings.js';

/** The zone of Rozetka's times is an assumption: an answer is not overlooked for a wrong one. */
const ZONE_SLACK_MS = 4 * 3_600_000;
const PROBES = [
  ['shop', '/market-reviews/search'],
  ['goods', '/item-comments/search'],
] as const;

/** The reviews of one shop on Rozetka and of its goods. */
export class RozetkaSource implements Source {
  private readonly api: RozetkaApi;
  private readonly collector: RozetkaCollector;

  constructor(
    private readonly settings: RozetkaSettings,
    context: RozetkaContext,
  ) {
    this.api = new RozetkaApi(settings, context);
    this.collector = new RozetkaCollector(this.api, context, settings);
  }

  collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page> {
    return this.collector.collect(from, signal);
  }

  async check(signal: AbortSignal): Promise<CheckResult> {
    const { reads } = this.settings;
    const missing = new Set<string>();
    for (const [name, path] of PROBES) {
      if (reads !== 'all' && reads !== name) continue;
      try {
        await this.api.call('GET', path, { query: { page: 1, pageSize: 1 } }, signal);
      } catch (error) {
        if (!isFault(error, 'disconnected', 'missing', 'bug')) throw error;
        for (const each of error.missing ?? [error.message])
          missing.add(error.code === 'permission_missing' ? `${each} (${path})` : each);
      }
    }
    return missing.size === 0 ? { ok: true } : { ok: false, missing: [...missing] };
  }

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    if (text.trim() === '') throw new Fault('rejected', 'The answer is empty', { code: 'too_short' });
    const place = placeOf(to);
    return place.of === 'shop'
      ? this.replyToShopReview(place.id, text, signal)
      : this.replyToComment(place.id, text, signal);
  }

  async findReply(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const place = placeOf(to);
    if (place.of === 'shop') {
      const standing = parseShopReply(await this.shopReview(place.id, signal));
      if (standing === undefined || standing.text.trim() !== text.trim()) return undefined;
      const { state, reason } = standing;
      return { externalId: replyId(place.id), state, ...(reason && { reason }) };
    }
    const notBefore = new Date(since.getTime() - ZONE_SLACK_MS);
    const path = `/item-comments/child-comments/${place.id}`;
    const content = await this.api.call('GET', path, {}, signal);
    // Newest first or last: the documentation does not say.
    const ours = listOf(content['children'], 'list of answers')
      .filter((wire) => isOfShop(wire) && textOf(wire['text'])?.trim() === text.trim())
      .filter((wire) => (goodsCommentAt(wire) ?? since) >= notBefore)
      .reduce<Wire | undefined>((a, b) => (countOf(a?.['id']) > countOf(b['id']) ? a : b), undefined);
    const id = textOf(ours?.['id']);
    return ours === undefined || id === undefined
      ? undefined
      : { externalId: `item-${id}`, state: childState(ours) };
  }

  private async replyToShopReview(
    id: string,
    text: string,
    signal: AbortSignal,
  ): Promise<{ externalId: string }> {
    // A review has one answer: nobody's words are overwritten unseen.
    const review = await this.shopReview(id, signal);
    const standing = parseShopReply(review);
    if (standing !== undefined && standing.text.trim() !== text.trim())
      throw new Fault('rejected', 'The review already has another answer', { code: 'reply_exists' });
    if (standing === undefined) {
      const orderId = countOf(review['order_id']);
      const json = { comment: text, market_review_id: Number(id), order_id: orderId };
      await this.write('/market-review-replies/reply', json, signal);
    }
    return { externalId: replyId(id) };
  }

  private async replyToComment(
    id: string,
    text: string,
    signal: AbortSignal,
  ): Promise<{ externalId: string }> {
    const comment = await this.api.call('GET', `/item-comments/${id}`, {}, signal);
    const goods = comment['record_id'] ?? wireOf(comment['record'])['id'] ?? comment['item_id'];
    // Misspelt by Rozetka.
    const json = { is_reade: true, parent_id: Number(id), text, item_id: countOf(goods) };
    const created = await this.write('/item-comments/create-comment', json, signal);
    const createdId = textOf(created['id']);
    if (createdId === undefined)
      throw new Fault('unavailable', 'Rozetka did not name the answer', { code: 'unexpected_shape' });
    return { externalId: `item-${createdId}` };
  }

  private write(path: string, json: object, signal: AbortSignal): Promise<Wire> {
    return this.api.call('POST', path, { json }, signal).catch((error: unknown) => {
      throw whenAnswering(error);
    });
  }

  private async shopReview(id: string, signal: AbortSignal): Promise<Wire> {
    const query = { id, page: 1, pageSize: 1 };
    const content = await this.api.call('GET', '/market-reviews/search', { query }, signal);
    const review = listOf(content['marketReviews'], 'list of reviews').find(
      (wire) => textOf(wire['id']) === id,
    );
    if (review === undefined) throw new Fault('missing', 'Rozetka shows no such review');
    return review;
  }
}

/** Answers to answers hang below the first comment: Rozetka knows threads of one level. */
function placeOf(to: ReplyTarget): RozetkaId {
  const place = rozetkaId(to.kind === 'comment' ? (to.rootExternalId ?? '') : to.externalId);
  if (place === undefined) throw new Fault('missing', 'Rozetka has no such id');
  return place;
}

function replyId(reviewId: string): string {
  return `shop-${reviewId}/reply`;
}
