import { type Actor, heard } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { setUpWorkspace } from '@heard/staff';
import { FakeClock, type TestDatabase, testDatabase } from '@heard/testing';
import { firstBreak } from './chain.js';
import { RegisterBook } from './register-book.js';

/** A register for these tests: a list of words that only grows. */
interface Word {
  readonly type: 'word.said';
  readonly at: Date;
  readonly by: Actor;
  readonly word: string;
  readonly due?: Date;
}
interface Words {
  readonly said: readonly string[];
  readonly due?: Date;
}

const now = new Date('2031-03-03T10:00:00Z');
const say = (word: string, due?: Date): Word => ({
  type: 'word.said',
  at: now,
  by: heard,
  word,
  ...(due && { due }),
});

let db: TestDatabase;
let workspaceId: string;
const projected: string[] = [];
const announced: string[] = [];
const book = new RegisterBook<Words, Word>(
  {
    register: 'incident',
    moments: new Set(['due']),
    evolve: (current, { word, due }) => ({
      said: [...(current?.said ?? []), word],
      due: due ?? current?.due,
    }),
    project: async (_tx, written) => void projected.push(...written.map(({ record }) => record.id)),
  },
  async (_tx, register, ids) => void announced.push(...ids.map((id) => `${register}:${id}`)),
);
const inWorkspace = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  db.database.inWorkspace(workspaceId, work);
const open = (id: string, ...events: Word[]) =>
  inWorkspace((tx) => book.open(tx, { id, demo: false, events }));

beforeAll(async () => {
  db = await testDatabase([]);
  ({ workspaceId } = await setUpWorkspace(
    db.database,
    { administratorEmail: 'admin@shop.example' },
    new FakeClock(now),
  ));
});
afterAll(() => db.close());

test('what is written is read back from its history, moments as moments, and was announced', async () => {
  const id = newId();
  await open(id, say('one', new Date('2031-03-04T08:00:00Z')));
  await inWorkspace(async (tx) => book.append(tx, await book.lock(tx, id), [say('two'), say('three')]));
  const [record] = await inWorkspace((tx) => book.read(tx, [id]));
  expect(record?.state).toEqual({ said: ['one', 'two', 'three'], due: new Date('2031-03-04T08:00:00Z') });
  expect(record?.version).toBe(3);
  const events = await inWorkspace((tx) => book.histories(tx, [id]));
  expect(firstBreak(id, events.get(id) ?? [])).toBeUndefined();
  expect(projected.filter((each) => each === id)).toHaveLength(2);
  expect(announced).toContain(`incident:${id}`);
});

test('a row changed behind the service is found', async () => {
  const id = newId();
  await open(id, say('one'), say('two'));
  await db.owner(`update register_events set facts = '{"word": "never"}' where id = $1 and seq = 2`, [id]);
  const events = await inWorkspace((tx) => book.histories(tx, [id]));
  expect(firstBreak(id, events.get(id) ?? [])).toBe(2);
});

test.each([
  ['edited', `update register_events set type = 'word.unsaid' where id = $1`],
  ['deleted', 'delete from register_events where id = $1'],
  ['forgotten as a whole', 'delete from registers where id = $1'],
])('the service may not have an event %s', async (_, sql) => {
  const id = newId();
  await open(id, say('one'));
  await expect(inWorkspace((tx) => tx.run(sql, [id]))).rejects.toThrow('permission denied');
  expect(await db.owner('select from register_events where id = $1', [id])).toHaveLength(1);
});

test('of two who write to the same state, the second is told that it changed', async () => {
  const id = newId();
  const seen = await open(id, say('one'));
  await inWorkspace((tx) => book.append(tx, seen, [say('two')]));
  const late = inWorkspace((tx) => book.append(tx, seen, [say('two again')]));
  await expect(late).rejects.toMatchObject({ kind: 'conflict' });
});

test('two who lock it write one after the other', async () => {
  const id = newId();
  await open(id, say('one'));
  const add = (word: string) =>
    inWorkspace(async (tx) => book.append(tx, await book.lock(tx, id), [say(word)]));
  await Promise.all([add('two'), add('three'), add('four')]);
  const [record] = await inWorkspace((tx) => book.read(tx, [id]));
  expect(record?.version).toBe(4);
  expect(new Set(record?.state.said)).toEqual(new Set(['one', 'two', 'three', 'four']));
});

test('an entry of another workspace, or of another register, is not there', async () => {
  const id = newId();
  await open(id, say('one'));
  await db.owner(`update registers set register = 'cause' where id = $1`, [id]);
  await expect(inWorkspace((tx) => book.lock(tx, id))).rejects.toMatchObject({ kind: 'missing' });
  await db.owner(`update registers set register = 'incident' where id = $1`, [id]);
  const strange = db.database.inWorkspace(newId(), (tx) => book.lock(tx, id));
  await expect(strange).rejects.toMatchObject({ kind: 'missing' });
});

test('the demo goes as a whole, and nothing else with it', async () => {
  const [real, demo] = [newId(), newId()];
  await open(real, say('one'));
  await inWorkspace((tx) => book.open(tx, { id: demo, demo: true, events: [say('one')] }));
  await inWorkspace((tx) => tx.rows('select heard_span.remove_demo_registers()'));
  const left = await db.owner<{ id: string }>('select id from register_events where id = any($1)', [
    [real, demo],
  ]);
  expect(left).toEqual([{ id: real }]);
});
