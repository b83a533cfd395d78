import { checkWhatAlwaysHolds } from './always.js';
import { type Bookshop, openBookshop } from './bookshop.js';
import { Desk } from './desk.js';
import { at } from './when.js';

let shop: Bookshop;
let desk: Desk;
beforeAll(async () => {
  shop = await openBookshop(at('09:50'), 120);
  desk = new Desk(shop);
  const roman = desk.customer('Роман Тисько');
  await roman.posts('facebook', 'Тиждень не можу до вас додзвонитися, ніхто не бере слухавку!', '10:00');
  await desk.runUntil('10:03');
  await desk.staff('Taras').promises(roman, 'Зателефоную', '11:00', '10:05');
});
afterAll(() => shop.close());

test('a story in which all is well passes', async () => {
  await expect(checkWhatAlwaysHolds(desk)).resolves.toBeUndefined();
});

test.each([
  [
    'a step of a history that was edited',
    'every history is whole',
    `update case_events set facts = facts || '{"reason": "another"}' where seq = 1`,
    `update case_events set facts = facts - 'reason' where seq = 1`,
  ],
  [
    'a case that says something else than its history',
    'every history is whole',
    'update cases set complaints = complaints + 1',
    'update cases set complaints = complaints - 1',
  ],
  [
    'a promise that says something else than its history',
    'every history is whole',
    `update promises set due = due + interval '1 day'`,
    `update promises set due = due - interval '1 day'`,
  ],
  [
    'an open case of somebody who left',
    'every open case has somebody',
    `update staff set active = false where name = 'Taras'`,
    `update staff set active = true where name = 'Taras'`,
  ],
  [
    'a text that is not stored as it stands on the platform',
    'every text is stored once',
    `update mentions set text = text || '?'`,
    `update mentions set text = left(text, -1)`,
  ],
])('a story ends badly with %s', async (_what, rule, spoil, mend) => {
  await shop.db.owner(spoil);
  await expect(checkWhatAlwaysHolds(desk)).rejects.toThrow(rule);
  await shop.db.owner(mend);
  await expect(checkWhatAlwaysHolds(desk)).resolves.toBeUndefined();
});

test('a story ends badly with a secret of a platform in a table, as text or as bytes', async () => {
  const secret = shop.platforms.facebook.secrets[0] ?? '';
  await shop.db.owner('update sources set state_reason = $1', [secret]);
  await expect(checkWhatAlwaysHolds(desk)).rejects.toThrow(secret);
  await shop.db.owner(
    'update sources set state_reason = null, secrets_sealed = secrets_sealed || $1::bytea',
    [Buffer.from(secret)],
  );
  await expect(checkWhatAlwaysHolds(desk)).rejects.toThrow(secret);
  await shop.db.owner('update sources set secrets_sealed = null');
  await expect(checkWhatAlwaysHolds(desk)).resolves.toBeUndefined();
});

test('a story ends badly with a failure nobody meant, and with a customer’s words in a log', async () => {
  const other = new Desk({ ...shop, failures: [{ error: new Error('down') }] });
  await expect(checkWhatAlwaysHolds(other)).rejects.toThrow('nothing fails unless it is meant to');
  const text = shop.platforms.facebook.texts()[0] ?? '';
  const talkative = new Desk({ ...shop, failures: [{ error: new Error(`cannot read: ${text}`) }] });
  talkative.failuresAreMeant = true;
  await expect(checkWhatAlwaysHolds(talkative)).rejects.toThrow('nothing is told to outsiders');
});
