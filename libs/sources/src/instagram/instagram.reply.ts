import { Fault, isFault } from '@heard/core';
import { nextLinkOf, type GraphApi } from '../graph-api.js';
import type { ReplyTarget, SeenReply } from '../source.js';
import { listOf, textOf, wireOf } from '../wire.js';
import { whenWriting } from './instagram.faults.js';
import { parseComment, REPLIES_FIELDS, type OwnAccount } from './instagram.parse.js';
import type { InstagramFlavour } from './instagram.settings.js';

const CLOCK_SLACK_MS = 60_000;
const MAX_PAGES = 20;

/** Answers as the account, and looks its answers up. */
export class InstagramReplies {
  constructor(
    private readonly graph: GraphApi,
    private readonly own: OwnAccount,
    private readonly flavour: InstagramFlavour,
  ) {}

  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const { path, form } = this.callFor(to);
    try {
      const answer = await this.graph.post(path, { ...form, message: text }, signal);
      const externalId = textOf(answer.body['id']);
      if (externalId === undefined) {
        throw new Fault('unavailable', 'The platform took the answer but told no id', {
          code: 'unexpected_shape',
        });
      }
      return { externalId };
    } catch (error) {
      throw isFault(error) ? whenWriting(error, this.flavour) : error;
    }
  }

  async find(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const from = new Date(since.getTime() - CLOCK_SLACK_MS);
    const path = to.kind === 'post' ? `${to.externalId}/comments` : `${topCommentOf(to)}/replies`;
    let answer = await this.graph.get(path, { fields: REPLIES_FIELDS, limit: 50 }, signal);
    for (let page = 1; ; page += 1) {
      const ours = listOf(answer.body['data'], 'list of replies')
        .map((wire) => parseComment(wire, this.own, to.rootExternalId ?? to.externalId))
        .find(
          (seen) =>
            seen?.author.isBrand &&
            sameText(seen.text, text) &&
            (seen.postedAt === undefined || seen.postedAt >= from),
        );
      if (ours !== undefined) {
        const { externalId } = ours;
        return ours.platformState === 'hidden'
          ? { externalId, state: 'rejected', reason: 'hidden on the account' }
          : { externalId, state: 'visible' };
      }
      const next = nextLinkOf(answer.body);
      if (next === undefined || page >= MAX_PAGES) return undefined;
      answer = await this.graph.follow(next, signal);
    }
  }

  private callFor(to: ReplyTarget): { path: string; form: Record<string, string> } {
    const heardBy = textOf(wireOf(to.raw)['heardBy']);
    if (heardBy === 'tag' || heardBy === 'hashtag') {
      const how = heardBy === 'tag' ? 'that only tags the account' : 'found by its hashtag';
      throw new Fault('rejected', `Instagram lets nobody answer a media ${how}`, {
        code: 'not_supported',
      });
    }
    if (heardBy === 'mention') {
      const media = to.kind === 'post' ? to.externalId : to.rootExternalId;
      if (media === undefined) throw new Fault('missing', 'The media of this mention is not known');
      const comment: Record<string, string> = to.kind === 'post' ? {} : { comment_id: to.externalId };
      return { path: `${this.own.id}/mentions`, form: { media_id: media, ...comment } };
    }
    if (to.kind === 'post') return { path: `${to.externalId}/comments`, form: {} };
    return { path: `${topCommentOf(to)}/replies`, form: {} };
  }
}

/** A reply to a reply lands under the top comment, so it is put there at once. */
function topCommentOf(to: ReplyTarget): string {
  return to.kind === 'reply' && to.parentExternalId !== undefined ? to.parentExternalId : to.externalId;
}

/** Instagram may put the name of the person answered in front. */
function sameText(shown: string, sent: string): boolean {
  const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain(shown) === plain(sent) || plain(shown).replace(/^@[\w.]+ /, '') === plain(sent);
}
