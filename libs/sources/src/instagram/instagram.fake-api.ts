import { createHmac } from 'node:crypto';
import {
  bearerOf,
  graphError,
  GraphLists,
  graphThrottled,
  graphTime,
  newestFirst,
  refuseUnknownFields,
} from '../graph-sim.js';
import { PrivateSim } from '../graph-sim-private.js';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { HashtagsSim } from './instagram.fake-hashtags.js';
import { isAlive, ownerOf, renewToken } from './instagram.fake-token.js';
import type { FakeAccount, FakeMedia, FakeRemark, InstagramWorld, NewRemark } from './instagram.world.js';

/** What the wire format needs of the platform behind it. */
export interface InstagramBehind {
  readonly now: Date;
  readonly world: InstagramWorld;
  thread(mediaId: string): readonly FakeRemark[];
  addComment(remark: NewRemark): string;
}

const MEDIA_FIELDS = new Set([
  ...[
    'id',
    'caption',
    'media_type',
    'media_product_type',
    'permalink',
    'timestamp',
    'username',
    'owner',
    'comments_count',
  ],
]);
const COMMENT_FIELDS = new Set([
  ...[
    'id',
    'text',
    'timestamp',
    'username',
    'from',
    'hidden',
    'like_count',
    'parent_id',
    'user',
    'media',
    'replies',
  ],
]);
/** Replies that fit inside their comment; the rest is behind a link. */
const REPLIES_INSIDE = 25;

/** Instagram's side of the Graph API: strict about tokens and permissions. */
export class InstagramWireFormat {
  tagsClosed = false;
  readonly lists: GraphLists;
  readonly inbox: PrivateSim;
  readonly hashtags: HashtagsSim;

  constructor(
    private readonly fake: InstagramBehind,
    pageSize: number,
    private readonly origin: () => string,
  ) {
    this.lists = new GraphLists(pageSize, origin);
    this.hashtags = new HashtagsSim(fake, pageSize);
    this.inbox = new PrivateSim(() => fake.now);
  }

  throttled(): SimAnswer {
    return graphThrottled(80002, 'instagram');
  }

  answer(request: SimRequest): SimAnswer {
    if (request.path === '/refresh_access_token')
      return renewToken(this.fake.world.accounts, request, this.fake.now);
    const [object = '', edge] = /^\/v\d+\.\d+\/(.+)$/.exec(request.path)?.[1]?.split('/') ?? [];
    if (object === 'debug_token') return this.debugToken(request);
    const caller = this.authenticate(request);
    if ('status' in caller) return caller;
    const underHashtags = this.hashtags.answer(request, caller, [object, edge], (media) =>
      this.wireMedia(media),
    );
    if (underHashtags) return underHashtags;
    if (object === caller.id || object === 'me') return this.accountEdge(request, caller, edge);
    const media = this.fake.world.media.find(({ id, removed }) => id === object && !removed);
    if (media && edge === 'comments') return this.mediaComments(request, caller, media);
    const remark = this.fake.world.remarks.find(({ id, removed }) => id === object && !removed);
    if (remark && edge === undefined) return this.single(request, caller, remark);
    if (remark && edge === 'replies') return this.commentReplies(request, caller, remark);
    return graphError(400, 100, `Unsupported request. Object with ID '${object}' does not exist`, 33);
  }

  private authenticate(request: SimRequest): FakeAccount | SimAnswer {
    const token = bearerOf(request);
    if (token === undefined)
      return graphError(400, 104, 'An access token is required to request this resource.');
    const account = ownerOf(this.fake.world.accounts, token);
    if (account === undefined) return graphError(400, 190, `Malformed access token ${token}`);
    if (!isAlive(account, token, this.fake.now))
      return graphError(401, 190, `Token ${token}: Session has expired`, 463);
    const proof = createHmac('sha256', this.fake.world.appSecret).update(token).digest('hex');
    if (account.flavour === 'facebook' && request.query.get('appsecret_proof') !== proof) {
      return graphError(400, 100, 'API calls from the server require an appsecret_proof argument');
    }
    return account;
  }

