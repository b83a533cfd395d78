import { isFault, type CollectedMention } from '@heard/core';
import { createHttpClient } from '@heard/http';
import type { Cursor, Page } from '../source.js';
import type { SimFault } from '../sim-server.js';
import { VkFake } from './vk.fake.js';
import { validateVk } from './vk.settings.js';
import { VkSource } from './vk.source.js';

const START = Date.parse('2026-11-22T10:00:00Z');
const FAULTS: readonly SimFault[] = ['500', 'reset', 'throttle', 'truncate', 'html'];
const { signal } = new AbortController();

/** Numbers that look random and are the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a listener would have stored: the last words of each mention, and how often it was missing from whole lists. */
class Stored {
  private readonly byKey = new Map<string, { mention: CollectedMention; seenAt: number; absent: number }>();

  take({ mentions, gone = [], whole = [] }: Page, now: number): void {
    for (const mention of mentions)
      this.byKey.set(`${mention.kind} ${mention.externalId}`, { mention, seenAt: now, absent: 0 });
    for (const { kind, externalId } of gone) this.byKey.delete(`${kind} ${externalId}`);
    for (const { rootExternalId, startedAt, from } of whole) {
      for (const [key, each] of this.byKey) {
        const isListed = each.mention.rootExternalId === rootExternalId;
        const isOld = from !== undefined && (each.mention.postedAt ?? from) < from;
        if (!isListed || isOld || each.seenAt >= startedAt.getTime()) continue;
        each.absent += 1;
        if (each.absent >= 2) this.byKey.delete(key);
      }
    }
  }

  texts(): Record<string, string> {
    return Object.fromEntries([...this.byKey].map(([key, { mention }]) => [key, mention.text]));
  }
}

/** People who write, edit and delete while the wall is read. */
class Crowd {
  readonly posts: string[] = [];
  private readonly comments: { id: string; under: string }[] = [];
  private said = 0;

  constructor(
    private readonly fake: VkFake,
    private readonly random: () => number,
    private readonly topicId: string,
  ) {}

  act(): void {
    const chance = this.random();
    const text = `Слова ${(this.said += 1)}`;
    const post = this.posts[Math.floor(this.random() * this.posts.length)];
    const comment = this.comments[Math.floor(this.random() * this.comments.length)];
    if (chance < 0.06 || post === undefined)
      this.posts.push(this.fake.addPost({ author: 'Ольга Крылова', text }));
    else if (chance < 0.6) this.comment(chance < 0.2 ? { topicId: this.topicId } : { postId: post }, text);
    else if (comment === undefined) return;
    else if (chance < 0.8 && !comment.under.startsWith('topic'))
      this.comment({ postId: comment.under, replyTo: comment.id }, text);
    else if (chance < 0.9) this.fake.edit(comment.id, text);
    else if (chance < 0.97) this.remove(comment.id);
    else this.removePost(post);
  }

  private comment(under: { postId?: string; topicId?: string; replyTo?: string }, text: string): void {
    const id = this.fake.addComment({ ...under, author: 'Пётр Лапин', text });
    this.comments.push({ id, under: under.postId ?? under.topicId ?? '' });
  }

  private remove(id: string): void {
    this.fake.remove(id);
    this.comments.splice(
      this.comments.findIndex((each) => each.id === id),
      1,
    );
  }

  private removePost(post: string): void {
    this.fake.remove(post);
    this.posts.splice(this.posts.indexOf(post), 1);
    for (const each of this.comments.filter(({ under }) => under === post)) this.remove(each.id);
  }
}

/** What VK shows now, under the names that mentions have. */
function shown(fake: VkFake): Record<string, string> {
  const { posts, comments, groupId } = fake.world;
  const there = new Set(posts.filter(({ removed }) => !removed).map(({ id }) => id));
  const own = posts
    .filter(({ removed }) => !removed)
    .map(({ id, text }) => [`post -${groupId}_${id}`, text] as const);
  const under = comments
    .filter(({ removed, place, placeId }) => !removed && (place === 'topic' || there.has(placeId)))
    .map(({ id, place, placeId, topId, text }) => {
      const kind = topId === undefined ? 'comment' : 'reply';
      return [`${kind} ${place === 'topic' ? 'topic' : ''}-${groupId}_${placeId}_${id}`, text] as const;
    });
  return Object.fromEntries([...own, ...under]);
}

describe('VK while everything changes and much fails', () => {
  let close = (): Promise<void> => Promise.resolve();
  afterEach(() => close());

  it.each([1, 2])(
    'is stored as it is in the end (seed %i)',
    async (seed) => {
      let nowMs = START;
      const clock = { now: () => new Date(nowMs) };
      const random = seeded(seed);
      const fake = new VkFake({ clock, pageSize: 4 });
      const { baseUrl } = await fake.listen();
      const http = createHttpClient({ allowPrivateAddresses: [baseUrl] });
      close = async () => {
        http.close();
        await fake.close();
      };
      const checked = validateVk(fake.settings());
      if (!checked.ok) throw new Error('settings refused');
      const crowd = new Crowd(fake, random, fake.addTopic('Отзывы'));
      const stored = new Stored();
      let cursor: Cursor | undefined;

      /** One request of a new process each time, as after a crash; a page may be lost before it is stored. */
      const step = async (chaos: boolean): Promise<boolean> => {
        nowMs += 1_000;
        if (chaos && random() < 0.15) fake.failNext(1, FAULTS[Math.floor(random() * FAULTS.length)] ?? '500');
        const source = new VkSource(checked.settings, { http, baseUrl, clock });
        try {
          const page = await source.collect(cursor && (JSON.parse(JSON.stringify(cursor)) as Cursor), signal);
          if (chaos && random() < 0.1) return true;
          stored.take(page, nowMs);
          cursor = page.cursor;
          return page.more;
        } catch (error) {
          if (!isFault(error, 'unavailable', 'throttled')) throw error;
          return true;
        }
      };

      for (let steps = 0; steps < 200; steps += 1) {
        for (let acts = Math.floor(random() * 3); acts > 0; acts -= 1) crowd.act();
        await step(true);
      }
      // A thread is read whole once in as many rounds as there are posts, and what is absent must be missed twice.
      for (let rounds = 0; rounds < 2 * crowd.posts.length + 3; rounds += 1) while (await step(false));
      expect(stored.texts()).toEqual(shown(fake));
    },
    300_000,
  );
});
