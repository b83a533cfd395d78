import type { Queue } from '@heard/jobs';

/** The answer to be sent or confirmed: of a case, or one that tells somebody what became of their suggestion. */
export interface AnswerJob {
  readonly workspaceId: string;
  readonly answerId: string;
}

/** Answers on their way to a platform. */
export const answerQueue: Queue<AnswerJob> = {
  name: 'send-answer',
  concurrency: 2,
  batchSize: 1,
  // Outlasts `moderationMs`: an answer must end as lost, which somebody is told of, before its work ends unseen.
  retryLimit: 2_400,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 300,
};
