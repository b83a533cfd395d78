import { MentionsRead } from '@heard/insight';
import { FakeClock, type TestDatabase } from '@heard/testing';
import type { Heard, PastedText } from './index.js';
import { openShop, type Shop } from './shop.spec-suite.js';

const clock = new FakeClock(new Date('2031-03-03T10:00:00Z'));
let shop: Shop;
let db: TestDatabase;
let heard: Heard;
let workspaceId: string;
let staffId: string;

beforeAll(async () => {
  shop = await openShop(clock);
  ({ db, heard, workspaceId, staffId } = shop);
});
afterAll(() => shop.close());

const complaint: PastedText = {
  url: 'https://www.otziv.example/reviews/81?utm_source=telegram',
  text: 'Третью неделю не привозят заказ, трубку не берут. Верните деньги!',
  rating: { value: 1, scale: 5 },
  authorName: 'Ксения Л.',
  postedAt: new Date('2031-03-02T18:00:00Z'),
  platform: 'Отзывы',
};
const paste = (text: Partial<PastedText>) =>
  heard.takePasted.run(workspaceId, { ...complaint, ...text }, staffId);
const stored = () =>
  db.database.inWorkspace(workspaceId, (tx) =>
    tx.rows<{ id: string; revision: number; name: string; platform: string; url: string; reported: string }>(
      `select m.id, m.revision, s.name, s.platform, m.url, m.reported_by_staff_id as reported
       from mentions m join sources s on s.id = m.source_id order by m.first_seen_at, m.id`,
    ),
  );

test('a pasted complaint becomes a case, and the person is kept as the one who reported it', async () => {
  const { mentionId, caseId, known } = await paste({});
  expect(known).toBe(false);
  expect(await stored()).toEqual([
    {
      id: mentionId,
      revision: 1,
      name: 'Отзывы',
      platform: 'push',
      url: 'https://www.otziv.example/reviews/81',
      reported: staffId,
    },
  ]);
  const view = await db.database.inWorkspace(workspaceId, (tx) => new MentionsRead().get(tx, mentionId));
  expect(view).toMatchObject({
    id: mentionId,
    caseId,
    reportedBy: { id: staffId },
    postedAt: '2031-03-02T18:00:00.000Z',
  });
  expect(caseId).toBeDefined();
});

test('the same text of the same page is one mention, however the link is written and whoever is named', async () => {
  const [first] = await stored();
  for (const again of [
    {},
    { url: 'http://m.otziv.example/reviews/81/?fbclid=IwAR' },
    { text: `  ${complaint.text.toUpperCase()}\n`, authorName: undefined },
    { platform: undefined },
  ]) {
    expect(await paste(again)).toMatchObject({ mentionId: first?.id, known: true });
  }
  expect(await stored()).toHaveLength(1);
});

test('another text of the same author there is an edit; one of another author is another mention', async () => {
  const [first] = await stored();
  const edited = await paste({ text: `${complaint.text} Дополнено: сегодня снова обещали и не приехали.` });
  expect(edited).toMatchObject({ mentionId: first?.id, known: false });
  const other = await paste({
    text: 'Мне тоже не привезли, звоню пятый день без толку!',
    authorName: 'Олег',
  });
  expect(other.mentionId).not.toBe(first?.id);
  expect((await stored()).map(({ revision }) => revision)).toEqual([2, 1]);
});

test('two people who paste the same at once make one mention', async () => {
  const before = (await stored()).length;
  const twice = { url: 'https://otziv.example/reviews/82', authorName: undefined, rating: undefined };
  const said = { ...twice, text: 'Ужасное обслуживание, нахамили и не вернули деньги за брак.' };
  const [one, two] = await Promise.all([paste(said), paste(said)]);
  expect(one.mentionId).toBe(two.mentionId);
  expect(await stored()).toHaveLength(before + 1);
});

test('praise is stored and opens no case; a link to no page is refused', async () => {
  const praise = await paste({
    url: 'https://otziv.example/reviews/90',
    text: 'Спасибо, всё привезли вовремя, очень довольна!',
    rating: { value: 5, scale: 5 },
    authorName: 'Мила',
    platform: undefined,
  });
  expect(praise.caseId).toBeUndefined();
  expect((await stored()).at(-1)).toMatchObject({ id: praise.mentionId, name: 'pasted' });
  await expect(paste({ url: 'https://' })).rejects.toMatchObject({ kind: 'invalid', code: 'no_link' });
});
