import type { Jobs } from '@heard/jobs';

/** How long running work may take to end when the process stops. */
const drainMs = 15_000;

/** Starts to do durable work: events of cases, promises that come due, answers, messages, escalations. */
export async function startWorker(jobs: Jobs): Promise<{ stop(): Promise<void> }> {
  await jobs.work();
  return { stop: () => jobs.stop(drainMs) };
}
