import type { CollectedMention } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { Jobs } from '@heard/jobs';
import { batchSourceOf } from '@heard/listening';
import { FakeClock, type TestDatabase } from '@heard/testing';
import type { Heard } from './index.js';
import { openShop, type Shop } from './shop.spec-suite.js';

const now = new Date('2031-03-03T10:00:00Z');
let shop: Shop;
let db: TestDatabase;
let jobs: Jobs;
let heard: Heard;
let workspaceId: string;
const failures: unknown[] = [];

beforeAll(async () => {
  shop = await openShop(new FakeClock(now), (error) => failures.push(error));
  ({ db, heard, workspaceId, jobs } = shop);
});
afterAll(() => shop.close());

let next = 0;
function mention(text: string, rest: Partial<CollectedMention> = {}): CollectedMention {
  const externalId = `e${++next}`;
  return {
    kind: 'review',
    externalId,
    author: { externalId: `a${next}`, displayName: 'Олена П.', isBrand: false },
    text,
    postedAt: new Date('2031-03-03T09:00:00Z'),
    platformState: 'visible',
    raw: { id: externalId },
    ...rest,
  };
}

const complaint = 'Замовлення не привезли вже третій день, на дзвінки ніхто не відповідає! Поверніть гроші.';
const take = (source: string, mentions: readonly CollectedMention[]) =>
  heard.takePushed.run(workspaceId, source, mentions);
const count = async (sql: string, ...values: unknown[]): Promise<number> => {
  const [row] = await db.owner<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
  return row?.n ?? -1;
};

test('a complaint is stored with its assessment, its case, its event and its durable work', async () => {
  const given = mention(complaint);
  expect(await take('one', [given])).toEqual({ accepted: 1, changed: 0, duplicates: 0 });
  const [row] = await db.owner<Record<string, unknown>>(
    `select c.status, c.urgency, c.assignee_id is not null as assigned, a.sentiment, a.intent, e.type, e.seq
     from mentions m join cases c on c.id = m.case_id join assessments a on a.mention_id = m.id
     join case_events e on e.case_id = c.id where m.external_id = $1`,
    [given.externalId],
  );
  expect(row).toEqual({
    status: 'open',
    urgency: 'high',
    assigned: true,
    sentiment: 'negative',
    intent: 'complaint',
    type: 'case.opened',
    seq: 1,
  });
  expect(await count(`pgboss.job where name = 'case-events'`)).toBeGreaterThan(0);
});

test('the same page twice adds nothing, nor does a mention that stands on two pages', async () => {
  const page = [mention(complaint), mention('Дякую, все чудово!'), mention('Коли ви відчиняєтесь?')];
  await take('twice', page);
  expect(await take('twice', [...page, ...page])).toEqual({ accepted: 0, changed: 0, duplicates: 6 });
  expect(await count(`mentions m join sources s on s.id = m.source_id where s.name = 'twice'`)).toBe(3);
});

test('an edited text is a revision: assessed again, and what it was is kept', async () => {
  const given = mention('Все сподобалось, дякую!');
  await take('edits', [given]);
  const edited = { ...given, text: complaint };
  expect(await take('edits', [edited])).toEqual({ accepted: 0, changed: 1, duplicates: 0 });
  const rows = await db.owner<{ text: string; revision: number; earlier: string; cased: boolean; n: number }>(
    `select m.text, m.revision, r.text as earlier, m.case_id is not null as cased,
            (select count(*)::int from assessments a where a.mention_id = m.id) as n
     from mentions m join mention_revisions r on r.mention_id = m.id where m.external_id = $1`,
    [given.externalId],
  );
  expect(rows).toEqual([
    { text: complaint, revision: 2, earlier: 'Все сподобалось, дякую!', cased: true, n: 2 },
  ]);
});

test('two batches of one person at the same time open one case', async () => {
  const author = { externalId: 'same-person', displayName: 'Ігор', isBrand: false };
  await take('race', [mention('Добрий день')]);
  await Promise.all([1, 2, 3, 4].map(() => take('race', [mention(complaint, { author })])));
  const cases = await db.owner<{ complaints: number }>(
    `select complaints from cases where author_external_id = 'same-person'`,
  );
  expect(cases).toEqual([{ complaints: 4 }]);
});

test('two complaints of one person in one batch are one case, raised in urgency', async () => {
  const author = { externalId: 'twice-in-one', displayName: 'Ганна', isBrand: false };
  await take('batch', [
    mention('Жахливе обслуговування, книжка прийшла з порваними сторінками!', { author }),
    mention('Обурена: книжка зіпсована, а магазин мовчить. Жах!', {
      author,
      postedAt: new Date('2031-03-03T09:30:00Z'),
    }),
  ]);
  const cases = await db.owner<{ complaints: number; urgency: string; version: number }>(
    `select complaints, urgency, version from cases where author_external_id = 'twice-in-one'`,
  );
  expect(cases).toEqual([{ complaints: 2, urgency: 'high', version: 3 }]);
});

