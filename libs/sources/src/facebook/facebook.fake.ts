import type { Clock } from '@heard/core';
import type { GivenPrivately } from '../graph-sim-private.js';
import { renderSimPage } from '../sim-page.js';
import { SimServer, type SimFault, type SimRequest } from '../sim-server.js';
import { FacebookConsentFake } from './facebook.fake-consent.js';
import { FacebookWireFormat } from './facebook.fake-api.js';
import {
  emptyWorld,
  type FacebookWorld,
  type FakeAuthor,
  type FakeComment,
  type FakePage,
  type FakePost,
} from './facebook.world.js';

/** How the made-up Facebook behaves. */
export interface FacebookFakeOptions {
  readonly clock: Clock;
  readonly world?: FacebookWorld;
  /** The most items on one page, whatever is asked for. */
  readonly pageSize?: number;
  readonly controlKey?: string;
}

/** A new post; without `pageId` it stands elsewhere. */
export interface NewPost {
  readonly pageId?: string;
  readonly author?: FakeAuthor;
  readonly text: string;
  readonly story?: string;
  readonly attachments?: FakePost['attachments'];
  readonly at?: Date;
  readonly tags?: readonly string[];
}

/** A new comment; with `parentId` a reply, without an author the page's own. */
export interface NewComment {
  readonly postId: string;
  readonly parentId?: string;
  readonly author?: FakeAuthor;
  readonly text: string;
  readonly at?: Date;
}

const ALL_PERMISSIONS = [
  'pages_read_engagement',
  'pages_read_user_content',
  'pages_manage_engagement',
  'pages_manage_metadata',
  'pages_messaging',
];

/** The made-up Facebook: the Graph API's wire format and errors over real HTTP, and a page for people at `/`. */
export class FacebookFake {
  readonly world: FacebookWorld;
  readonly server: SimServer;
  private readonly api: FacebookWireFormat;

