import type { Clock } from '@heard/core';
import { renderSimPage, type ShownText } from '../sim-page.js';
import type { GivenPrivately } from '../graph-sim-private.js';
import { SimServer, type SimFault } from '../sim-server.js';
import { InstagramWireFormat } from './instagram.fake-api.js';
import type { InstagramFlavour } from './instagram.settings.js';
import {
  emptyWorld,
  type FakeAccount,
  type FakeMedia,
  type FakeRemark,
  type InstagramWorld,
  type NewMedia,
  type NewRemark,
} from './instagram.world.js';

/** How the made-up Instagram behaves. */
export interface InstagramFakeOptions {
  readonly clock: Clock;
  readonly world?: InstagramWorld;
  /** The most items on one page, whatever is asked for. */
  readonly pageSize?: number;
  readonly controlKey?: string;
}

const PERMISSIONS: Readonly<Record<InstagramFlavour, readonly string[]>> = {
  facebook: [
    'instagram_basic',
    'instagram_manage_comments',
    'pages_read_engagement',
    'instagram_manage_messages',
  ],
  instagram: [
    'instagram_business_basic',
    'instagram_business_manage_comments',
    'instagram_business_manage_messages',
  ],
};

/** The made-up Instagram, both flavours of its API on one server, and a page for people at `/`. */
export class InstagramFake {
  readonly world: InstagramWorld;
  readonly server: SimServer;
  private readonly api: InstagramWireFormat;

  constructor(private readonly options: InstagramFakeOptions) {
    this.world = options.world ?? emptyWorld();
    this.api = new InstagramWireFormat(this, options.pageSize ?? 50, () => this.server.baseUrl);
    const platform = {
      answer: this.api.answer.bind(this.api),
      throttled: this.api.throttled.bind(this.api),
      page: () => this.renderPage(),
      controls: this.controls(),
    };
    this.server = new SimServer(platform, options.controlKey);
  }

  /** Rebuilds the platform from what `toJSON` gave. */
  static from(world: unknown, options: Omit<InstagramFakeOptions, 'world'>): InstagramFake {
    return new InstagramFake({ ...options, world: structuredClone(world) as InstagramWorld });
  }

  toJSON(): InstagramWorld {
    return structuredClone(this.world);
  }

  listen(port?: number): Promise<{ baseUrl: string }> {
    return this.server.listen(port);
  }

  close(): Promise<void> {
    return this.server.close();
  }

  addAccount(username: string, flavour: InstagramFlavour = 'instagram', id = this.nextId()): FakeAccount {
    const token = `${flavour === 'facebook' ? 'EAA' : 'IGA'}sim${id}token`;
    const account: FakeAccount = {
      id,
      username,
      flavour,
      token,
      tokenState: 'alive',
      permissions: [...PERMISSIONS[flavour]],
    };
    this.world.accounts.push(account);
    return account;
  }

  /** The app lacks the feature that hashtags take. */
  closeHashtags(): void {
    this.api.hashtags.isClosed = true;
  }

  /** What a person would fill in to connect this account. */
  settingsOf(accountId: string): Record<string, string> {
    const { token, flavour } = this.account(accountId);
    const { appId, appSecret } = this.world;
    return { accountId, token, flavour, ...(flavour === 'facebook' && { appId, appSecret }) };
  }

  addMedia({
    accountId,
    username,
    text,
    at = this.options.clock.now(),
    tags = [],
    mentions = [],
  }: NewMedia): string {
    const id = this.nextId();
    const author = username ?? this.account(accountId ?? '').username;
    const audience = { taggedAccountIds: tags, mentionedAccountIds: mentions };
    this.world.media.push({
      id,
      accountId,
      username: author,
      ...audience,
      text,
      at: at.toISOString(),
      removed: false,
    });
    return id;
  }

  /** Adds a comment; a reply to a reply goes under the top comment. */
  addComment({
    mediaId,
    parentId,
    username,
    text,
    at = this.options.clock.now(),
    mentions = [],
  }: NewRemark): string {
    const id = this.nextId();
    const owner = this.world.accounts.find((account) => account.id === this.media(mediaId).accountId);
    const author = username ?? owner?.username ?? 'nobody';
    const known = this.world.remarks.find((remark) => remark.username === author)?.userId;
    const account = this.world.accounts.find((candidate) => candidate.username === author);
    const parent = parentId === undefined ? undefined : this.remark(parentId);
    this.world.remarks.push({
      id,
      mediaId,
      parentId: parent?.parentId ?? parent?.id,
      username: author,
      userId: account?.id ?? known ?? `66${id}`,
      mentionedAccountIds: mentions,
      text,
      at: at.toISOString(),
      hidden: false,
      removed: false,
    });
    return id;
  }

  edit(id: string, text: string): void {
    this.text(id).text = text;
  }

  remove(id: string): void {
    this.text(id).removed = true;
  }

  hide(id: string): void {
    this.remark(id).hidden = true;
  }

  expireToken(accountId: string): void {
    this.account(accountId).tokenState = 'expired';
  }

  /** The list of tags is refused; the others are not. */
  closeTags(): void {
    this.api.tagsClosed = true;
  }

  dropPermission(accountId: string, permission: string): void {
    const account = this.account(accountId);
    account.permissions = account.permissions.filter((held) => held !== permission);
  }

  /** What customers were told in private. */
  get givenPrivately(): readonly GivenPrivately[] {
    return this.api.inbox.given;
  }

  get now(): Date {
    return this.options.clock.now();
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

  /** What is public under a media, oldest first. */
  thread(mediaId: string): readonly FakeRemark[] {
    return this.world.remarks.filter(
      (remark) => remark.mediaId === mediaId && !remark.removed && !remark.hidden,
    );
  }

  account(id: string): FakeAccount {
    return found(this.world.accounts, id);
  }

  media(id: string): FakeMedia {
    return found(this.world.media, id);
  }

  remark(id: string): FakeRemark {
    return found(this.world.remarks, id);
  }

  private text(id: string): FakeMedia | FakeRemark {
    return this.world.media.find((media) => media.id === id) ?? this.remark(id);
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
      media: (args) => this.addMedia(dated(args) as unknown as NewMedia),
      comment: (args) => this.addComment(dated(args) as unknown as NewRemark),
      edit: ({ id, text }) => this.edit(String(id), String(text)),
      remove: ({ id }) => this.remove(String(id)),
      thread: ({ mediaId }) => this.thread(String(mediaId)),
    };
  }

  private renderPage(): string {
    const shown = (item: FakeMedia | FakeRemark): ShownText => ({
      author: item.username,
      at: item.at,
      text: item.text,
    });
    const under = (mediaId: string, parentId?: string): FakeRemark[] =>
      this.thread(mediaId).filter((remark) => remark.parentId === parentId);
    const sections = this.world.accounts.map((account) => ({
      name: `@${account.username}`,
      texts: this.world.media
        .filter(({ removed }) => !removed)
        .filter(
          ({ accountId, taggedAccountIds }) =>
            accountId === account.id || taggedAccountIds.includes(account.id),
        )
        .reverse()
        .map((media) => ({
          ...shown(media),
          answers: under(media.id).map((top) => ({
            ...shown(top),
            answers: under(media.id, top.id).map(shown),
          })),
        })),
    }));
    return renderSimPage('Instagram (made up)', sections);
  }
}

function found<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((candidate) => candidate.id === id);
  if (item === undefined) throw new Error(`nothing has the id ${id}`);
  return item;
}
