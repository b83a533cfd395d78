import { ago, readRound } from '../rounds.spec-suite.js';
import { openVk } from './vk.spec-rig.js';

describe('a VK community while the quota of one method is spent', () => {
  const { signal } = new AbortController();
  const olga = 'Ольга Крылова';
  let rig: Awaited<ReturnType<typeof openVk>>;
  let postId: string;

  beforeEach(async () => {
    rig = await openVk(100);
    const { fake } = rig;
    postId = fake.addPost({ author: olga, text: 'на стене', at: ago(50) });
    fake.addComment({ postId, author: olga, text: 'под постом', at: ago(40) });
    fake.addPost({ author: olga, text: 'в другом месте', elsewhere: true, at: ago(30) });
    const topicId = fake.addTopic('Отзывы', ago(60));
    fake.addComment({ topicId, author: olga, text: 'в обсуждении', at: ago(20) });
    fake.addMarketComment(9, olga, 'под товаром', ago(10));
  });

  afterEach(() => rig.close());

  const ALL = ['в другом месте', 'в обсуждении', 'на стене', 'под постом', 'под товаром'];
  const later = (minutes: number): void => {
    rig.clock.at = new Date(rig.clock.at.getTime() + minutes * 60_000);
  };
  const asked = (method: string): number =>
    rig.fake.server.arrived.filter(({ call }) => call.endsWith(`/method/${method}`)).length;
  const heard = async (from?: Awaited<ReturnType<typeof readRound>>) => {
    const round = await readRound(rig.source, from?.cursor);
    return { ...round, texts: [...new Set(round.mentions.map(({ text }) => text))].toSorted() };
  };

  it.each([
    ['newsfeed.getMentions', ['в другом месте']],
    ['board.getTopics', ['в обсуждении']],
    ['market.get', ['под товаром']],
    ['wall.getComments', ['под постом']],
    ['board.getComments', ['в обсуждении']],
    ['market.getComments', ['под товаром']],
    ['execute', ['в обсуждении', 'под постом', 'под товаром']],
  ])(
    'hears all that needs no %s, asks for that again after some hours, and hears the rest',
    async (method, missed) => {
      rig.fake.spend(method);
      const first = await heard();
      expect(first.texts).toEqual(ALL.filter((text) => !missed.includes(text)));
      const before = asked(method);
      later(60);
      rig.fake.addPost({ author: olga, text: 'новый пост', at: rig.clock.at });
      const second = await heard(first);
      expect(second.texts).toContain('новый пост');
      expect(asked(method)).toBe(before);
      rig.fake.spend();
      later(121);
      expect((await heard(second)).texts).toEqual(expect.arrayContaining(missed));
    },
  );

  it('does not take a post for gone while it cannot be asked for by its id', async () => {
    const first = await readRound(rig.source);
    rig.fake.remove(postId);
    rig.fake.spend('wall.getById');
    const second = await pagesOf(first.cursor);
    expect(second.gone).toEqual([]);
    rig.fake.spend();
    later(181);
    expect((await pagesOf(second.cursor)).gone).toContainEqual({ kind: 'post', externalId: postId });
  });

  it("waits as a whole for the wall's own quota only", async () => {
    rig.fake.spend('wall.get');
    await expect(rig.source.collect(undefined, signal)).rejects.toMatchObject({
      kind: 'throttled',
      code: 'method_quota',
      retryAt: new Date(rig.clock.at.getTime() + 3_600_000),
    });
  });

  async function pagesOf(from: Awaited<ReturnType<typeof readRound>>['cursor']) {
    const gone = [];
    let cursor = from;
    for (let more = true; more;) {
      const page = await rig.source.collect(cursor, signal);
      gone.push(...(page.gone ?? []));
      ({ cursor, more } = page);
    }
    return { gone, cursor };
  }
});
