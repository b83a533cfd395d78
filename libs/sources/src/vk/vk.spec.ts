import { describeSource, type SourceRig } from '../contract.spec-suite.js';
import { ago } from '../rounds.spec-suite.js';
import { openVk } from './vk.spec-rig.js';

type Opened = Awaited<ReturnType<typeof openVk>>;

function rigOf({ fake, source, close }: Opened, add: SourceRig['add']): SourceRig {
  return {
    source,
    add,
    close,
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    // VK links to no pages: lists go on by offset or by the last comment.
    expireToken: () => fake.setToken('user', 'expired'),
    dropReadPermission: () => (fake.world.open = false),
    requests: () => fake.server.counters.requests,
    secrets: [...fake.world.tokens.map(({ token }) => token), fake.world.callback.secret],
  };
}

describeSource('VK, by its posts,', async () => {
  const opened = await openVk();
  return rigOf(opened, (text, at) => opened.fake.addPost({ author: 'Ольга Крылова', text, at }));
});

describeSource('VK, by its comments,', async () => {
  const opened = await openVk();
  const postId = opened.fake.addPost({ text: 'Новинки недели', at: ago(60) });
  return rigOf(opened, (text, at) => opened.fake.addComment({ postId, author: 'Пётр Лапин', text, at }));
});

describeSource('VK, by its board,', async () => {
  const opened = await openVk();
  const topicId = opened.fake.addTopic('Отзывы', ago(60));
  return rigOf(opened, (text, at) => opened.fake.addComment({ topicId, author: 'Пётр Лапин', text, at }));
});
