import { Fault, isFault } from '@heard/core';
import { fingerprint } from '../fingerprint.js';
import type { ReplyTarget, SeenReply } from '../source.js';
import { dateOf, listOf, textOf, wireOf, type Wire } from '../wire.js';
import type { VkApi, VkParams } from './vk.api.js';
import { whenWriting } from './vk.faults.js';
import { plainText, topOf } from './vk.parse.js';
import { commentId, placeOf, type VkPlace } from './vk.place.js';

/** The furthest to look back for our own answer: so many pages of a hundred. */
const MAX_PAGES = 20;
const PAGE = 100;
const CLOCK_SLACK_MS = 60_000;

/** Answers as the community, and looks its answers up. */
export class VkReplies {
  constructor(
    private readonly api: VkApi,
    private readonly groupId: string,
  ) {}

  /** VK takes an answer with the same `guid` once: a second try after a lost response answers nothing twice. */
  async reply(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }> {
    const { place, comment } = targetOf(to);
    const guid = fingerprint('vk', to.externalId, text);
    try {
      const id =
        place.kind === 'wall'
          ? await this.onWall(place, comment, { message: text, guid }, signal)
          : await this.asOwner(place, comment, { message: text, guid }, signal);
      if (id === undefined) {
        throw new Fault('unavailable', 'VK took the answer but told no id', { code: 'unexpected_shape' });
      }
      return { externalId: commentId(place, id) };
    } catch (error) {
      throw isFault(error) ? whenWriting(error) : error;
    }
  }

  async find(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined> {
    const { place, comment } = targetOf(to);
    const from = new Date(since.getTime() - CLOCK_SLACK_MS);
    const top =
      place.kind === 'wall' && comment !== undefined ? (topOf(wireOf(to.raw)) ?? comment) : undefined;
    let start: string | undefined;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const items = await this.comments(place, top, start, signal);
      const ours = items.find((wire) => this.isOurs(wire, text, from));
      if (ours !== undefined)
        return { externalId: commentId(place, textOf(ours['id']) ?? ''), state: 'visible' };
      const last = items.at(-1);
      const lastAt = dateOf(last?.['date']);
      const next = textOf(last?.['id']);
      if (next === undefined || next === start || (lastAt !== undefined && lastAt < from)) return undefined;
      start = next;
    }
    return undefined;
  }

  private async onWall(
    place: VkPlace,
    comment: string | undefined,
    said: VkParams,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const under = { owner_id: place.owner, post_id: place.id, reply_to_comment: comment };
    const params = { ...under, from_group: this.groupId, ...said };
    return textOf(wireOf(await this.api.act('wall.createComment', params, signal))['comment_id']);
  }

  /** The board and the market take answers by the token of a user who is an editor there, in the community's name. */
  private async asOwner(
    place: VkPlace,
    comment: string | undefined,
    said: VkParams,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    if (place.kind === 'topic') {
      const params = { group_id: this.groupId, topic_id: place.id, from_group: 1, ...said };
      return textOf(await this.api.read('board.createComment', params, signal));
    }
    const under = { owner_id: place.owner, item_id: place.id, reply_to_comment: comment };
    const params = { ...under, from_group: 1, ...said };
    return textOf(await this.api.read('market.createComment', params, signal));
  }

  private async comments(
    place: VkPlace,
    top: string | undefined,
    start: string | undefined,
    signal: AbortSignal,
  ): Promise<Wire[]> {
    const page = { sort: 'desc', count: PAGE, start_comment_id: start };
    const [method, params] = listCall(place, top);
    const answer = wireOf(await this.api.read(method, { ...params, ...page }, signal));
    return listOf(answer['items'], 'list of comments');
  }

  private isOurs(wire: Wire, text: string, from: Date): boolean {
    const at = dateOf(wire['date']);
    return (
      textOf(wire['from_id']) === `-${this.groupId}` &&
      wire['deleted'] !== true &&
      sameText(textOf(wire['text']) ?? '', text) &&
      (at === undefined || at >= from)
    );
  }
}

function listCall(place: VkPlace, top: string | undefined): [string, VkParams] {
  switch (place.kind) {
    case 'topic':
      return ['board.getComments', { group_id: place.owner.replace('-', ''), topic_id: place.id }];
    case 'market':
      return ['market.getComments', { owner_id: place.owner, item_id: place.id }];
    default: {
      const whole = { preview_length: 0, comment_id: top };
      return ['wall.getComments', { owner_id: place.owner, post_id: place.id, ...whole }];
    }
  }
}

function targetOf(to: ReplyTarget): { place: VkPlace; comment?: string } {
  const found = placeOf(to.externalId);
  if (found === undefined) throw new Fault('missing', 'This is not an id of VK');
  if (found.place.kind === 'photo' || found.place.kind === 'video') {
    const message = 'VK: what stands under photos and videos is answered in the community itself';
    throw new Fault('rejected', message, { code: 'no_answers_here' });
  }
  const isComment = to.kind !== 'post';
  if (isComment && found.comment === undefined)
    throw new Fault('missing', 'The post of this comment is not known');
  return isComment ? found : { place: found.place };
}

/** VK writes mentions of people its own way; people see only the name. */
function sameText(shown: string, sent: string): boolean {
  const plain = (text: string): string => plainText(text).normalize('NFC').replace(/\s+/g, ' ').trim();
  return plain(shown) === plain(sent);
}
