/** A comment of the made-up YouTube, or a reply to one. */
export interface FakeRemark {
  readonly id: string;
  /** Of a reply. */
  readonly parentId?: string;
  readonly videoId: string;
  readonly author?: { readonly id?: string; readonly name: string };
  text: string;
  readonly at: string;
  updatedAt: string;
  removed: boolean;
  /** Waits for a look of the channel's owner. */
  held: boolean;
  /** YouTube takes it for spam, and shows it to the owner only. */
  isSpam?: boolean;
}

/** Everything the made-up YouTube holds; plain JSON. */
export interface YoutubeWorld {
  lastId: number;
  channelId: string;
  title: string;
  apiKey: string;
  clientId: string;
  clientSecret: string;
  refreshToken: string;
  access: 'open' | 'expired' | 'forbidden' | 'comments_off' | 'not_owner';
  /** Access tokens given out so far; only the newest is valid. */
  tokens: number;
  /** Units spent in the day that ends at this midnight in California. */
  units: { spent: number; until: string };
  remarks: FakeRemark[];
}

/** A new comment, or a reply to `parentId`; by the channel itself, somebody, or somebody without a channel. */
export interface NewRemark {
  readonly parentId?: string;
  readonly by?: 'channel' | { readonly id?: string; readonly name: string };
  readonly text: string;
  readonly at?: Date;
  readonly videoId?: string;
}

/** A channel without comments. */
export function emptyWorld(): YoutubeWorld {
  const names = {
    channelId: 'UClihtar000000000000001',
    title: 'Книгарня «Ліхтар»',
    clientId: 'sim-client.apps',
  };
  const secrets = {
    apiKey: 'AIzaSimYoutubeKey0001',
    clientSecret: 'sim-youtube-secret',
    refreshToken: '1//sim-youtube-refresh',
  };
  const units = { spent: 0, until: new Date(0).toISOString() };
  return { lastId: 0, ...names, ...secrets, access: 'open', tokens: 0, units, remarks: [] };
}
