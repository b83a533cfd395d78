import type { PushDelivery } from '@heard/sources';
import { deliveryOf, FacebookFake, FeedFake, GoogleFake, type SimServer, VkFake } from '@heard/sources/fakes';
import type { Clock } from '@heard/core';

/** One made-up platform and how people use it; each act gives the id of the text and what the platform tells of it. */
export interface Player {
  readonly platform: string;
  readonly server: Pick<SimServer, 'baseUrl' | 'close' | 'arrived' | 'failByChance'> & {
    listen(): Promise<unknown>;
  };
  /** The hosts of its API that the made-up platform stands for. */
  readonly hosts: readonly string[];
  settings(): Record<string, string>;
  /** Lets go of more than the server. */
  close?(): Promise<void>;
  write(text: string, random: () => number): Act;
  /** Absent where nobody can change a text, or the change is not shown. */
  edit?(id: string, text: string): Act;
  /** Absent where the platform never tells that something is gone. */
  remove?(id: string): Act;
  /** One more text below everything that can be written below. */
  lastWords?(text: string): Act[];
  /** It tells of texts, and not whether they still stand. */
  readonly tellsNoState?: boolean;
  /** Only a webhook tells what is gone. */
  readonly tellsGoneByPushOnly?: boolean;
}

/** What somebody did, and what the platform would tell of it. */
export interface Act {
  /** As mentions have it. */
  readonly id: string;
  /** Others stand below it: it stays as it is. */
  readonly stays?: boolean;
  readonly told?: PushDelivery;
}

const postEvery = 0.02;

/** A page whose visitors write below its posts. */
export function facebookPlayer(clock: Clock): Player {
  const fake = new FacebookFake({ clock, pageSize: 50 });
  const page = fake.addPage('Книгарня «Ліхтар»', '500600');
  const posts: string[] = [];
  const bare = (id: string): string => id.slice(id.lastIndexOf('_') + 1);
  const full = (id: string): string => fake.comment(id).id;
  const told = (id: string, verb: 'add' | 'edited' | 'remove'): PushDelivery =>
    deliveryOf(fake, page.id, [{ id, verb }]);
  const comment = (postId: string, name: string, text: string): Act => {
    const id = fake.addComment({ postId, author: { name }, text });
    return { id: bare(id), told: told(id, 'add') };
  };
  return {
    platform: 'facebook',
    server: fake.server,
    hosts: ['facebook'],
    tellsGoneByPushOnly: true,
    settings: () => fake.settingsOf(page.id),
    write(text, random) {
      const post = pick(posts, random);
      if (post === undefined || random() < postEvery) {
        const id = fake.addPost({ pageId: page.id, author: { name: 'Олена Гриценко' }, text });
        posts.push(id);
        return { id, stays: true, told: told(id, 'add') };
      }
      return comment(post, `Reader ${Math.ceil(random() * 99)}`, text);
    },
    edit(id, text) {
      fake.edit(full(id), text);
      return { id, told: told(full(id), 'edited') };
    },
    remove(id) {
      fake.remove(full(id));
      return { id, told: told(full(id), 'remove') };
    },
    lastWords: (text) => posts.map((post) => comment(post, 'Олена Гриценко', text)),
  };
}

/** A place that is reviewed. */
export function googlePlayer(clock: Clock): Player {
  const fake = new GoogleFake({ clock });
  const pushToken = 'a-word-of-the-shop-1';
  const told = (id: string): PushDelivery => fake.push.deliver(id, { word: pushToken });
  return {
    platform: 'google',
    server: fake.server,
    hosts: ['google', 'googleOauth'],
    settings: () => ({ ...fake.settings(), pushToken }),
    write(text, random) {
      const id = fake.addReview({ author: 'Марія', stars: Math.ceil(random() * 5), text });
      return { id, told: told(id) };
    },
    edit(id, text) {
      fake.edit(id, { text });
      return { id, told: told(id) };
    },
    remove(id) {
      fake.remove(id);
      return { id };
    },
  };
}

/** A community with few posts and many comments. */
export function vkPlayer(clock: Clock): Player {
  const fake = new VkFake({ clock });
  const posts: string[] = [];
  return {
    platform: 'vk',
    server: fake.server,
    hosts: ['vk'],
    settings: () => fake.settings(),
    write(text, random) {
      const post = pick(posts, random);
      if (post === undefined || (posts.length < 5 && random() < postEvery)) {
        const id = fake.addPost({ author: 'Ольга Крылова', text });
        posts.push(id);
        return { id, stays: true, told: fake.deliver('wall_post_new', id) };
      }
      const id = fake.addComment({ postId: post, author: `Читатель ${Math.ceil(random() * 99)}`, text });
      return { id, told: fake.deliver('wall_reply_new', id) };
    },
    edit(id, text) {
      fake.edit(id, text);
      return { id, told: fake.deliver('wall_reply_edit', id) };
    },
    remove(id) {
      const told = fake.deliver('wall_reply_delete', id);
      fake.remove(id);
      return { id, told };
    },
  };
}

/** A site with a feed in parts; what its editors take away is never told. */
export function feedPlayer(clock: Clock): Player {
  const fake = new FeedFake(clock, 50);
  return {
    platform: 'feed',
    server: fake.server,
    hosts: [],
    settings: () => ({ url: `${fake.server.baseUrl}/feed.json` }),
    write: (text) => ({ id: fake.add(text) }),
    edit(id, text) {
      fake.edit(id, text);
      return { id };
    },
  };
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}
