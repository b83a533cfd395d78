import { ago, readRound, targetOf } from '../rounds.spec-suite.js';
import { wireOf } from '../wire.js';
import { TOKENS } from './vk.fake-api.js';
import { vkFault } from './vk.faults.js';
import { VkSchema } from './vk-schema.spec-suite.js';
import { openVk } from './vk.spec-rig.js';

/** Described by VK elsewhere: the board's schema is not among the fixtures, and `execute` has no parameters there. */
const NOT_HERE = ['board.getTopics', 'board.getComments', 'board.createComment'];

describe("VK's own schema of its API", () => {
  const { signal } = new AbortController();
  const schema = new VkSchema();
  let rig: Awaited<ReturnType<typeof openVk>>;
  let postId: string;
  let commentId: string;

  beforeEach(async () => {
    rig = await openVk(100);
    postId = rig.fake.addPost({ text: 'Новинки', at: ago(50) });
    commentId = rig.fake.addComment({ postId, author: 'Ольга Крылова', text: 'Где заказ?', at: ago(40) });
    rig.fake.addComment({ postId, replyTo: commentId, text: 'Ищем', at: ago(30) });
    rig.fake.addPost({ author: 'Ольга Крылова', text: 'Никогда', elsewhere: true, at: ago(20) });
    const lost = rig.fake.addPost({ author: 'Ольга Крылова', text: 'Удалят', at: ago(20) });
    rig.fake.edit(lost, 'Уже правили');
    rig.fake.addMarketComment(9, 'Ольга Крылова', 'Пришло битым');
  });

  afterEach(() => rig.close());

  it('fits every call we make and every answer of the made-up VK', async () => {
    const first = await readRound(rig.source);
    rig.fake.remove(targetOf(first.mentions, 'Уже правили').externalId);
    const { mentions } = await readRound(rig.source, first.cursor);
    const comment = targetOf([...first.mentions, ...mentions], 'Где заказ?');
    const thing = targetOf(first.mentions, 'Пришло битым');
    for (const target of [comment, thing]) {
      await rig.source.reply(target, 'Позвоним', signal);
      await rig.source.findReply(target, 'Позвоним', ago(1), signal);
    }
    await rig.source.check(signal);
    const told = JSON.parse(rig.fake.deliver('wall_reply_new', commentId).body.toString()) as unknown;
    await rig.source.takePushed(told, signal);
    const { calls } = rig.fake.api;
    const described = calls.filter(({ method }) => !NOT_HERE.includes(method));
    const problems = described.flatMap(({ method, args, answer }) => schema.problemsOf(method, args, answer));
    // The schema left this one out; the method's page (dev.vk.com/method/wall.get) has it.
    expect(problems.filter((problem) => problem !== 'wall.get: owner_id is no parameter')).toEqual([]);
    expect(new Set(calls.map(({ method }) => method))).toEqual(
      new Set(
        Object.keys(TOKENS).filter(
          (method) =>
            method !== 'execute' && method !== 'board.createComment' && method !== 'board.getComments',
        ),
      ),
    );
  });

  it.each([
    ['wall_post_new', () => postId, 'callback_wall_post_new'],
    ['wall_reply_new', () => commentId, 'callback_wall_reply_new'],
    ['wall_reply_edit', () => commentId, 'callback_wall_reply_edit'],
    ['wall_reply_restore', () => commentId, 'callback_wall_reply_restore'],
  ])('fits what the Callback API tells: %s', (type, id, definition) => {
    const body = wireOf(JSON.parse(rig.fake.deliver(type, id()).body.toString()));
    expect(schema.problemsIn('callback_base', body)).toEqual([]);
    expect(schema.problemsIn(definition, body['object'])).toEqual([]);
  });

  it.each(['photo', 'video'] as const)('fits what the Callback API tells of comments on a %s', (place) => {
    const id = rig.fake.addMediaComment(place, 456, 'Ольга Крылова', 'Не моя книга');
    for (const what of ['new', 'edit', 'restore', 'delete']) {
      const body = wireOf(JSON.parse(rig.fake.deliver(`${place}_comment_${what}`, id).body.toString()));
      expect(schema.problemsIn('callback_base', body)).toEqual([]);
      const definition = `callback_${place}_comment${what === 'delete' ? '_delete' : ''}`;
      // The schema forgets, of photos, that the number of a community is below nothing.
      const problems = schema.problemsIn(definition, body['object']);
      expect(problems.filter((problem) => !problem.endsWith('owner_id must be >= 0'))).toEqual([]);
    }
  });

  it('agrees on which token a method takes', () => {
    const named = Object.entries(TOKENS).filter(([method]) => schema.tokensOf(method) !== undefined);
    const theirs = (tokens: readonly string[]): string[] =>
      tokens.map((token) => (token === 'community' ? 'group' : token)).toSorted();
    expect(named.length).toBeGreaterThan(10);
    for (const [method, tokens] of named)
      expect([method, theirs(tokens)]).toEqual([
        method,
        [...(schema.tokensOf(method) as string[])].toSorted(),
      ]);
  });

  it('knows every error that is read here', () => {
    const read = Array.from({ length: 4000 }, (_, number) => number).filter(
      (number) => vkFault({ error_code: number }, ago(0), []).code !== 'bad_request',
    );
    expect(read.filter((number) => schema.errors[String(number)] === undefined)).toEqual([]);
  });

  it('finds what is wrong: a parameter too many, one too few, an answer of another shape', () => {
    const problems = (args: Record<string, string>, answer: unknown) =>
      schema.problemsOf('wall.getComments', args, answer);
    expect(
      problems({ thread_items_count: '11', nonsense: '1' }, { count: 'two', items: [{ id: 1 }] }),
    ).toEqual([
      'wall.getComments: thread_items_count  must be <= 10',
      'wall.getComments: nonsense is no parameter',
      'wall.getComments: /response/count must be integer',
      "wall.getComments: /response/items/0 must have required property 'from_id'",
      "wall.getComments: /response/items/0 must have required property 'date'",
      "wall.getComments: /response/items/0 must have required property 'text'",
    ]);
    expect(schema.problemsOf('wall.createComment', {}, { comment_id: 1 })).toEqual([
      'wall.createComment: post_id is missing',
    ]);
  });
});
