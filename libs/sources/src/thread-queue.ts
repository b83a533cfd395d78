/** A thread to read, with the counter that told of it. */
export interface ThreadTask {
  readonly id: string;
  readonly comments: number;
  /** What was there before we listened: it waits for everything that is new. */
  readonly old?: true;
  /** Where reading goes on, and when its first page was asked for. */
  readonly place?: string;
  readonly startedAt?: string;
}

/** The part of a cursor that remembers threads by their counters of comments: only one that changed is read. */
export interface ThreadQueue {
  /** Ids with the counter when the thread was last read, the last read last: a list, since a table keeps no order of keys. */
  readonly read: readonly (readonly [id: string, comments: number])[];
  readonly queue: readonly ThreadTask[];
}

const REMEMBERED = 2_000;

/** Queues a thread whose counter differs from the last reading; one that was never read may be noted as old. */
export function noteComments<T extends ThreadQueue>(
  state: T,
  id: string,
  comments: number,
  seenAs?: 'old',
): T {
  const known = state.read.find(([each]) => each === id);
  if (comments === (known?.[1] ?? 0)) return state;
  const queued = state.queue.find((task) => task.id === id);
  // It keeps its place in the middle of a long thread.
  if (queued?.comments === comments) return state;
  const isOld = seenAs === 'old' && known === undefined;
  const task = { id, comments, ...(isOld && { old: true as const }) };
  return { ...state, queue: [...state.queue.filter((each) => each.id !== id), task] };
}

/** The thread to read next: what is old waits for all the others. */
export function nextTask({ queue }: ThreadQueue): ThreadTask | undefined {
  return queue.find(({ old }) => !old) ?? queue[0];
}

/** Notes where the reading of a thread goes on. */
export function threadOnward<T extends ThreadQueue>(
  state: T,
  { id }: ThreadTask,
  onward: Pick<ThreadTask, 'place' | 'startedAt'>,
): T {
  return { ...state, queue: state.queue.map((task) => (task.id === id ? { ...task, ...onward } : task)) };
}

/** Takes a thread that was read whole off the queue. */
export function threadRead<T extends ThreadQueue>(state: T, { id, comments }: ThreadTask): T {
  const others = state.read.filter(([known]) => known !== id);
  const read = [...others, [id, comments] as const].slice(-REMEMBERED);
  return { ...state, read, queue: state.queue.filter((task) => task.id !== id) };
}

/** Queues the `turns` threads that were not read for the longest of the `among` newest: for what changes no counter. */
export function withTurns<T extends ThreadQueue>(state: T, turns: number, among: number, as?: 'old'): T {
  const queued = new Set(state.queue.map(({ id }) => id));
  const turn = state.read
    .slice(-among)
    .filter(([id]) => !queued.has(id))
    .slice(0, turns)
    .map(([id, comments]) => ({ id, comments, ...(as && { old: true as const }) }));
  return { ...state, queue: [...state.queue, ...turn] };
}
