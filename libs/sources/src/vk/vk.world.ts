/** A post on the community's wall, or on somebody else's with the community named in it. */
export interface FakeVkPost {
  readonly id: number;
  readonly ownerId: number;
  readonly fromId: number;
  text: string;
  readonly at: string;
  editedAt?: string;
  pinned: boolean;
  removed: boolean;
}

/** A comment under a post, in a topic, under a thing for sale, a photo or a video; `topId` is the comment whose thread it stands in. */
export interface FakeVkComment {
  readonly id: number;
  readonly place: 'wall' | 'topic' | 'market' | 'photo' | 'video';
  readonly placeId: number;
  readonly topId?: number;
  readonly replyTo?: number;
  readonly fromId: number;
  text: string;
  readonly at: string;
  removed: boolean;
}

/** A topic of the board. */
export interface FakeVkTopic {
  readonly id: number;
  readonly title: string;
  readonly at: string;
}

/** How a token stands. */
export type FakeVkTokenKind = 'service' | 'user' | 'community';

/** Everything the made-up VK holds; plain JSON. */
export interface VkWorld {
  lastId: number;
  groupId: number;
  title: string;
  tokens: { token: string; kind: FakeVkTokenKind; state: 'alive' | 'expired' }[];
  /** The community's wall can be read. */
  open: boolean;
  boardOpen: boolean;
  /** Rights of the community's token. */
  rights: string[];
  callback: { secret: string; confirmation: string; status: 'ok' | 'failed' | 'wait' | 'unconfigured' };
  people: { id: number; name: string }[];
  posts: FakeVkPost[];
  comments: FakeVkComment[];
  topics: FakeVkTopic[];
  /** Numbers of the things for sale. */
  things: number[];
  /** Comments made with a `guid`, by it. */
  guids: Record<string, number>;
}

/** A community without posts. */
export function emptyWorld(): VkWorld {
  return {
    lastId: 500,
    groupId: 2200,
    title: 'Книжная лавка «Маяк»',
    tokens: [
      { token: 'vk1.sim-service-token', kind: 'service', state: 'alive' },
      { token: 'vk1.sim-user-token', kind: 'user', state: 'alive' },
      { token: 'vk1.sim-community-token', kind: 'community', state: 'alive' },
    ],
    open: true,
    boardOpen: true,
    rights: ['wall', 'manage'],
    callback: { secret: 'sim-callback-secret', confirmation: 'c0nf1rm', status: 'ok' },
    people: [],
    posts: [],
    comments: [],
    topics: [],
    things: [],
    guids: {},
  };
}

/** A made-up person; the same name is the same person. */
export function personOf(world: VkWorld, name: string): number {
  const known = world.people.find((person) => person.name === name);
  if (known !== undefined) return known.id;
  const id = 1001 + world.people.length;
  world.people.push({ id, name });
  return id;
}
