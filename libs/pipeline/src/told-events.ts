import type { Queue } from '@heard/jobs';

/** A source of which a webhook told something. */
export interface ToldEvents {
  readonly workspaceId: string;
  readonly sourceId: string;
}

/** What webhooks told of: retried for a day and a half, while polling goes on beside it. */
export const toldEventsQueue: Queue<ToldEvents> = {
  name: 'told-events',
  concurrency: 2,
  batchSize: 1,
  retryLimit: 450,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 300,
};
