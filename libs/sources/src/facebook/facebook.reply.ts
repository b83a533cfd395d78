import { Fault, isFault, type Clock } from '@heard/core';
import { nextLinkOf, type GraphApi } from '../graph-api.js';
import type { ReplyTarget, SeenReply } from '../source.js';
import { listOf, textOf, wireOf } from '../wire.js';
import { whenWriting } from './facebook.faults.js';
import { canonicalCommentId, COMMENT_FIELDS, parseComment } from './facebook.parse.js';

const CLOCK_SLACK_MS = 60_000;
const DUPLICATE_WITHIN_MS = 86_400_000;
/** The furthest to look back for our own answer: 2,000 comments written after it. */
const MAX_PAGES = 20;

/** Answers as the page, and looks its answers up. */
export class FacebookReplies {
  constructor(
    private readonly graph: GraphApi,
    private readonly pageId: string,
    private readonly clock: Clock,
  ) {}

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    try {
      const answer = await this.graph.post(`${callableId(to)}/comments`, { message: text }, signal);
      const id = textOf(answer.body['id']);
      if (id === undefined)
        throw new Fault('unavailable', 'The platform took the answer but told no id', {
          code: 'unexpected_shape',
        });
      return { externalId: canonicalCommentId(id) };
    } catch (error) {
      if (!isFault(error)) throw error;
      if (error.code !== 'duplicate') throw whenWriting(error);
      // The platform says that this text stands there already: an earlier attempt whose response was lost.
      const since = new Date(this.clock.now().getTime() - DUPLICATE_WITHIN_MS);
      const seen = await this.find(to, text, since, signal);
      if (seen === undefined) throw error;
      return { externalId: seen.externalId };
    }
  }

  async find(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const postId = to.kind === 'post' ? to.externalId : to.rootExternalId;
    if (postId === undefined) throw new Fault('missing', 'The post of this comment is not known');
    const from = new Date(since.getTime() - CLOCK_SLACK_MS);
    const query = { fields: COMMENT_FIELDS, filter: 'stream', order: 'reverse_chronological', limit: 100 };
    let answer = await this.graph.get(`${postId}/comments`, query, signal);
    for (let page = 1; ; page += 1) {
      const comments = listOf(answer.body['data'], 'list of comments')
        .map((wire) => parseComment(wire, this.pageId, postId))
        .filter((mention) => mention !== undefined);
      const ours = comments.find(
        (comment) =>
          comment.author.isBrand &&
          sameText(comment.text, text) &&
          (comment.postedAt === undefined || comment.postedAt >= from) &&
          answers(comment.kind, comment.parentExternalId, to),
      );
      if (ours !== undefined) return seenAs(ours.externalId, ours.platformState === 'hidden');
      const next = nextLinkOf(answer.body);
      const passed = comments.some(({ postedAt }) => postedAt !== undefined && postedAt < from);
      if (next === undefined || passed || page >= MAX_PAGES) return undefined;
      answer = await this.graph.follow(next, signal);
    }
  }
}

/** The id a comment is called by: as it came, or made of its post's and its own. */
export function callableId(to: ReplyTarget): string {
  if (to.kind === 'post') return to.externalId;
  const asCollected = textOf(wireOf(to.raw)['id']);
  if (asCollected !== undefined && canonicalCommentId(asCollected) === to.externalId) return asCollected;
  if (to.rootExternalId === undefined) return to.externalId;
  return `${canonicalCommentId(to.rootExternalId)}_${to.externalId}`;
}

/** An answer to a reply is put under the top comment by the platform, so it counts under either. */
function answers(kind: string, parentExternalId: string | undefined, to: ReplyTarget): boolean {
  if (to.kind === 'post') return kind === 'comment';
  if (kind !== 'reply') return false;
  return (
    parentExternalId === to.externalId || (to.kind === 'reply' && parentExternalId === to.parentExternalId)
  );
}

function sameText(shown: string, sent: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain(shown) === plain(sent);
}

function seenAs(externalId: string, hidden: boolean): SeenReply {
  return hidden
    ? { externalId, state: 'rejected', reason: 'hidden on the page' }
    : { externalId, state: 'visible' };
}
