/** A page of the made-up Facebook. */
export interface FakePage {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  tokenState: 'alive' | 'expired' | 'user';
  permissions: string[];
  /** The webhook fields that the app is subscribed to; absent where it is not. */
  subscribed?: string[];
  /** When the access to data ends, in unix seconds; never, if absent. */
  dataAccessEndsAt?: number;
}

/** A post: on a page's wall, or elsewhere and tagging pages. */
export interface FakePost {
  readonly id: string;
  readonly wallPageId?: string;
  readonly taggedPageIds: readonly string[];
  readonly from: { readonly id: string; readonly name: string };
  text: string;
  /** What Facebook says of it in words of its own. */
  readonly story?: string;
  readonly attachments?: readonly { readonly title?: string; readonly description?: string }[];
  readonly at: string;
  updatedAt: string;
  hidden: boolean;
  removed: boolean;
}

/** A comment or a reply. */
export interface FakeComment {
  readonly id: string;
  readonly postId: string;
  readonly parentId?: string;
  readonly from: { readonly id: string; readonly name: string };
  text: string;
  readonly at: string;
  hidden: boolean;
  removed: boolean;
}

/** Everything the made-up Facebook holds; plain JSON. */
export interface FacebookWorld {
  lastId: number;
  appId: string;
  appSecret: string;
  pages: FakePage[];
  posts: FakePost[];
  comments: FakeComment[];
  /** Errors about what is gone come without their subcode. */
  silentOnGone?: boolean;
}

/** Who writes: a made-up person; the same name is the same person. */
export interface FakeAuthor {
  readonly id?: string;
  readonly name: string;
}

/** An empty world. */
export function emptyWorld(): FacebookWorld {
  return {
    lastId: 1000,
    appId: '900100',
    appSecret: 'sim-app-secret-900100',
    pages: [],
    posts: [],
    comments: [],
  };
}
