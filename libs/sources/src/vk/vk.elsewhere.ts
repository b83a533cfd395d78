import { isFault, type CollectedMention } from '@heard/core';
import { isWithin, type WatchedPost } from '../watch-list.js';
import { countOf, dateOf, listOf, textOf, type Wire } from '../wire.js';
import type { VkApi } from './vk.api.js';
import { isOff, off, openList } from './vk.closed.js';
import type { VkCursor } from './vk.cursor.js';
import { nextPage, totalOf, tryAgain, type Collected } from './vk.lists.js';
import { namesOf, parseComment, parsePost } from './vk.parse.js';
import { placeId } from './vk.place.js';

const OVERLAP_MS = 10 * 60_000;
const MENTIONS_PAGE = 50;
const TOPICS_PAGE = 100;
const TOPICS_LIMIT = 200;

/** What stands outside the wall: mentions of the community on other walls, and the topics of its board. */
export class VkElsewhere {
  constructor(
    private readonly api: VkApi,
    private readonly groupId: string,
  ) {}

  /** Reads mentions newest first, down to those of the last round; a page goes on from the time of the last one's end. */
  async readMentions(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    const done: VkCursor = { ...cursor, step: { at: 'topics' } };
    if (isOff(cursor, 'mentions', this.api.now())) return { mentions: [], cursor: done, idle: true };
    const { until, last = [] } = cursor.step;
    const from = overlapped(cursor.mentionsTo, cursor.floorAt);
    const params = {
      owner_id: `-${this.groupId}`,
      start_time: seconds(from),
      end_time: until,
      count: MENTIONS_PAGE,
    };
    const answer = await openList(this.api, 'newsfeed.getMentions', params, signal);
    if (isFault(answer)) return { mentions: [], cursor: off(done, 'mentions', answer, this.api.now()) };
    const wires = listOf(answer['items'], 'list of mentions');
    const names = namesOf(answer);
    const mentions = wires
      .map((wire) => this.mentionOf(wire, names))
      .filter((mention) => mention !== undefined)
      .filter((mention) => isWithin(mention, from));
    const newestAt = [cursor.step.newestAt, ...wires.map(({ date }) => dateOf(date)?.toISOString())]
      .filter((at) => at !== undefined)
      .sort()
      .at(-1);
    const ids = wires.map((wire) => `${textOf(wire['owner_id'])}_${textOf(wire['id'])}`);
    const oldest = Math.min(...wires.map(({ date }) => countOf(date)));
    const again = tryAgain(cursor, ids, totalOf(answer));
    if (again !== undefined) return again;
    if (wires.length >= totalOf(answer) || ids.every((id) => last.includes(id))) {
      return { mentions, cursor: { ...done, mentionsTo: newestAt ?? cursor.mentionsTo } };
    }
    // A second that fills a whole page is passed; otherwise its mentions are read again with the next page.
    const end = oldest === until ? oldest - 1 : oldest;
    return { mentions, cursor: { ...cursor, step: { at: 'mentions', until: end, last: ids, newestAt } } };
  }

  /** Notes which topics have other counters than before; those last written to come first. */
  async readTopics(cursor: VkCursor, signal: AbortSignal): Promise<Collected> {
    const done: VkCursor = { ...cursor, step: { at: 'market' } };
    if (isOff(cursor, 'topics', this.api.now())) return { mentions: [], cursor: done, idle: true };
    const { offset = 0 } = cursor.step;
    const params = { group_id: this.groupId, order: 1, offset, count: TOPICS_PAGE };
    const answer = await openList(this.api, 'board.getTopics', params, signal);
    if (isFault(answer)) return { mentions: [], cursor: off(done, 'topics', answer, this.api.now()) };
    const wires = listOf(answer['items'], 'list of topics');
    const ids = wires.map((wire) => this.topicId(wire));
    const again = tryAgain(cursor, ids, totalOf(answer));
    if (again !== undefined) return again;
    const changed = wires.filter((wire) => isChanged(cursor, this.topicId(wire), wire));
    const read = wires.reduce((state, wire) => watchTopic(state, this.topicId(wire), wire), cursor);
    const isMore = offset + wires.length < totalOf(answer);
    if (isMore && changed.length > 0) {
      return { mentions: [], cursor: { ...read, step: { at: 'topics', ...nextPage(offset, ids) } } };
    }
    return { mentions: [], cursor: { ...read, step: { at: 'market' } } };
  }

  private mentionOf(wire: Wire, names: ReadonlyMap<string, string>): CollectedMention | undefined {
    const owner = textOf(wire['owner_id']);
    // What stands on our own wall is read there.
    if (owner === undefined || owner === `-${this.groupId}`) return undefined;
    const post = textOf(wire['post_id']);
    const isComment = textOf(wire['post_type']) === 'reply' && post !== undefined;
    if (!isComment) return parsePost(wire, this.groupId, names)?.mention;
    return parseComment(wire, { kind: 'wall', owner, id: post }, this.groupId, names);
  }

  private topicId(wire: Wire): string {
    return placeId({ kind: 'topic', owner: `-${this.groupId}`, id: textOf(wire['id']) ?? '0' });
  }
}

function isChanged(cursor: VkCursor, id: string, wire: Wire): boolean {
  const known = cursor.topics.find((topic) => topic.id === id);
  return known === undefined || known.comments !== countOf(wire['comments']);
}

/** Puts a topic among those looked after, and in the queue when its counter changed. */
function watchTopic(cursor: VkCursor, id: string, wire: Wire): VkCursor {
  const comments = countOf(wire['comments']);
  const known = cursor.topics.find((topic) => topic.id === id);
  const updatedAt = (dateOf(wire['updated']) ?? new Date(cursor.floorAt)).toISOString();
  // A topic of which nothing was said since the floor holds nothing to hand over.
  const before = known?.comments ?? (updatedAt < cursor.floorAt ? comments : -1);
  const topic: WatchedPost = { ...known, id, createdAt: updatedAt, comments: before, hash: '' };
  const topics = [topic, ...cursor.topics.filter((other) => other.id !== id)]
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, TOPICS_LIMIT);
  // It keeps its place in the middle of a long thread.
  const isQueued = cursor.queue.some(
    (task) => task.postId === id && task.comments === comments && !task.deep,
  );
  if (before === comments || isQueued) return { ...cursor, topics };
  const isOld = known === undefined && updatedAt < (cursor.startedAt ?? '');
  const others = cursor.queue.filter(({ postId, next }) => postId !== id || next !== undefined);
  const task = { postId: id, comments, deep: false, ...(isOld && { old: true }) };
  return { ...cursor, topics, queue: [...others, task] };
}

function overlapped(at: string | undefined, floorAt: string): string {
  if (at === undefined) return floorAt;
  const back = new Date(Date.parse(at) - OVERLAP_MS).toISOString();
  return back > floorAt ? back : floorAt;
}

function seconds(at: string): number {
  return Math.floor(Date.parse(at) / 1000);
}
