import type { CollectedMention } from '@heard/core';
import { batchSourceOf, type SaidBeside } from '@heard/listening';
import { FakeClock, type TestDatabase } from '@heard/testing';
import { ForgetGone } from './forget-gone.js';
import type { Heard } from './index.js';
import { openShop, type Shop } from './shop.spec-suite.js';

const dayMs = 86_400_000;
const clock = new FakeClock(new Date('2031-03-03T10:00:00Z'));
let shop: Shop;
let db: TestDatabase;
let heard: Heard;
let workspaceId: string;

beforeAll(async () => {
  shop = await openShop(clock);
  ({ db, heard, workspaceId } = shop);
});
afterAll(() => shop.close());

const later = (ms: number): void => clock.advanceTo(new Date(clock.now().getTime() + ms));

function review(externalId: string, rest: Partial<CollectedMention> = {}): CollectedMention {
  return {
    kind: 'review',
    externalId,
    author: { externalId: `author of ${externalId}`, displayName: 'Оксана Б.', isBrand: false },
    text: `Замовлення ${externalId} не привезли вже третій день, на дзвінки ніхто не відповідає!`,
    url: `https://reviews.example/${externalId}`,
    postedAt: new Date(clock.now().getTime() - 3_600_000),
    platformState: 'visible',
    raw: { id: externalId, secret: 'words of the platform' },
    ...rest,
  };
}

/** One batch of a source, as a page of it or a webhook gives it. */
function takes(source: string) {
  return (mentions: readonly CollectedMention[], beside: SaidBeside = {}): Promise<unknown> =>
    db.database.inWorkspace(workspaceId, async (tx) => {
      const row = await heard.connect.pushSource(tx, source);
      return heard.take.run(tx, batchSourceOf(row), mentions, beside);
    });
}

async function state(externalId: string): Promise<string | undefined> {
  const [row] = await db.owner<{ platform_state: string }>(
    'select platform_state from mentions where external_id = $1',
    [externalId],
  );
  return row?.platform_state;
}

test('a deletion that the platform tells of is seen at once, and a text that is shown again is there again', async () => {
  const take = takes('told');
  await take([review('t1')]);
  await take([], { gone: [{ kind: 'review', externalId: 't1' }] });
  expect(await state('t1')).toBe('deleted');
  await take([review('t1')]);
  expect(await state('t1')).toBe('visible');
});

test('a deletion that comes before the text is not forgotten (P13)', async () => {
  const take = takes('hasty');
  await take([], { gone: [{ kind: 'review', externalId: 'h1' }], inAnyOrder: true });
  await take([review('h1')], { inAnyOrder: true });
  expect(await state('h1')).toBe('deleted');
});

test('a delivery that was under way while the author edited the text does not bring the old text back (P13)', async () => {
  const take = takes('edited');
  const written = review('e1');
  const edited = review('e1', { text: 'Привезли сьогодні, дякую.', editedAt: clock.now() });
  const late = review('e1', { text: 'Привезли?', editedAt: new Date(clock.now().getTime() - 1_000) });
  const textNow = async (): Promise<string | undefined> =>
    (await db.owner<{ text: string }>('select text from mentions where external_id = $1', ['e1']))[0]?.text;
  await take([edited], { inAnyOrder: true });
  for (const each of [written, late]) await take([each], { inAnyOrder: true });
  await take([edited, written], { inAnyOrder: true });
  expect(await textNow()).toBe(edited.text);
  const again = { ...edited, text: 'Привезли не все.', editedAt: new Date(clock.now().getTime() + 1_000) };
  await take([again], { inAnyOrder: true });
  expect(await textNow()).toBe(again.text);
  const revisions = await db.owner(
    'select 1 from mention_revisions r join mentions m on m.id = r.mention_id where m.external_id = $1',
    ['e1'],
  );
  expect(revisions).toHaveLength(1);
});

test('what is missing from a whole list once is waited for, and twice is deleted', async () => {
  const take = takes('listed');
  await take([review('l1'), review('l2')]);
  for (const expected of ['visible', 'deleted']) {
    later(60_000);
    const startedAt = clock.now();
    await take([review('l1')], { whole: [{ startedAt }] });
    expect(await state('l2')).toBe(expected);
  }
  expect(await state('l1')).toBe('visible');
});

