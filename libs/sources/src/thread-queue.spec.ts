import { noteComments, threadRead, withTurns, type ThreadQueue } from './thread-queue.js';

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

  it('remembers no more than two thousand', () => {
    let state = empty;
    for (let nth = 0; nth < 2_010; nth += 1) state = threadRead(state, { id: `${nth}`, comments: 1 });
    expect([state.read.length, state.read[0]]).toEqual([2_000, ['10', 1]]);
  });
});
