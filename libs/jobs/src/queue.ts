/** A kind of durable work: its jobs hold ids only, never a customer's words or a secret. */
export interface Queue<Data extends object> {
  readonly name: string;
  /** Jobs handled at the same time by one process. */
  readonly concurrency: number;
  /** Jobs fetched together and done one after the other; few where each may wait for a network. */
  readonly batchSize: number;
  /** Retries after the first try, with a pause that doubles from `retryDelaySeconds` up to `retryDelayMaxSeconds`. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds: number;
  /** Only carries the type of the data. */
  readonly data?: Data;
}

/** Work to be done after the transaction that adds it has been committed. */
export interface Job<Data extends object = object> {
  readonly queue: Queue<Data>;
  readonly data: Data;
  /** Not before this moment; at once when absent. */
  readonly startAfter?: Date;
  /** Higher goes first within its queue. */
  readonly priority?: number;
}

/** Where work goes whose retries are spent; a person looks at it. */
export const deadLetters = 'dead-letters';

/** A job, with the type of its data checked against its queue. */
export function job<Data extends object>(
  queue: Queue<Data>,
  data: Data,
  options: { readonly startAfter?: Date; readonly priority?: number } = {},
): Job {
  return { queue: queue as Queue<object>, data, ...options };
}
