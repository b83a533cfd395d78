import type { Clock } from '@heard/core';
import type { PushDelivery } from '../push.js';
import { renderSimPage, type ShownText } from '../sim-page.js';
import { SimServer, type SimFault } from '../sim-server.js';
import { VkWireFormat } from './vk.fake-api.js';
import { wireComment, wirePlace, wirePost } from './vk.fake-wire.js';
import { emptyWorld, personOf, type FakeVkComment, type FakeVkPost, type VkWorld } from './vk.world.js';

/** How the made-up VK behaves. */
export interface VkFakeOptions {
  readonly clock: Clock;
  readonly world?: VkWorld;
  /** The most items on one page, whatever is asked for. */
  readonly pageSize?: number;
  readonly controlKey?: string;
}

/** A new post; without an author the community's own, `elsewhere` on the author's wall, naming the community. */
export interface NewVkPost {
  readonly author?: string;
  readonly text: string;
  readonly at?: Date;
  readonly elsewhere?: boolean;
}

/** A new comment under a post or in a topic; without an author the community's own. */
export interface NewVkComment {
  readonly postId?: string;
  readonly topicId?: string;
  readonly replyTo?: string;
  readonly author?: string;
  readonly text: string;
  readonly at?: Date;
}

/** The made-up VK: the API's wire format and errors over real HTTP, the Callback API's bodies, and a page for people at `/`. */
export class VkFake {
  readonly world: VkWorld;
  readonly server: SimServer;
  readonly api: VkWireFormat;
  private emptyLeft = 0;
  private lastEvent = 0;

