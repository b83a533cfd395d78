import { createHmac } from 'node:crypto';
import type { PushDelivery } from '../push.js';
import type { FacebookFake } from './facebook.fake.js';

/** What the made-up Facebook tells of: a post or a comment, and what happened to it. */
export interface ToldChange {
  readonly id: string;
  readonly verb: 'add' | 'edited' | 'remove' | 'hide' | 'unhide';
}

/** A delivery as Facebook makes it: batched, escaped to ASCII, and signed with the app's secret. */
export function deliveryOf(
  fake: FacebookFake,
  pageId: string,
  changes: readonly ToldChange[],
  secret = fake.world.appSecret,
): PushDelivery {
  const time = Math.floor(fake.now.getTime() / 1_000);
  const entry = [{ id: pageId, time, changes: changes.map((change) => changeOf(fake, change)) }];
  const body = Buffer.from(asciiJson({ object: 'page', entry }));
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` };
  return { method: 'POST', query: {}, headers, body };
}

function changeOf(fake: FacebookFake, { id, verb }: ToldChange): unknown {
  const post = fake.world.posts.find((each) => each.id === id);
  const from = (post ?? fake.comment(id)).from;
  const removed = verb === 'remove';
  if (post) {
    const message = removed ? {} : { message: post.text };
    return { field: 'feed', value: { item: 'status', verb, post_id: id, from, ...message } };
  }
  const { postId, parentId = postId, at, text } = fake.comment(id);
  const value = {
    ...{ item: 'comment', verb, comment_id: id, post_id: postId, parent_id: parentId, from },
    ...{ created_time: Math.floor(Date.parse(at) / 1_000), ...(removed ? {} : { message: text }) },
  };
  return { field: 'feed', value };
}

function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u0080-\uffff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
