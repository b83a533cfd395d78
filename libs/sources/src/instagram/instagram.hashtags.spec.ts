import { describeSource, type SourceRig } from '../contract.spec-suite.js';
import { ago, readRound } from '../rounds.spec-suite.js';
import { validateInstagram } from './instagram.settings.js';
import { openInstagram } from './instagram.spec-rig.js';

const hashtags = { hashtags: '#Ліхтар #книгарня_ліхтар' };
const minute = 60_000;

async function rigOf(): Promise<SourceRig> {
  const { fake, account, source, close } = await openInstagram('facebook', 2, hashtags);
  return {
    source,
    close,
    add: (text, at) => fake.addMedia({ accountId: account.id, text, at }),
    remove: (id) => fake.remove(id),
    failNext: (count, kind) => fake.failNext(count, kind),
    emptyPages: (count) => fake.emptyPages(count),
    linkElsewhere: (origin) => fake.linkElsewhere(origin),
    expireToken: () => fake.expireToken(account.id),
    dropReadPermission: () => fake.dropPermission(account.id, 'instagram_basic'),
    requests: () => fake.server.counters.requests,
    secrets: [account.token, fake.world.appSecret],
  };
}

describeSource('Instagram, with hashtags,', rigOf);

describe('the hashtags of an Instagram account', () => {
  const { signal } = new AbortController();
  let rig: Awaited<ReturnType<typeof openInstagram>>;
  afterEach(() => rig.close());

  const later = (minutes: number): void => {
    rig.clock.at = new Date(rig.clock.at.getTime() + minutes * minute);
  };
  const searches = (): number =>
    rig.fake.server.arrived.filter(({ call }) => call.includes('ig_hashtag_search')).length;
  const ofOthers = (text: string, minutesAgo: number): string =>
    rig.fake.addMedia({ username: 'reader_kyiv', text, at: ago(minutesAgo) });

  it('bring what anybody posted under them, page by page, once, and nobody by name', async () => {
    rig = await openInstagram('facebook', 2, hashtags);
    const ids = [5, 15, 25, 35, 45].map((at) => ofOthers(`Знову зачинено ${at} #ліхтар`, at));
    ids.push(ofOthers('Чекаю тиждень #Книгарня_Ліхтар', 50));
    ofOthers('Про інше #кава', 5);
    ofOthers('Торішнє #ліхтар', 25 * 60);
    const first = await readRound(rig.source);
    expect(new Set(first.mentions.map(({ externalId }) => externalId))).toEqual(new Set(ids));
    expect(first.mentions).toHaveLength(ids.length);
    expect(first.mentions.every(({ author }) => author.displayName === undefined && !author.isBrand)).toBe(
      true,
    );
    later(31);
    const fresh = rig.fake.addMedia({ username: 'olena', text: 'І сьогодні #ліхтар' });
    const second = await readRound(rig.source, first.cursor);
    expect(second.mentions.map(({ externalId }) => externalId)).toEqual([fresh]);
    expect(searches()).toBe(2);
  });

  it('leave our own media to the list of them', async () => {
    rig = await openInstagram('facebook', 50, hashtags);
    const id = rig.fake.addMedia({ accountId: rig.account.id, text: 'Новинки #ліхтар', at: ago(5) });
    const { mentions } = await readRound(rig.source);
    expect(mentions).toMatchObject([{ externalId: id, author: { isBrand: true } }]);
  });

  it('rest for a day when the account may ask for no more, and the account is read on', async () => {
    rig = await openInstagram('facebook', 50, hashtags);
    rig.account.searched = [...Array(30).keys()].map((nth) => ({
      name: `other${nth}`,
      at: ago(60).toISOString(),
    }));
    const { cursor } = await readRound(rig.source);
    expect(searches()).toBe(1);
    later(60);
    const post = rig.fake.addMedia({ accountId: rig.account.id, text: 'Новинки' });
    const round = await readRound(rig.source, cursor);
    expect(round.mentions.map(({ externalId }) => externalId)).toEqual([post]);
    expect(searches()).toBe(1);
  });

  it('that the app may not search are told at once, and by the check', async () => {
    rig = await openInstagram('facebook', 50, hashtags);
    expect(await rig.source.check(signal)).toEqual({ ok: true });
    rig.fake.closeHashtags();
    let page = await rig.source.collect(undefined, signal);
    while (page.more && page.refused !== true) page = await rig.source.collect(page.cursor, signal);
    expect(page.refused).toBe(true);
    expect(await rig.source.check(signal)).toEqual({
      ok: false,
      missing: [expect.stringContaining('Instagram Public Content Access')],
    });
  });

  it('cannot be answered', async () => {
    rig = await openInstagram('facebook', 50, hashtags);
    ofOthers('Знову зачинено #ліхтар', 5);
    const { mentions } = await readRound(rig.source);
    const { kind, externalId = '', raw } = mentions[0] ?? {};
    const to = { kind: kind ?? 'post', externalId, raw };
    await expect(rig.source.reply(to, 'Вибачте', signal)).rejects.toMatchObject({ kind: 'rejected' });
  });
});

describe('naming hashtags', () => {
  const good = { accountId: '17841400', token: 'EAAtoken123', flavour: 'facebook' };

  it('takes them with and without their sign, once each', () => {
    const checked = validateInstagram({ ...good, hashtags: '#Ліхтар, ліхтар книги2026' });
    expect(checked).toMatchObject({ ok: true, settings: { hashtags: ['ліхтар', 'книги2026'] } });
  });

  it.each([
    ['more than 30', { hashtags: [...Array(31).keys()].map((nth) => `tag${nth}`).join(' ') }],
    ['pictures', { hashtags: '#😀' }],
    ['an account without a page', { hashtags: '#ліхтар', flavour: 'instagram' }],
  ])('refuses %s', (_, values) => {
    expect(validateInstagram({ ...good, ...values })).toEqual({
      ok: false,
      errors: [{ key: 'hashtags', code: 'malformed' }],
    });
  });
});
