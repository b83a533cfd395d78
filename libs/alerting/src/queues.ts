import type { Queue } from '@heard/jobs';

/** One message to one receiver. */
export interface NotifyJob {
  readonly workspaceId: string;
  readonly notificationId: string;
}

/** One step of an escalation: done only while the alert still is at this level. */
export interface EscalateJob {
  readonly workspaceId: string;
  readonly alertId: string;
  readonly level: number;
}

/** One letter that is no alert. */
export interface LetterJob {
  readonly workspaceId: string;
  readonly letterId: string;
}

/** Letters that are no alerts: nobody waits for them at night, and a mail server may be down for days. */
export const letterQueue: Queue<LetterJob> = {
  name: 'letters',
  concurrency: 1,
  batchSize: 5,
  retryLimit: 2_000,
  retryDelaySeconds: 30,
  retryDelayMaxSeconds: 600,
};

/** Messages to be sent. Tried for about a week, the last days every 5 minutes: mail servers are down for hours. */
export const notifyQueue: Queue<NotifyJob> = {
  name: 'notify',
  concurrency: 4,
  batchSize: 2,
  retryLimit: 2_000,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 300,
};

/** Timers of escalations; only the database can make one fail, so it is retried soon and for long. */
export const escalateQueue: Queue<EscalateJob> = {
  name: 'escalate',
  concurrency: 2,
  batchSize: 10,
  retryLimit: 2_000,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 60,
};
