import {
  nextTask,
  noteComments,
  threadOnward,
  threadRead,
  withTurns,
  type ThreadQueue,
} from './thread-queue.js';

const empty: ThreadQueue = { read: [], queue: [] };

/** Reads whatever is queued. */
function allRead(state: ThreadQueue): ThreadQueue {
  return state.queue.reduce(threadRead, state);
}

describe('the queue of threads', () => {
  it('takes a thread only while its counter differs from the last reading', () => {
    const noted = noteComments(empty, 'a', 2);
    expect(noted.queue).toEqual([{ id: 'a', comments: 2 }]);
    const read = allRead(noted);
    expect(noteComments(read, 'a', 2).queue).toEqual([]);
    expect(noteComments(read, 'a', 1).queue).toEqual([{ id: 'a', comments: 1 }]);
    expect(noteComments(empty, 'b', 0).queue).toEqual([]);
  });

  it('queues a thread once, with its newest counter', () => {
    expect(noteComments(noteComments(empty, 'a', 1), 'a', 2).queue).toEqual([{ id: 'a', comments: 2 }]);
  });

  it('gives every one of the newest threads its turn, ids that look like numbers too', () => {
    let state = allRead(['9', '3', '20', '1', 'x'].reduce((all, id) => noteComments(all, id, 1), empty));
    const turns: string[][] = [];
    for (let round = 0; round < 3; round += 1) {
      // As it comes back from a table.
      state = withTurns(JSON.parse(JSON.stringify(state)) as ThreadQueue, 2, 4);
      turns.push(state.queue.map(({ id }) => id));
      state = allRead(state);
    }
    expect(turns).toEqual([
      ['3', '20'],
      ['1', 'x'],
      ['3', '20'],
    ]);
  });

  it('reads what is new before what was there, and a late comment on what is known is new', () => {
    const old = noteComments(noteComments(empty, 'a', 1, 'old'), 'b', 1, 'old');
    const both = noteComments(old, 'c', 1);
    expect(nextTask(both)?.id).toBe('c');
    expect(nextTask(old)).toEqual({ id: 'a', comments: 1, old: true });
    expect(noteComments(allRead(old), 'a', 2, 'old').queue).toEqual([{ id: 'a', comments: 2 }]);
  });

  it('keeps the place in a long thread until its counter is another one', () => {
    const noted = noteComments(empty, 'a', 2);
    const place = { place: '100', startedAt: '2026-11-22T10:00:00.000Z' };
    const onward = threadOnward(noted, { id: 'a', comments: 2 }, place);
    expect(noteComments(onward, 'a', 2).queue).toEqual([{ id: 'a', comments: 2, ...place }]);
    expect(noteComments(onward, 'a', 3).queue).toEqual([{ id: 'a', comments: 3 }]);
  });

  it('remembers no more than two thousand', () => {
    let state = empty;
    for (let nth = 0; nth < 2_010; nth += 1) state = threadRead(state, { id: `${nth}`, comments: 1 });
    expect([state.read.length, state.read[0]]).toEqual([2_000, ['10', 1]]);
  });
});
