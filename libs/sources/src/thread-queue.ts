/** A thread to read, with the counter that told of it. */
export interface ThreadTask {
  readonly id: string;
  readonly comments: number;
}

/** The part of a cursor that remembers threads by their counters of comments: only one that changed is read. */
export interface ThreadQueue {
  /** Ids with the counter when the thread was last read, the last read last: a list, since a table keeps no order of keys. */
  readonly read: readonly (readonly [id: string, comments: number])[];
  readonly queue: readonly ThreadTask[];
}

const REMEMBERED = 2_000;

/** Queues a thread whose counter differs from the last reading. */
export function noteComments<T extends ThreadQueue>(state: T, id: string, comments: number): T {
  const [, before = 0] = state.read.find(([known]) => known === id) ?? [];
  if (comments === before) return state;
  return { ...state, queue: [...state.queue.filter((task) => task.id !== id), { id, comments }] };
}

/** Takes a thread that was read whole off the queue. */
export function threadRead<T extends ThreadQueue>(state: T, { id, comments }: ThreadTask): T {
  const others = state.read.filter(([known]) => known !== id);
  const read = [...others, [id, comments] as const].slice(-REMEMBERED);
  return { ...state, read, queue: state.queue.filter((task) => task.id !== id) };
}

/** Queues the `turns` threads that were not read for the longest of the `among` newest: for what changes no counter. */
export function withTurns<T extends ThreadQueue>(state: T, turns: number, among: number): T {
  const queued = new Set(state.queue.map(({ id }) => id));
  const turn = state.read
    .slice(-among)
    .filter(([id]) => !queued.has(id))
    .slice(0, turns);
  return { ...state, queue: [...state.queue, ...turn.map(([id, comments]) => ({ id, comments }))] };
}
