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
import type { FacebookWorld, FakeAuthor, FakeComment, FakePage, FakePost } from './facebook.world.js';

/** What the wire format needs of the platform behind it. */
export interface FacebookBehind {
  readonly now: Date;
  readonly world: FacebookWorld;
  thread(postId: string): readonly FakeComment[];
  addComment(comment: { postId: string; parentId?: string; author: FakeAuthor; text: string }): string;
}

const POST_FIELDS = new Set(
  'id created_time updated_time message story permalink_url from is_published is_hidden is_expired status_type parent_id attachments comments'.split(
    ' ',
  ),
);
const COMMENT_FIELDS = new Set(
  'id created_time message from parent object permalink_url attachment comment_count like_count is_hidden is_private can_reply_privately can_hide can_remove message_tags'.split(
    ' ',
  ),
);

/** The Graph API's side of the made-up Facebook: strict about tokens, proofs, fields and limits. */
export class FacebookWireFormat {
  usagePercent?: number;
  tagsClosed = false;
  givesRatings = false;
  countersHidden = false;
  readonly lists: GraphLists;
  readonly inbox: PrivateSim;

  constructor(
    private readonly fake: FacebookBehind,
    pageSize: number,
    private readonly origin: () => string,
  ) {
    this.lists = new GraphLists(pageSize, origin);
    this.inbox = new PrivateSim(() => fake.now);
  }

  throttled(): SimAnswer {
    return graphThrottled(80001, 'pages');
  }

  answer(request: SimRequest): SimAnswer {
    const parts = /^\/v\d+\.\d+\/(.+)$/.exec(request.path)?.[1]?.split('/') ?? [];
    const [object = '', edge] = parts;
    if (object === 'debug_token') return this.debugToken(request);
    const caller = this.authenticate(request);
    if ('status' in caller) return caller;
    const answer = this.route(request, caller, object, edge);
    if (this.usagePercent === undefined) return answer;
    return {
      ...answer,
      headers: {
        'x-app-usage': JSON.stringify({ call_count: this.usagePercent, total_time: 1, total_cputime: 1 }),
      },
    };
  }

  private route(request: SimRequest, caller: FakePage, object: string, edge: string | undefined): SimAnswer {
    if (object === caller.id) return this.pageEdge(request, caller, edge);
    if (edge === undefined) return this.single(request, caller, object);
    if (edge === 'comments') return this.comments(request, caller, object);
    return this.noSuchObject(object);
  }

  /** The real platform does not always tell the subcode. */
  private noSuchObject(object: string): SimAnswer {
    const words = `Unsupported get request. Object with ID '${object}' does not exist`;
    return graphError(400, 100, words, this.fake.world.silentOnGone === true ? undefined : 33);
  }

  private authenticate(request: SimRequest): FakePage | SimAnswer {
    const token = bearerOf(request);
    if (token === undefined)
      return graphError(400, 104, 'An access token is required to request this resource.');
    const page = this.fake.world.pages.find((candidate) => candidate.token === token);
    // The real platform quotes a malformed token back.
    if (page === undefined) return graphError(400, 190, `Malformed access token ${token}`);
    if (page.tokenState === 'expired') {
      return graphError(401, 190, `Error validating access token ${token}: Session has expired`, 463);
    }
    const proof = createHmac('sha256', this.fake.world.appSecret).update(token).digest('hex');
    if (request.query.get('appsecret_proof') !== proof) {
      return graphError(400, 100, 'API calls from the server require an appsecret_proof argument');
    }
    return page;
  }

  private pageEdge(request: SimRequest, page: FakePage, edge: string | undefined): SimAnswer {
    if (edge === undefined) return { status: 200, json: { id: page.id, name: page.name } };
    if (edge === 'messages') return this.message(request, page);
    if (edge === 'ratings') return this.ratings();
    if (edge === 'subscribed_apps') return this.subscribedApps(request, page);
    if (edge !== 'feed' && edge !== 'tagged')
      return graphError(400, 100, `Unknown path components: /${edge}`);
    const lacks = page.permissions.includes('pages_read_engagement') ? undefined : 'pages_read_engagement';
    if (lacks) return graphError(403, 10, `This endpoint requires the '${lacks}' permission`);
    if (edge === 'tagged' && this.tagsClosed)
      return graphError(403, 10, 'This list needs a feature the app does not have');
    const refusal = refuseUnknownFields(request, POST_FIELDS);
    if (refusal) return refusal;
    const posts = this.fake.world.posts
      .filter((post) => !post.removed)
      .filter((post) =>
        edge === 'feed' ? post.wallPageId === page.id : post.taggedPageIds.includes(page.id),
      );
    return this.lists.answer(request, newestFirst(posts), (post) => this.wirePost(post, page));
  }

  private subscribedApps(request: SimRequest, page: FakePage): SimAnswer {
    if (!page.permissions.includes('pages_manage_metadata'))
      return graphError(403, 200, 'Permissions error: pages_manage_metadata is required');
    if (request.method === 'POST') {
      page.subscribed = request.form.get('subscribed_fields')?.split(',') ?? [];
      return { status: 200, json: { success: true } };
    }
    const app = { id: this.fake.world.appId, name: 'Heard', subscribed_fields: page.subscribed };
    return { status: 200, json: { data: page.subscribed === undefined ? [] : [app] } };
  }

  private ratings(): SimAnswer {
    if (!this.givesRatings) return graphError(400, 12, 'This edge is deprecated');
    return { status: 200, json: { data: [{ created_time: '2031-03-01T10:00:00+0000' }] } };
  }

