import { openFacebook } from './facebook/facebook.spec-rig.js';
import { openInstagram } from './instagram/instagram.spec-rig.js';
import type { GivenPrivately } from './graph-sim-private.js';
import { ago } from './rounds.spec-suite.js';
import type { ReplyTarget, Source } from './source.js';
import type { SimFault } from './sim-server.js';

const { signal } = new AbortController();
const daysAgo = (days: number): Date => ago(days * 24 * 60);

interface Rig {
  readonly source: Source;
  comment(at: Date): ReplyTarget;
  given(): readonly GivenPrivately[];
  dropPermission(): void;
  failNext(count: number, kind: SimFault): void;
  close(): Promise<void>;
}

async function facebookRig(): Promise<Rig> {
  const { fake, page, source, close } = await openFacebook(100);
  const postId = fake.addPost({ pageId: page.id, text: 'Новинки', at: daysAgo(20) });
  return {
    source,
    close,
    comment: (at) => {
      const id = fake.addComment({ postId, author: { name: 'Олена' }, text: 'Де книга?', at });
      return { kind: 'comment', externalId: id.slice(id.indexOf('_') + 1), rootExternalId: postId };
    },
    given: () => fake.givenPrivately,
    dropPermission: () => fake.dropPermission(page.id, 'pages_messaging'),
    failNext: (count, kind) => fake.failNext(count, kind),
  };
}

async function instagramRig(flavour: 'facebook' | 'instagram'): Promise<Rig> {
  const { fake, account, source, close } = await openInstagram(flavour);
  const mediaId = fake.addMedia({ accountId: account.id, text: 'Вітрина', at: daysAgo(20) });
  return {
    source,
    close,
    comment: (at) => {
      const externalId = fake.addComment({ mediaId, username: 'reader_kyiv', text: 'Де книга?', at });
      return { kind: 'comment', externalId, rootExternalId: mediaId };
    },
    given: () => fake.givenPrivately,
    dropPermission: () => {
      fake.dropPermission(account.id, 'instagram_manage_messages');
      fake.dropPermission(account.id, 'instagram_business_manage_messages');
    },
    failNext: (count, kind) => fake.failNext(count, kind),
  };
}

describe.each<[string, () => Promise<Rig>]>([
  ['Facebook', facebookRig],
  ['Instagram through Facebook', () => instagramRig('facebook')],
  ['Instagram', () => instagramRig('instagram')],
])('the private answer on %s', (_name, open) => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await open();
  });
  afterEach(() => rig.close());
  const reply = async (to: ReplyTarget, text = 'Напишемо вам у приват') =>
    rig.source.replyPrivately?.(to, text, signal);

  it('reaches whoever wrote the comment', async () => {
    const sent = await reply(rig.comment(daysAgo(6)));
    expect(sent?.externalId).toMatch(/^m_/u);
    expect(rig.given()).toMatchObject([{ text: 'Напишемо вам у приват' }]);
  });

  it('is not given twice, also when the response to the first was lost', async () => {
    const to = rig.comment(daysAgo(1));
    rig.failNext(1, 'lost');
    await expect(reply(to)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(rig.given()).toHaveLength(1);
    await expect(reply(to)).rejects.toMatchObject({ kind: 'rejected', code: 'answered_privately' });
    expect(rig.given()).toHaveLength(1);
  });

  it('is refused after seven days, in the platform’s words', async () => {
    await expect(reply(rig.comment(daysAgo(8)))).rejects.toMatchObject({
      kind: 'rejected',
      code: 'not_taken',
    });
  });

  it('names the permission that is missing, and does not park the source', async () => {
    rig.dropPermission();
    await expect(reply(rig.comment(daysAgo(1)))).rejects.toMatchObject({
      kind: 'rejected',
      missing: [expect.stringContaining('messag')],
    });
    expect(await rig.source.check(signal)).toMatchObject({ ok: true });
  });
});