test('what was missing once and is seen again begins anew', async () => {
  const take = takes('blinking');
  await take([review('b1'), review('b2')]);
  for (const shown of [['b1'], ['b1', 'b2'], ['b1']]) {
    later(60_000);
    const startedAt = clock.now();
    await take(
      shown.map((id) => review(id)),
      { whole: [{ startedAt }] },
    );
  }
  expect(await state('b2')).toBe('visible');
});

test('an account that is shown nothing at all has not lost its customers', async () => {
  const take = takes('blind');
  await take([review('n1'), review('n2')]);
  for (let round = 0; round < 3; round += 1) {
    later(60_000);
    await take([], { whole: [{ startedAt: clock.now() }] });
  }
  expect([await state('n1'), await state('n2')]).toEqual(['visible', 'visible']);
});

test('a whole list of one thread says nothing of another, nor of what is older than it goes', async () => {
  const take = takes('threads');
  const comment = (externalId: string, rootExternalId: string): CollectedMention =>
    review(externalId, { kind: 'comment', rootExternalId });
  const old = { ...comment('c3', 'p1'), postedAt: new Date(clock.now().getTime() - 90 * dayMs) };
  await take([comment('c1', 'p1'), comment('c2', 'p2'), old]);
  for (let round = 0; round < 2; round += 1) {
    later(60_000);
    const from = new Date(clock.now().getTime() - 30 * dayMs);
    await take([], { whole: [{ rootExternalId: 'p1', from, startedAt: clock.now() }] });
  }
  expect([await state('c1'), await state('c2'), await state('c3')]).toEqual([
    'deleted',
    'visible',
    'visible',
  ]);
});

test('what a customer deleted is wiped after its time, but not while its case is open; the numbers stay', async () => {
  const take = takes('forgotten');
  const calm = { text: 'Дякую за чудову книгарню, завжди раді завітати всією родиною!' };
  await take([review('f1', calm), review('f2')]);
  await take([review('f1', { ...calm, text: `${calm.text} Передзвоніть на +380 67 123 45 67.` })]);
  await take([], { gone: ['f1', 'f2'].map((externalId) => ({ kind: 'review', externalId })) });
  const forget = new ForgetGone(db.database, clock, 24);
  later(23 * 3_600_000);
  expect(await forget.run()).toBe(0);
  later(2 * 3_600_000);
  expect(await forget.run()).toBeGreaterThan(0);
  const rows = await db.owner(
    `select m.text, m.author_name, m.author_external_id, m.url, m.raw::text, m.revision, a.sentiment,
       a.notes,
       (select count(*)::int from mention_revisions r where r.mention_id = m.id) as earlier
     from mentions m join assessments a on a.mention_id = m.id and a.revision = m.revision
     where m.external_id = 'f1'`,
  );
  expect(rows).toEqual([
    {
      text: '',
      author_name: null,
      author_external_id: null,
      url: null,
      raw: 'null',
      revision: 2,
      sentiment: 'positive',
      notes: [],
      earlier: 0,
    },
  ]);
  const [open] = await db.owner<{ text: string; status: string }>(
    `select m.text, c.status from mentions m join cases c on c.id = m.case_id where m.external_id = 'f2'`,
  );
  expect(open).toMatchObject({ status: 'open', text: review('f2').text });
  await take([review('f1', calm)]);
  const [again] = await db.owner<{ text: string }>(`select text from mentions where external_id = 'f1'`);
  expect(again?.text).toBe('');
});

test('the same text in two places is two mentions with two cases, each of which knows of the other', async () => {
  const text = 'Третій день чекаю на книжки з вашої крамниці, а телефон мовчить. Поверніть гроші!';
  await takes('one place')([review('s1', { text })]);
  await takes('another place')([review('s2', { text: `${text.toUpperCase()} 😡` })]);
  const rows = await db.owner<{ key: string; case_id: string }>(
    `select encode(text_key, 'hex') as key, case_id from mentions where external_id in ('s1', 's2')`,
  );
  expect(new Set(rows.map(({ key }) => key)).size).toBe(1);
  expect(new Set(rows.map(({ case_id: id }) => id)).size).toBe(2);
});