  private accountEdge(request: SimRequest, account: FakeAccount, edge: string | undefined): SimAnswer {
    const basic = account.flavour === 'facebook' ? 'instagram_basic' : 'instagram_business_basic';
    if (!account.permissions.includes(basic))
      return graphError(403, 10, `This request requires the '${basic}' permission`);
    if (edge === undefined) return this.accountFields(request, account);
    if (edge === 'messages') return this.message(request, account);
    if (edge === 'mentions' && request.method === 'POST') return this.answerMention(request, account);
    if (edge !== 'media' && edge !== 'tags') return graphError(400, 100, `Unknown path components: /${edge}`);
    if (edge === 'tags' && this.tagsClosed)
      return graphError(403, 10, 'This list needs a permission that the app does not have');
    const refusal = refuseUnknownFields(request, MEDIA_FIELDS);
    if (refusal) return refusal;
    const media = this.fake.world.media
      .filter(({ removed }) => !removed)
      .filter((item) =>
        edge === 'media' ? item.accountId === account.id : item.taggedAccountIds.includes(account.id),
      );
    const options = edge === 'tags' ? ({ links: 'none' } as const) : {};
    return this.lists.answer(request, newestFirst(media), (item) => this.wireMedia(item), options);
  }

  private accountFields(request: SimRequest, account: FakeAccount): SimAnswer {
    const fields = request.query.get('fields') ?? 'id';
    const [, edge, id] = /^mentioned_(media|comment)\.\w+\((\d+)\)\{/.exec(fields) ?? [];
    const gone = graphError(400, 100, `Object with ID '${id}' does not exist`, 33);
    if (edge === 'media') {
      const media = this.fake.world.media.find(
        (item) => item.id === id && item.mentionedAccountIds.includes(account.id),
      );
      return media ? { status: 200, json: { mentioned_media: this.wireMedia(media), id: account.id } } : gone;
    }
    if (edge === 'comment') {
      const remark = this.fake.world.remarks.find(
        (item) => item.id === id && item.mentionedAccountIds.includes(account.id),
      );
      if (remark === undefined || remark.removed) return gone;
      const { mediaId } = remark;
      const media = { id: mediaId, permalink: `${this.origin()}/#${mediaId}` };
      // The platform strips the mention itself from the text.
      const text = remark.text.replace(`@${account.username}`, account.username);
      const comment = {
        id: remark.id,
        text,
        timestamp: graphTime(remark.at),
        username: remark.username,
        media,
      };
      return { status: 200, json: { mentioned_comment: comment, id: account.id } };
    }
    return { status: 200, json: { id: account.id, user_id: account.id, username: account.username } };
  }

  private message(request: SimRequest, account: FakeAccount): SimAnswer {
    const isAllowed = account.permissions.some((name) => name.endsWith('manage_messages'));
    const { remarks } = this.fake.world;
    return this.inbox.answer(request, isAllowed, (asked) =>
      remarks.find(({ id, removed }) => id === asked && !removed),
    );
  }

  private single(request: SimRequest, account: FakeAccount, remark: FakeRemark): SimAnswer {
    return this.refuseReading(request, account) ?? { status: 200, json: this.wireComment(remark, account) };
  }

  private mediaComments(request: SimRequest, account: FakeAccount, media: FakeMedia): SimAnswer {
    if (request.method === 'POST') return this.publish(request, account, { mediaId: media.id });
    const refusal = this.refuseReading(request, account);
    if (refusal) return refusal;
    const top = this.visible(media.id).filter(({ parentId }) => parentId === undefined);
    return this.lists.answer(request, newestFirst(top), (remark) => this.wireComment(remark, account));
  }

  private commentReplies(request: SimRequest, account: FakeAccount, comment: FakeRemark): SimAnswer {
    const parentId = comment.parentId ?? comment.id;
    if (request.method === 'POST')
      return this.publish(request, account, { mediaId: comment.mediaId, parentId });
    const refusal = this.refuseReading(request, account);
    if (refusal) return refusal;
    const replies = this.visible(comment.mediaId).filter((remark) => remark.parentId === comment.id);
    return this.lists.answer(request, replies, (remark) => this.wireRemark(remark, account));
  }

  private refuseReading(request: SimRequest, account: FakeAccount): SimAnswer | undefined {
    const basic = account.permissions.some((name) => name.endsWith('basic'));
    return basic ? refuseUnknownFields(request, COMMENT_FIELDS) : graphError(403, 10, 'Permission denied');
  }

  private answerMention(request: SimRequest, account: FakeAccount): SimAnswer {
    const parentId = request.form.get('comment_id') ?? undefined;
    return this.publish(request, account, { mediaId: request.form.get('media_id') ?? '', parentId });
  }

  private publish(
    request: SimRequest,
    account: FakeAccount,
    under: { mediaId: string; parentId?: string },
  ): SimAnswer {
    const needed =
      account.flavour === 'facebook' ? 'instagram_manage_comments' : 'instagram_business_manage_comments';
    if (!account.permissions.includes(needed)) return graphError(403, 200, `Requires ${needed}`);
    const text = request.form.get('message') ?? '';
    if (text.trim() === '') return graphError(400, 100, 'The parameter message is required');
    return {
      status: 200,
      json: { id: this.fake.addComment({ ...under, username: account.username, text }) },
    };
  }

  private visible(mediaId: string): FakeRemark[] {
    return this.fake.world.remarks.filter((remark) => remark.mediaId === mediaId && !remark.removed);
  }

  private wireMedia(media: FakeMedia): Record<string, unknown> {
    return {
      id: media.id,
      ...(media.text !== '' && { caption: media.text }),
      media_type: 'IMAGE',
      permalink: `${this.origin()}/#${media.id}`,
      timestamp: graphTime(media.at),
      username: media.username,
      ...(media.accountId !== undefined && { owner: { id: media.accountId } }),
      comments_count: this.fake.thread(media.id).length,
    };
  }

  private wireComment(remark: FakeRemark, account: FakeAccount): Record<string, unknown> {
    const replies = this.visible(remark.mediaId).filter(({ parentId }) => parentId === remark.id);
    if (replies.length === 0) return this.wireRemark(remark, account);
    const inside = replies.slice(0, REPLIES_INSIDE);
    const after = Buffer.from(inside.at(-1)?.id ?? '').toString('base64url');
    const link = `${this.origin()}/v26.0/${remark.id}/replies?access_token=${account.token}&limit=25&fields=id,text,timestamp,username,from&after=${after}`;
    const paging = replies.length > inside.length ? { paging: { next: link } } : {};
    return {
      ...this.wireRemark(remark, account),
      replies: { data: inside.map((reply) => this.wireRemark(reply, account)), ...paging },
    };
  }

  private wireRemark(remark: FakeRemark, account: FakeAccount): Record<string, unknown> {
    const names = account.permissions.some((name) => name.endsWith('manage_comments'));
    return {
      id: remark.id,
      text: remark.text,
      timestamp: graphTime(remark.at),
      ...(names && { username: remark.username, from: { id: remark.userId, username: remark.username } }),
      hidden: remark.hidden,
      like_count: 0,
      ...(remark.parentId !== undefined && { parent_id: remark.parentId }),
      ...(remark.userId === account.id && { user: { id: account.id } }),
      media: { id: remark.mediaId },
    };
  }

  private debugToken(request: SimRequest): SimAnswer {
    const { appId, appSecret, accounts } = this.fake.world;
    if (bearerOf(request) !== `${appId}|${appSecret}`)
      return graphError(400, 190, 'Invalid OAuth access token signature.');
    const account = accounts.find(({ token }) => token === request.query.get('input_token'));
    const alive = account?.tokenState === 'alive';
    return {
      status: 200,
      json: { data: { app_id: appId, is_valid: alive, expires_at: 0, scopes: account?.permissions ?? [] } },
    };
  }
}