  constructor(private readonly options: FacebookFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new FacebookWireFormat(this, options.pageSize ?? 100, () => this.server.baseUrl);
    const consent = new FacebookConsentFake(this.world, () => this.server.baseUrl);
    const platform = {
      answer: (request: SimRequest) => consent.answer(request) ?? this.api.answer(request),
      throttled: this.api.throttled.bind(this.api),
      page: () => this.renderPage(),
      controls: this.controls(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<FacebookFakeOptions, 'world'>): FacebookFake {
    return new FacebookFake({ ...options, world: structuredClone(world) as FacebookWorld });
  }

  toJSON(): FacebookWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  get now(): Date {
    return this.options.clock.now();
  }

  addPage(name: string, id = this.nextId()): FakePage {
    const page: FakePage = {
      id,
      name,
      token: `EAAsim${id}pagetoken`,
      tokenState: 'alive',
      permissions: [...ALL_PERMISSIONS],
    };
    this.world.pages.push(page);
    return page;
  }

  /** What a person would fill in to connect this page. */
  settingsOf(pageId: string): Record<string, string> {
    const { appId, appSecret } = this.world;
    return { pageId, pageToken: this.page(pageId).token, appId, appSecret };
  }

  addPost({ pageId, author, text, story, attachments, at = this.now, tags = [] }: NewPost): string {
    const from = author === undefined ? this.page(pageId ?? '') : this.person(author);
    const id = `${pageId ?? from.id}_${this.nextId()}`;
    const stamp = at.toISOString();
    this.world.posts.push({
      id,
      wallPageId: pageId,
      taggedPageIds: tags,
      from: { id: from.id, name: from.name },
      ...{ text, story, attachments },
      at: stamp,
      updatedAt: stamp,
      hidden: false,
      removed: false,
    });
    return id;
  }

  /** Adds a comment and gives its id as lists show it; a reply to a reply goes under the top comment. */
  addComment({ postId, parentId, author, text, at = this.now }: NewComment): string {
    const post = this.post(postId);
    const parent = parentId === undefined ? undefined : this.comment(parentId);
    const from = author === undefined ? this.page(post.wallPageId ?? '') : this.person(author);
    const id = `${postId.slice(postId.lastIndexOf('_') + 1)}_${this.nextId()}`;
    this.world.comments.push({
      id,
      postId,
      parentId: parent?.parentId ?? parent?.id,
      from: { id: from.id, name: from.name },
      text,
      at: at.toISOString(),
      hidden: false,
      removed: false,
    });
    post.updatedAt = at.toISOString();
    return id;
  }

  edit(id: string, text: string): void {
    this.text(id).text = text;
  }

  remove(id: string): void {
    this.text(id).removed = true;
  }

  hide(id: string): void {
    this.text(id).hidden = true;
  }

  expireToken(pageId: string): void {
    this.page(pageId).tokenState = 'expired';
  }

  dropPermission(pageId: string, permission: string): void {
    const page = this.page(pageId);
    page.permissions = page.permissions.filter((held) => held !== permission);
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** The next `count` lists come empty, with a link to the next page. */
  emptyPages(count: number): void {
    this.api.lists.emptyPages = count;
  }

  /** Links to next pages point to another host from now on. */
  linkElsewhere(origin: string): void {
    this.api.lists.linkOrigin = origin;
  }

  /** The list of tags is closed from now on, as for a page without the feature. */
  closeTagged(): void {
    this.api.tagsClosed = true;
  }

  /** Recommendations are given out again from now on. */
  giveRatings(): void {
    this.api.givesRatings = true;
  }

  /** Lists show no comment counters from now on. */
  hideCounters(): void {
    this.api.countersHidden = true;
  }

  /** Tells this share of the allowance as spent, in percent. */
  reportUsage(percent: number): void {
    this.api.usagePercent = percent;
  }

  /** What customers were told in private. */
  get givenPrivately(): readonly GivenPrivately[] {
    return this.api.inbox.given;
  }

  /** What is public under a post: its comments, oldest first. */
  thread(postId: string): readonly FakeComment[] {
    return this.world.comments.filter(
      (comment) => comment.postId === postId && !comment.removed && !comment.hidden,
    );
  }

  page(id: string): FakePage {
    return found(this.world.pages, id);
  }

  post(id: string): FakePost {
    return found(this.world.posts, id);
  }

  comment(id: string): FakeComment {
    const bare = id.slice(id.lastIndexOf('_') + 1);
    const comment = this.world.comments.find((candidate) => candidate.id.endsWith(`_${bare}`));
    if (comment === undefined) throw new Error(`no comment ${id}`);
    return comment;
  }

  private text(id: string): FakePost | FakeComment {
    return this.world.posts.find((post) => post.id === id) ?? this.comment(id);
  }

  private person({ id, name }: FakeAuthor): { id: string; name: string } {
    const known = [...this.world.posts, ...this.world.comments].find(({ from }) => from.name === name)?.from;
    return { id: id ?? known?.id ?? `66${this.nextId()}`, name };
  }

  private nextId(): string {
    this.world.lastId += 1;
    return String(this.world.lastId);
  }

  private controls(): Record<string, (args: Readonly<Record<string, unknown>>) => unknown> {
    const dated = (args: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
      ...args,
      ...(typeof args['at'] === 'string' && { at: new Date(args['at']) }),
    });
    return {
      post: (args) => this.addPost(dated(args) as unknown as NewPost),
      comment: (args) => this.addComment(dated(args) as unknown as NewComment),
      edit: ({ id, text }) => this.edit(String(id), String(text)),
      remove: ({ id }) => this.remove(String(id)),
      thread: ({ postId }) => this.thread(String(postId)),
    };
  }

  private renderPage(): string {
    const shown = (item: FakePost | FakeComment): { author: string; at: string; text: string } => ({
      author: item.from.name,
      at: item.at,
      text: item.text,
    });
    const commentsOf = (postId: string, parentId?: string): FakeComment[] =>
      this.thread(postId).filter((comment) => comment.parentId === parentId);
    const sections = this.world.pages.map((page) => ({
      name: page.name,
      texts: this.world.posts
        .filter(
          (post) => !post.removed && (post.wallPageId === page.id || post.taggedPageIds.includes(page.id)),
        )
        .reverse()
        .map((post) => ({
          ...shown(post),
          answers: commentsOf(post.id).map((comment) => ({
            ...shown(comment),
            answers: commentsOf(post.id, comment.id).map(shown),
          })),
        })),
    }));
    return renderSimPage('Facebook (made up)', sections);
  }
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`nothing has the id ${id}`);
  return item;
}
