import { Fault } from '@heard/core';
import type { HttpClient, HttpRequest } from '@heard/http';
import { RIG_TIME } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import type { Page } from '../source.js';
import { openVk } from './vk.spec-rig.js';
import { VkSource } from './vk.source.js';

const DAY = 24 * 60;
const { signal } = new AbortController();

describe('what was said in a VK community before it was listened to', () => {
  let rig: Awaited<ReturnType<typeof openVk>>;
  let posts: string[];

  /** Forty posts and a topic of last week, each with three comments. */
  beforeEach(async () => {
    rig = await openVk(100);
    posts = Array.from({ length: 40 }, (_, nth) =>
      rig.fake.addPost({ text: `Пост ${nth}`, at: ago(7 * DAY + nth) }),
    );
    const topicId = rig.fake.addTopic('Отзывы', ago(6 * DAY));
    for (const place of [...posts.map((postId) => ({ postId })), { topicId }])
      for (let nth = 0; nth < 3; nth += 1)
        rig.fake.addComment({ ...place, text: `Давно ${nth}`, at: ago(6 * DAY) });
  });

  afterEach(() => rig.close());

  const isAtThreads = ({ cursor }: Page): boolean => JSON.stringify(cursor['step']).includes('threads');
  const later = (ms: number): void => void (rig.clock.at = new Date(rig.clock.at.getTime() + ms));

  it('does not delay what is new by more than a minute, and is read to its end', async () => {
    let page = await rig.source.collect(undefined, signal);
    const seen = new Set<string>();
    const take = async (): Promise<void> => {
      page = await rig.source.collect(page.cursor, signal);
      for (const { externalId } of page.mentions) seen.add(externalId);
    };
    while (!isAtThreads(page)) await take();
    await take();
    const late = rig.fake.addPost({ text: 'Только что', at: ago(0) });
    later(60_000);
    await take();
    await take();
    expect([page.more, seen.has(late)]).toEqual([true, true]);
    const { mentions } = await readRound(rig.source, page.cursor);
    const comments = [...seen, ...mentions.map(({ externalId }) => externalId)].filter((id) =>
      /_\d+_/.test(id),
    );
    expect(new Set(comments).size).toBe(41 * 3);
  });

  it('comes after what is said now', async () => {
    let page = await rig.source.collect(undefined, signal);
    while (!isAtThreads(page)) page = await rig.source.collect(page.cursor, signal);
    page = await rig.source.collect(page.cursor, signal);
    later(60_000);
    const fresh = rig.fake.addPost({ text: 'Сегодня', at: ago(1) });
    const late = rig.fake.addComment({ postId: fresh, text: 'И где заказ?', at: ago(0) });
    page = await rig.source.collect(page.cursor, signal);
    while (!isAtThreads(page)) page = await rig.source.collect(page.cursor, signal);
    const next = await rig.source.collect(page.cursor, signal);
    expect(next.mentions.map(({ externalId }) => externalId)).toContain(late);
    expect(next.more).toBe(true);
  });

  it('has its own share of the calls: without it, what is new is read all the same', async () => {
    const asked: HttpRequest[] = [];
    const scarce: HttpClient = {
      ...rig.context.http,
      request: (request) => {
        asked.push(request);
        if (request.purpose !== 'backfill') return rig.context.http.request(request);
        const retryAt = new Date(RIG_TIME.getTime() + 3_600_000);
        throw new Fault('throttled', 'none left', { code: 'calls_spent', retryAt });
      },
    };
    const source = new VkSource(rig.settings, { ...rig.context, http: scarce });
    const first = await readRound(source);
    expect(first.mentions.map(({ text }) => text)).not.toContain('Давно 0');
    expect(asked.filter(({ purpose }) => purpose === 'backfill')).toHaveLength(1);
    const late = rig.fake.addComment({ postId: posts[39] ?? '', text: 'До сих пор ничего', at: ago(0) });
    const second = await readRound(source, first.cursor);
    expect(second.mentions.map(({ externalId }) => externalId)).toContain(late);
    // What is old has come along where there was room.
    expect(second.mentions.map(({ text }) => text)).toContain('Давно 0');
    expect(asked.filter(({ purpose }) => purpose === 'backfill')).toHaveLength(1);
    later(3_600_000);
    const third = await readRound(rig.source, second.cursor);
    const read = [...second.mentions, ...third.mentions].filter(({ text }) => text.startsWith('Давно'));
    expect(new Set(read.map(({ externalId }) => externalId)).size).toBe(41 * 3);
  });
});
