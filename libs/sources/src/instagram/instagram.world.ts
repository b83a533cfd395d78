import type { InstagramFlavour } from './instagram.settings.js';

/** An account of the made-up Instagram. */
export interface FakeAccount {
  readonly id: string;
  readonly username: string;
  readonly flavour: InstagramFlavour;
  readonly token: string;
  tokenState: 'alive' | 'expired';
  /** When the token was made, and when it ends; long ago, and never, where nothing is said. */
  tokenMadeAt?: string;
  tokenUntil?: string;
  /** The last token that was made of it. */
  renewed?: { token: string; times: number; madeAt: string; until: string };
  permissions: string[];
  /** Hashtags that were searched, and when. */
  searched?: { readonly name: string; readonly at: string }[];
}

/** A photo or video, of an account we know or of anybody. */
export interface FakeMedia {
  readonly id: string;
  readonly accountId?: string;
  readonly username: string;
  readonly taggedAccountIds: readonly string[];
  readonly mentionedAccountIds: readonly string[];
  text: string;
  readonly at: string;
  removed: boolean;
}

/** A comment or a reply. */
export interface FakeRemark {
  readonly id: string;
  readonly mediaId: string;
  readonly parentId?: string;
  readonly username: string;
  readonly userId: string;
  readonly mentionedAccountIds: readonly string[];
  text: string;
  readonly at: string;
  hidden: boolean;
  removed: boolean;
}

/** Everything the made-up Instagram holds; plain JSON. */
export interface InstagramWorld {
  lastId: number;
  appId: string;
  appSecret: string;
  accounts: FakeAccount[];
  media: FakeMedia[];
  remarks: FakeRemark[];
}

/** A new media; without `accountId` it is somebody else's. */
export interface NewMedia {
  readonly accountId?: string;
  readonly username?: string;
  readonly text: string;
  readonly at?: Date;
  readonly tags?: readonly string[];
  readonly mentions?: readonly string[];
}

/** A new comment; with `parentId` a reply, without `username` the account's own. */
export interface NewRemark {
  readonly mediaId: string;
  readonly parentId?: string;
  readonly username?: string;
  readonly text: string;
  readonly at?: Date;
  readonly mentions?: readonly string[];
}

/** An empty world. */
export function emptyWorld(): InstagramWorld {
  return {
    lastId: 17_950_000,
    appId: '900200',
    appSecret: 'sim-app-secret-900200',
    accounts: [],
    media: [],
    remarks: [],
  };
}
