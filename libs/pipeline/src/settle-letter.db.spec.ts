import { LettersRead } from '@heard/insight';
import { keepUnread } from '@heard/listening';
import { FakeClock, type TestDatabase } from '@heard/testing';
import { ForgetGone } from './forget-gone.js';
import type { Heard } from './index.js';
import { openShop, type Shop } from './shop.spec-suite.js';
import { wipeMentions } from './store/wipe-mentions.js';

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

const page = { limit: 50 };
const waiting = () =>
  db.database.inWorkspace(workspaceId, (tx) => new LettersRead().list(tx, page)).then(({ items }) => items);

/** A mailbox that was connected, and a letter of it that no template reads. */
async function letterOf(key: string): Promise<string> {
  await db.database.inWorkspace(workspaceId, async (tx) => {
    const settings = {
      host: 'imap.shop.example',
      user: 'reviews',
      password: 'a word',
      authServer: 'mx.shop.example',
    };
    const sourceId =
      (await tx.rows<{ id: string }>("select id from sources where platform = 'mail'"))[0]?.id ??
      (await heard.connect.connect(tx, { platform: 'mail', name: 'reviews@', settings }));
    const letter = {
      key,
      because: 'unknown_sender' as const,
      from: 'olena@mail.example',
      subject: 'Скарга',
      text: 'Третій тиждень не везуть замовлення\u0000',
      receivedAt: new Date(clock.now().getTime() - 3_600_000),
    };
    await keepUnread(tx, sourceId, [letter, letter], clock.now());
    await keepUnread(tx, sourceId, [letter], clock.now());
  });
  return (await waiting()).at(-1)?.id ?? '';
}

test('a letter waits once, is read by a person, and becomes a mention with its case', async () => {
  const id = await letterOf('one');
  expect(await waiting()).toMatchObject([
    { id, because: 'unknown_sender', from: 'olena@mail.example', source: { platform: 'mail' } },
  ]);
  const text = 'Третій тиждень не везуть замовлення, гроші не повертають. Жах!';
  const said = { text, authorName: 'Олена', rating: { value: 1, scale: 5 } };
  const { mentionId, caseId } = await heard.settleLetter.read(workspaceId, id, said, staffId);
  expect(caseId).toBeDefined();
  expect(await waiting()).toEqual([]);
  const [stored] = await db.database.inWorkspace(workspaceId, (tx) =>
    tx.rows('select text, author_name, reported_by_staff_id as by, posted_at from mentions where id = $1', [
      mentionId,
    ]),
  );
  expect(stored).toEqual({
    text,
    author_name: 'Олена',
    by: staffId,
    posted_at: new Date('2031-03-03T09:00:00Z'),
  });
  await expect(heard.settleLetter.setAside(workspaceId, id, staffId)).rejects.toMatchObject({
    kind: 'refused',
    code: 'letter_settled',
  });
});

test('a letter that is set aside is kept, and not asked about again when it comes again', async () => {
  const id = await letterOf('two');
  await heard.settleLetter.setAside(workspaceId, id, staffId);
  expect(await waiting()).toEqual([]);
  await letterOf('two');
  expect(await waiting()).toEqual([]);
  const kept = await db.database.inWorkspace(workspaceId, (tx) =>
    tx.rows('select subject, mention_id from unparsed_mail where id = $1', [id]),
  );
  expect(kept).toEqual([{ subject: 'Скарга', mention_id: null }]);
});

test('a letter is forgotten with what was made of it, and some time after it was set aside', async () => {
  const read = await letterOf('three');
  const said = { text: 'Третій тиждень не везуть замовлення. Жах!', authorName: 'Олена' };
  const { mentionId } = await heard.settleLetter.read(workspaceId, read, said, staffId);
  const aside = await letterOf('four');
  await heard.settleLetter.setAside(workspaceId, aside, staffId);
  const left = () =>
    db.owner('select id, sender, subject, text from unparsed_mail where id = any($1) order by id', [
      [read, aside],
    ]);
  const forgotten = (id: string) => ({ id, sender: null, subject: '', text: '' });
  await db.database.inWorkspace(workspaceId, (tx) => wipeMentions(tx, [mentionId], clock.now()));
  expect(await left()).toMatchObject([forgotten(read), { id: aside, subject: 'Скарга' }]);
  await new ForgetGone(db.database, clock, 24).run();
  expect(await left()).toMatchObject([forgotten(read), { id: aside, subject: 'Скарга' }]);
  clock.advanceTo(new Date(clock.now().getTime() + 25 * 3_600_000));
  await new ForgetGone(db.database, clock, 24).run();
  expect(await left()).toEqual([forgotten(read), forgotten(aside)]);
  await letterOf('four');
  expect(await waiting()).toEqual([]);
});