test('the brand’s own words open nothing', async () => {
  await take('own', [mention(complaint, { author: { externalId: 'page', isBrand: true } })]);
  expect(
    await count(
      `mentions m join sources s on s.id = m.source_id where s.name = 'own' and m.case_id is not null`,
    ),
  ).toBe(0);
});

test.each<[string, Partial<CollectedMention>]>([
  ['U+0000', { text: `Не привезли${'\u0000'} замовлення`, raw: { text: '\u0000', nested: ['\u0000'] } }],
  ['a lone surrogate', { text: `Не привезли \ud83d замовлення`, raw: { text: '\udc00' } }],
  ['an id of 64 bits', { externalId: '9007199254740993', raw: { id: '9007199254740993' } }],
  [
    'a name with quotes and braces',
    { author: { externalId: '{"a",NULL}', displayName: `'; drop --\\`, isBrand: false } },
  ],
  ['no words at all', { text: '', raw: null }],
  ['a posting time in the future', { postedAt: new Date('2031-03-05T10:00:00Z') }],
  ['no posting time', { postedAt: undefined }],
  ['a reply of the brand with U+0000', { brandReply: { text: 'Вибачте\u0000', state: 'visible' } }],
  ['a megabyte of text', { text: 'щ'.repeat(1_000_000) }],
])('a mention with %s is stored', async (_what, rest) => {
  const given = mention('Не привезли замовлення', rest);
  expect(await take('poison', [given])).toMatchObject({ accepted: 1 });
  const [row] = await db.owner<{ posted_at: Date }>('select posted_at from mentions where external_id = $1', [
    given.externalId,
  ]);
  expect(row?.posted_at.getTime()).toBeLessThanOrEqual(now.getTime());
});

test('P07: a time of the future is now, is marked as not given, and stays in what came; one of long ago is kept', async () => {
  const raw = { created: '2031-03-05T10:00:00Z' };
  const future = mention(complaint, { postedAt: new Date('2031-03-05T10:00:00Z'), raw });
  const fast = mention(complaint, { postedAt: new Date(now.getTime() + 60_000) });
  const old = mention(complaint, { postedAt: new Date('2031-02-01T10:00:00Z') });
  await take('clocks', [future, fast, old]);
  const rows = await db.owner<{ id: string; at: Date; given: boolean; raw: unknown; cased: boolean }>(
    `select external_id as id, posted_at as at, posted_at_given as given, raw, case_id is not null as cased
     from mentions m join sources s on s.id = m.source_id where s.name = 'clocks'`,
  );
  const stored = Object.fromEntries(rows.map(({ id, ...rest }) => [id, rest]));
  expect(stored[future.externalId]).toEqual({ at: now, given: false, raw, cased: true });
  // A clock that is a little fast is believed.
  expect(stored[fast.externalId]).toMatchObject({ at: now, given: true });
  expect(stored[old.externalId]).toMatchObject({ at: old.postedAt, given: true, cased: true });
});

test('a batch whose transaction fails leaves nothing behind', async () => {
  const bad = mention(complaint, { rating: { value: Number.NaN, scale: 5 }, kind: undefined as never });
  await expect(take('fails', [mention(complaint), bad])).rejects.toThrow(/null value in column "kind"/u);
  expect(await count(`mentions m join sources s on s.id = m.source_id where s.name = 'fails'`)).toBe(0);
  expect(await count(`sources where name = 'fails'`)).toBe(0);
});

test('durable work of an urgent case raises an alert once, however often it is delivered', async () => {
  await jobs.drain();
  const alerts = await count('alerts');
  expect(alerts).toBeGreaterThan(0);
  await db.owner(`update pgboss.job set state = 'created', start_after = now() where name = 'case-events'`);
  await jobs.drain();
  expect(await count('alerts')).toBe(alerts);
});

test('forty new cases cost no more statements than two', async () => {
  const statements = (cases: number): Promise<number> =>
    heard.database.inWorkspace(workspaceId, async (tx) => {
      const source = batchSourceOf(await heard.connect.pushSource(tx, 'counted'));
      let counted = 0;
      const seen: Transaction = {
        ...tx,
        run: (...args) => ((counted += 1), tx.run(...args)),
        rows: (...args) => ((counted += 1), tx.rows(...args)),
      };
      await heard.take.run(
        seen,
        source,
        Array.from({ length: cases }, () => mention(complaint)),
      );
      return counted;
    });
  await statements(1);
  expect(await statements(40)).toBe(await statements(2));
});