  constructor(private readonly options: VkFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new VkWireFormat(this.world, options.pageSize ?? 100, options.clock, () => this.takeEmpty());
    const platform = {
      answer: this.api.answer.bind(this.api),
      throttled: this.api.throttled.bind(this.api),
      page: () => this.renderPage(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<VkFakeOptions, 'world'>): VkFake {
    return new VkFake({ ...options, world: structuredClone(world) as VkWorld });
  }

  toJSON(): VkWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  /** What a person would fill in to connect the community, reading with a user's token or an app's. */
  settings(reads: 'user' | 'service' = 'user'): Record<string, string> {
    const token = (kind: string): string =>
      this.world.tokens.find((known) => known.kind === kind)?.token ?? '';
    return {
      groupId: String(this.world.groupId),
      accessToken: token(reads),
      communityToken: token('community'),
      callbackSecret: this.world.callback.secret,
      callbackConfirmation: this.world.callback.confirmation,
    };
  }

  /** Adds a post and gives its id among mentions. */
  addPost({ author, text, at = this.options.clock.now(), elsewhere }: NewVkPost): string {
    const fromId = author === undefined ? -this.world.groupId : personOf(this.world, author);
    const ownerId = elsewhere ? fromId : -this.world.groupId;
    const id = this.nextId();
    this.world.posts.push({ id, ownerId, fromId, text, at: at.toISOString(), pinned: false, removed: false });
    return `${ownerId}_${id}`;
  }

  addTopic(title: string, at = this.options.clock.now()): string {
    const id = this.nextId();
    this.world.topics.push({ id, title, at: at.toISOString() });
    return `topic-${this.world.groupId}_${id}`;
  }

  /** Adds a comment and gives its id among mentions. */
  addComment({
    postId,
    topicId,
    replyTo,
    author,
    text,
    at = this.options.clock.now(),
  }: NewVkComment): string {
    const under = postId ?? topicId ?? '';
    const parent = replyTo === undefined ? undefined : this.comment(replyTo);
    const id = this.nextId();
    this.world.comments.push({
      id,
      place: topicId === undefined ? 'wall' : 'topic',
      placeId: lastNumber(under),
      topId: parent?.topId ?? parent?.id,
      replyTo: parent?.id,
      fromId: author === undefined ? -this.world.groupId : personOf(this.world, author),
      text,
      at: at.toISOString(),
      removed: false,
    });
    return `${under}_${id}`;
  }

  /** A comment under a thing for sale; gives its id among mentions. */
  addMarketComment(placeId: number, author: string, text: string, at = this.options.clock.now()): string {
    const { things, comments, groupId } = this.world;
    if (!things.includes(placeId)) things.push(placeId);
    const id = this.nextId();
    const fromId = personOf(this.world, author);
    comments.push({ id, place: 'market', placeId, fromId, text, at: at.toISOString(), removed: false });
    return `market-${groupId}_${placeId}_${id}`;
  }

  /** A comment on a photo or a video, of which VK tells by push alone; gives its id among mentions. */
  addMediaComment(place: 'photo' | 'video', placeId: number, author: string, text: string): string {
    const { comments, groupId } = this.world;
    const id = this.nextId();
    const at = this.options.clock.now().toISOString();
    comments.push({ id, place, placeId, fromId: personOf(this.world, author), text, at, removed: false });
    return `${place}-${groupId}_${placeId}_${id}`;
  }

  edit(id: string, text: string, at = this.options.clock.now()): void {
    const found = this.find(id);
    found.text = text;
    if ('pinned' in found) found.editedAt = at.toISOString();
  }

  remove(id: string): void {
    this.find(id).removed = true;
  }

  pin(id: string): void {
    for (const post of this.world.posts) post.pinned = post.id === lastNumber(id);
  }

  setToken(kind: string, state: 'alive' | 'expired'): void {
    for (const token of this.world.tokens) if (token.kind === kind) token.state = state;
  }

  failNext(count: number, kind: SimFault, only?: RegExp): void {
    this.server.failNext(count, kind, only);
  }

  /** These methods, and no others, were called too often today. */
  spend(...methods: string[]): void {
    this.api.spent.clear();
    for (const method of methods) this.api.spent.add(method);
  }

  /** The next `count` lists come empty, though their count says otherwise. */
  emptyPages(count: number): void {
    this.emptyLeft = count;
  }

  /** What VK would post to us about a text of this world. */
  deliver(type: string, id: string): PushDelivery {
    const found = this.find(id);
    const object = 'ownerId' in found ? wirePost(this.world, found) : this.objectOf(type, found);
    return this.envelope(type, object);
  }

  /** A delivery with any object, as VK would post it. */
  envelope(type: string, object?: unknown): PushDelivery {
    this.lastEvent += 1;
    const { groupId, callback } = this.world;
    const body = {
      type,
      group_id: groupId,
      event_id: `e${this.lastEvent}f0`,
      v: '5.199',
      secret: callback.secret,
      object,
    };
    return {
      method: 'POST',
      query: {},
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
    };
  }

  post(id: string): FakeVkPost {
    return foundIn(this.world.posts, id);
  }

  comment(id: string): FakeVkComment {
    return foundIn(this.world.comments, id);
  }

  private find(id: string): FakeVkPost | FakeVkComment {
    return this.world.posts.find((post) => post.id === lastNumber(id)) ?? this.comment(id);
  }

  private objectOf(type: string, comment: FakeVkComment): unknown {
    const place = wirePlace(this.world, comment, type);
    const deleter = {
      deleter_id: comment.fromId,
      ...(comment.place === 'photo' && { user_id: comment.fromId }),
    };
    if (type.endsWith('_delete')) return { ...place, id: comment.id, ...deleter };
    return { ...wireComment(this.world, comment), ...place };
  }

  private takeEmpty(): boolean {
    if (this.emptyLeft === 0) return false;
    this.emptyLeft -= 1;
    return true;
  }

  private nextId(): number {
    this.world.lastId += 1;
    return this.world.lastId;
  }

  private renderPage(): string {
    const nameOf = (id: number): string =>
      this.world.people.find((person) => person.id === id)?.name ?? this.world.title;
    const shown = ({ fromId, at, text }: FakeVkPost | FakeVkComment): ShownText => ({
      author: nameOf(fromId),
      at,
      text,
    });
    const under = (place: string, placeId: number): ShownText[] =>
      this.world.comments
        .filter((comment) => comment.place === place && comment.placeId === placeId && !comment.removed)
        .map(shown);
    const posts = this.world.posts.filter(({ removed }) => !removed).toReversed();
    const topics = this.world.topics.map(({ id, title, at }) => ({
      ...{ author: this.world.title, at, text: title },
      answers: under('topic', id),
    }));
    return renderSimPage('VK (made up)', [
      {
        name: this.world.title,
        texts: posts.map((post) => ({ ...shown(post), answers: under('wall', post.id) })),
      },
      { name: 'Обсуждения', texts: topics },
    ]);
  }
}

function lastNumber(id: string): number {
  return Number(id.slice(id.lastIndexOf('_') + 1));
}

function foundIn<T extends { readonly id: number }>(list: readonly T[], id: string): T {
  const item = list.find((candidate) => candidate.id === lastNumber(id));
  if (item === undefined) throw new Error(`nothing has the id ${id}`);
  return item;
}
