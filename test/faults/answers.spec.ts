import { type AttackedDesk, eventually, runDesk } from './running-desk.js';

/** W05 and what platforms take of us: no answer goes out twice, in public or in private, whatever a customer wrote. */

let desk: AttackedDesk;
let sourceId: string;

beforeAll(async () => {
  desk = await runDesk();
  const settings = desk.facebook.settingsOf(desk.pageId);
  const { json } = await desk.shop.post('/api/v1/sources', { platform: 'facebook', name: 'Лавка', settings });
  sourceId = String(json['id']);
}, 120_000);
afterAll(() => desk.stop());

interface Answer {
  readonly state: string;
  readonly channel: string;
  readonly text: string;
  readonly reason?: string;
}
interface Case {
  readonly id: string;
  readonly answers: readonly Answer[];
  readonly answering?: { readonly privately?: { readonly state: string; readonly until: string } };
}

let people = 0;
/** Somebody complains under a post of ours; gives their case once there is one. */
async function complaint(text: string): Promise<{ readonly id: string; readonly commentId: string }> {
  people += 1;
  const name = `Олена ${people}`;
  const postId = desk.facebook.addPost({ pageId: desk.pageId, text: 'Новинки' });
  const commentId = desk.facebook.addComment({ postId, author: { name }, text });
  const id = await eventually(async () => {
    const [row] = await desk.db.owner<{ id: string }>(
      'select id from cases where source_id = $1 and author_name = $2',
      [sourceId, name],
    );
    return row?.id;
  });
  return { id, commentId };
}

const read = async (id: string): Promise<Case> =>
  (await desk.shop.get(`/api/v1/cases/${id}`)).json as unknown as Case;
const answer = (id: string, body: object) => desk.shop.post(`/api/v1/cases/${id}/answers`, body);
const inState = (id: string, channel: string, ...states: string[]): Promise<Answer> =>
  eventually(async () =>
    (await read(id)).answers.find((each) => each.channel === channel && states.includes(each.state)),
  );

test('a comment with a NUL and half a character is answered like any other', async () => {
  const { id } = await complaint('Третій день чекаю\u0000 на книжку, слухавку ніхто не бере!\ud83d');
  const { json, status } = await answer(id, {
    text: 'Олено, ваша книжка знайшлася на складі. Тарас, «Лавка»',
  });
  expect({ status, code: json['code'] }).toEqual({ status: 200, code: undefined });
  expect((await inState(id, 'public', 'visible')).text).toContain('знайшлася');
});

test('the one private answer is offered with its end, reaches the customer, and is not given twice', async () => {
  const { id, commentId } = await complaint('Жахливо: третій день чекаю на книжку, слухавку ніхто не бере!');
  const offer = (await read(id)).answering?.privately;
  expect(offer?.state).toBe('open');
  const days = (Date.parse(offer?.until ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(6.9);
  const text = 'Олено, ваше замовлення 118 знайшлося на складі о 10:05. Тарас, «Лавка»';
  const given = await answer(id, { text, channel: 'private' });
  expect({ status: given.status, code: given.json['code'] }).toEqual({ status: 200, code: undefined });
  await inState(id, 'private', 'sent');
  expect(desk.facebook.givenPrivately).toContainEqual({ commentId, text });
  expect((await read(id)).answering?.privately?.state).toBe('given');
  const again = await answer(id, { text: `${text} Ще раз.`, channel: 'private' });
  expect([again.status, again.json['code']]).toEqual([409, 'private_answer_given']);
});

test('a private answer whose response was lost is there once, and a person is told to look', async () => {
  const { id, commentId } = await complaint('Ганьба: п’ятий день чекаю на книжку, ніхто не відповідає!');
  desk.facebook.failNext(1, 'lost', /messages/u);
  const text = 'Олено, ваше замовлення 119 знайшлося на складі о 10:20. Тарас, «Лавка»';
  expect((await answer(id, { text, channel: 'private' })).status).toBe(200);
  const { reason } = await inState(id, 'private', 'rejected');
  expect(reason).toContain('inbox');
  const toThem = desk.facebook.givenPrivately.filter((each) => each.commentId === commentId);
  expect(toThem).toHaveLength(1);
});

test('a public answer whose response was lost is found, and stands there once (W05)', async () => {
  const { id } = await complaint('Сьомий день чекаю на книжку, а телефон мовчить. Поверніть гроші!');
  desk.facebook.failNext(1, 'lost', /POST .*comments/u);
  const given = await answer(id, { text: 'Олено, гроші повернули на картку о 10:15. Тарас, «Лавка»' });
  expect(given.status).toBe(200);
  await inState(id, 'public', 'visible');
  const said = desk.facebook.world.comments.filter((each) => each.text.includes('о 10:15'));
  expect(said).toHaveLength(1);
});