  private message(request: SimRequest, page: FakePage): SimAnswer {
    const isAllowed = page.permissions.includes('pages_messaging');
    const { comments } = this.fake.world;
    return this.inbox.answer(request, isAllowed, (asked) =>
      comments.find(({ id, removed }) => sameComment(id, asked) && !removed),
    );
  }

  private single(request: SimRequest, page: FakePage, object: string): SimAnswer {
    const post = this.fake.world.posts.find(({ id, removed }) => id === object && !removed);
    const comment = this.fake.world.comments.find(({ id, removed }) => sameComment(id, object) && !removed);
    if (post === undefined && comment === undefined) {
      return this.noSuchObject(object);
    }
    const refusal = refuseUnknownFields(request, post ? POST_FIELDS : COMMENT_FIELDS);
    if (refusal) return refusal;
    const json = post ? this.wirePost(post, page) : comment && this.wireComment(comment, page);
    return { status: 200, json };
  }

  private comments(request: SimRequest, page: FakePage, object: string): SimAnswer {
    const post = this.fake.world.posts.find(({ id, removed }) => id === object && !removed);
    const comment = this.fake.world.comments.find(
      (candidate) => sameComment(candidate.id, object) && !candidate.removed,
    );
    if (post === undefined && comment === undefined) {
      return this.noSuchObject(object);
    }
    if (request.method === 'POST')
      return this.publish(request, page, post?.id ?? comment?.postId ?? '', comment);
    const refusal = refuseUnknownFields(request, COMMENT_FIELDS);
    if (refusal) return refusal;
    if (page.tokenState === 'user') return { status: 200, json: { data: [] } };
    const stream = request.query.get('filter') === 'stream';
    const under = this.fake.world.comments
      .filter((candidate) => !candidate.removed)
      .filter((candidate) => (post ? candidate.postId === post.id : candidate.parentId === comment?.id))
      .filter((candidate) => stream || post === undefined || candidate.parentId === undefined);
    const ordered = newestFirst(under);
    if (request.query.get('order') !== 'reverse_chronological') ordered.reverse();
    return this.lists.answer(request, ordered, (item) => this.wireComment(item, page));
  }

  private publish(
    request: SimRequest,
    page: FakePage,
    postId: string,
    comment: FakeComment | undefined,
  ): SimAnswer {
    if (!page.permissions.includes('pages_manage_engagement')) {
      return graphError(403, 200, 'Permissions error: pages_manage_engagement is required');
    }
    const message = request.form.get('message') ?? '';
    if (message.trim() === '') return graphError(400, 100, 'The parameter message is required');
    const parentId = comment?.parentId ?? comment?.id;
    const twin = this.fake
      .thread(postId)
      .find((own) => own.from.id === page.id && own.parentId === parentId && own.text === message);
    if (twin) return graphError(400, 506, 'Duplicate status message');
    const author = { id: page.id, name: page.name };
    return { status: 200, json: { id: this.fake.addComment({ postId, parentId, author, text: message }) } };
  }

  private wirePost(post: FakePost, page: FakePage): Record<string, unknown> {
    return {
      id: post.id,
      created_time: graphTime(post.at),
      updated_time: graphTime(post.updatedAt),
      ...(post.text !== '' && { message: post.text }),
      ...(post.story !== undefined && { story: post.story }),
      ...(post.attachments && { attachments: { data: post.attachments } }),
      permalink_url: `${this.origin()}/#${post.id}`,
      ...this.from(post, page),
      is_published: true,
      is_hidden: post.hidden,
      status_type: 'mobile_status_update',
      ...(!this.countersHidden && {
        comments: {
          data: [],
          summary: { order: 'ranked', total_count: this.fake.thread(post.id).length, can_comment: true },
        },
      }),
    };
  }

  private wireComment(comment: FakeComment, page: FakePage): Record<string, unknown> {
    return {
      id: comment.id,
      created_time: graphTime(comment.at),
      ...(comment.text !== '' && { message: comment.text }),
      ...this.from(comment, page),
      ...(comment.parentId !== undefined && { parent: { id: comment.parentId } }),
      permalink_url: `${this.origin()}/#${comment.id}`,
      comment_count: this.fake.world.comments.filter(
        ({ parentId, removed }) => parentId === comment.id && !removed,
      ).length,
      like_count: 0,
      is_hidden: comment.hidden,
      is_private: false,
    };
  }

  private from(text: FakePost | FakeComment, page: FakePage): Record<string, unknown> {
    const shown = text.from.id === page.id || page.permissions.includes('pages_read_user_content');
    return shown ? { from: { id: text.from.id, name: text.from.name } } : {};
  }

  private debugToken(request: SimRequest): SimAnswer {
    const { appId, appSecret, pages } = this.fake.world;
    if (bearerOf(request) !== `${appId}|${appSecret}`)
      return graphError(400, 190, 'Invalid OAuth access token signature.');
    const page = pages.find(({ token }) => token === request.query.get('input_token'));
    if (page === undefined || page.tokenState === 'expired') {
      const error = {
        code: 190,
        message: 'Error validating access token: Session has expired',
        subcode: 463,
      };
      return { status: 200, json: { data: { app_id: appId, is_valid: false, scopes: [], error } } };
    }
    const data = {
      ...{
        app_id: appId,
        type: page.tokenState === 'user' ? 'USER' : 'PAGE',
        application: 'Heard',
        is_valid: true,
      },
      ...{
        expires_at: 0,
        data_access_expires_at: page.dataAccessEndsAt ?? 0,
        scopes: page.permissions,
        profile_id: page.id,
      },
    };
    return { status: 200, json: { data } };
  }
}

function sameComment(id: string, asked: string): boolean {
  return id === asked || id.endsWith(`_${asked}`);
}
