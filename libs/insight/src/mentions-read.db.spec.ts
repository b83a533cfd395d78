import { type TestDatabase, testDatabase } from '@heard/testing';
import { Desk, minute, walk } from './desk.spec-suite.js';
import { type MentionsAsked, MentionsRead } from './mentions-read.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase([]);
});
afterAll(() => db.close());

const mentions = new MentionsRead();
const list = (desk: Desk, asked: Partial<MentionsAsked> = {}) =>
  desk.in((tx) => mentions.list(tx, { limit: 50, ...asked }));

test('mentions are listed newest first without gap or double, also those of one moment and while new ones come', async () => {
  const desk = await Desk.make(db);
  const made: string[] = [];
  for (let at = 0; at < 6; at += 1) made.push(await desk.mention({ posted_at: minute(Math.floor(at / 3)) }));
  const seen = await walk(
    (cursor) => list(desk, { limit: 2, cursor }),
    () => desk.mention({ posted_at: minute(30) }),
  );
  expect(seen.map((mention) => mention.id)).toEqual(made.toReversed());
});

test('filters ask the newest assessment, the source, the case and the time', async () => {
  const desk = await Desk.make(db);
  const other = await desk.source();
  const caseId = await desk.case();
  const calm = await desk.mention({ posted_at: minute(1), case_id: caseId, revision: 2 });
  await desk.assessment(calm);
  await desk.assessment(calm, { revision: 2, sentiment: 'positive', intent: 'praise', urgency: 'none' });
  const angry = await desk.mention({ posted_at: minute(2), source_id: other });
  await desk.assessment(angry);
  const found = async (asked: Partial<MentionsAsked>) => (await list(desk, asked)).items.map(({ id }) => id);
  expect(await found({ sentiment: 'negative' })).toEqual([angry]);
  expect(await found({ sentiment: 'positive', intent: 'praise', urgency: 'none' })).toEqual([calm]);
  expect(await found({ urgency: 'high' })).toEqual([angry]);
  expect(await found({ sourceId: other })).toEqual([angry]);
  expect(await found({ caseId })).toEqual([calm]);
  expect(await found({ since: minute(2) })).toEqual([angry]);
  expect(await found({ since: minute(1), limit: 1 })).toEqual([angry]);
  await expect(found({ caseId: 'x' })).rejects.toMatchObject({ code: 'bad_id' });
});

test('one mention shows its rating, the answer beside it, what was understood and the texts before its edits', async () => {
  const desk = await Desk.make(db);
  const id = await desk.mention({
    kind: 'review',
    revision: 3,
    text: 'Дякую␀',
    rating_value: 4.5,
    rating_scale: 5,
    author_name: 'Олена',
    brand_reply: JSON.stringify({ text: 'Раді', at: minute(9).toISOString(), state: 'visible' }),
    edited_at: minute(8),
  });
  await desk.assessment(id);
  for (const [revision, text] of [
    [1, 'Жах'],
    [2, 'Вже краще'],
    [3, 'Дякую␀'],
  ] as const) {
    await desk.put('mention_revisions', { mention_id: id, revision, text, seen_at: minute(revision) });
  }
  const seen = await desk.in((tx) => mentions.get(tx, id));
  expect(seen).toMatchObject({
    text: 'Дякую␀',
    author: { name: 'Олена' },
    rating: { value: 4.5, scale: 5 },
    editedAt: minute(8).toISOString(),
    brandReply: { text: 'Раді', at: minute(9).toISOString(), state: 'visible' },
    assessment: { pNegative: 0.75, signals: [{ code: 'waiting', start: 0, end: 2 }], model: 'rules-1' },
    earlier: [
      { revision: 2, text: 'Вже краще', seenAt: minute(2).toISOString() },
      { revision: 1, text: 'Жах', seenAt: minute(1).toISOString() },
    ],
  });
  expect(seen).not.toHaveProperty('raw');
  expect((await list(desk)).items).toEqual([{ ...seen, earlier: [] }]);
});

test('a mention without author, rating and assessment says nothing about them', async () => {
  const desk = await Desk.make(db);
  const id = await desk.mention();
  const seen = await desk.in((tx) => mentions.get(tx, id));
  for (const field of ['author', 'rating', 'assessment', 'brandReply', 'caseId']) {
    expect(seen).not.toHaveProperty(field);
  }
});

test('another workspace sees no mention', async () => {
  const [desk, other] = [await Desk.make(db), await Desk.make(db)];
  const id = await desk.mention();
  expect((await list(other)).items).toEqual([]);
  expect(await other.in((tx) => mentions.get(tx, id))).toBeUndefined();
  expect(await desk.in((tx) => mentions.get(tx, 'x'))).toBeUndefined();
});
