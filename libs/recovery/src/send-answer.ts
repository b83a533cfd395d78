import { type CaseCommand, type Clock, Fault, heard, isFault } from '@heard/core';
import type { Database } from '@heard/database';
import { job, type Jobs, type Queue } from '@heard/jobs';
import type { Source } from '@heard/sources';
import type { ActOnCase } from './act-on-case.js';
import type { SourceDoor } from './ports.js';
import { type OutgoingAnswer, outgoingAnswer } from './store/outgoing-answers.js';

/** The answer to be sent or confirmed. */
export interface AnswerJob {
  readonly workspaceId: string;
  readonly answerId: string;
}

/** Answers on their way to a platform. */
export const answerQueue: Queue<AnswerJob> = {
  name: 'send-answer',
  concurrency: 2,
  batchSize: 1,
  // Outlasts `giveUpMs`: an answer must end as lost, which somebody is told of, before its work ends unseen.
  retryLimit: 2_000,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 300,
};

/** After so long an answer that could not be sent, or is not seen, counts as lost and a person is told. */
const giveUpMs = 24 * 60 * 60 * 1000;
/** A moderated platform shows an answer when it has looked at it. */
const lookAgainMs = 60 * 1000;
const moderationMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Sends an answer through its source and reads it back: only what was seen counts as visible. Platforms know no
 * idempotency key, so the thread is read for our own text before every sending: a try whose response was lost does
 * not answer twice.
 */
export class SendAnswer {
  constructor(
    private readonly database: Database,
    private readonly cases: ActOnCase,
    private readonly sources: SourceDoor,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {}

  async run({ workspaceId, answerId }: AnswerJob): Promise<void> {
    const { answer, source } = await this.database.inWorkspace(workspaceId, async (tx) => {
      const found = await outgoingAnswer(tx, answerId);
      return { answer: found, source: found && (await this.sources.open(tx, found.sourceId)) };
    });
    if (!answer || (answer.state !== 'queued' && answer.state !== 'sent')) return;
    try {
      await this.deliver(workspaceId, answer, source);
    } catch (error) {
      const end = this.endOf(answer, error);
      if (!end) throw error;
      await this.cases.run(workspaceId, answer.caseId, end, heard);
    }
  }

  private async deliver(
    workspaceId: string,
    answer: OutgoingAnswer,
    source: Source | undefined,
  ): Promise<void> {
    if (!source?.reply || !source.findReply) {
      throw new Fault('rejected', 'This platform takes no answers through its API.', {
        code: 'no_answers_here',
      });
    }
    const since = answer.queuedAt;
    let seen = await source.findReply(answer.to, answer.text, since, this.signal);
    if (!seen && answer.state === 'queued') {
      const { externalId } = await source.reply(answer.to, answer.text, this.signal);
      await this.tell(workspaceId, answer, { type: 'answer_sent', answerId: answer.id, externalId });
      seen = await source.findReply(answer.to, answer.text, since, this.signal);
    }
    if (!seen) {
      throw new Fault('unavailable', 'The answer is sent but not seen on the platform yet.', {
        code: 'not_seen_yet',
      });
    }
    const { externalId, state, reason } = seen;
    if (state === 'visible') {
      await this.tell(workspaceId, answer, { type: 'answer_seen', answerId: answer.id, externalId });
    } else if (state === 'rejected') {
      const why = reason ?? 'The platform does not show it and gives no reason.';
      await this.tell(workspaceId, answer, { type: 'answer_rejected', answerId: answer.id, reason: why });
    } else {
      await this.tell(workspaceId, answer, { type: 'answer_sent', answerId: answer.id, externalId });
      await this.lookAgain(workspaceId, answer);
    }
  }

  private async tell(workspaceId: string, answer: OutgoingAnswer, command: CaseCommand): Promise<void> {
    await this.cases.run(workspaceId, answer.caseId, command, heard);
  }

  private async lookAgain(workspaceId: string, answer: OutgoingAnswer): Promise<void> {
    const now = this.clock.now().getTime();
    if (now - answer.queuedAt.getTime() > moderationMs) {
      throw new Fault('missing', 'The platform has not shown the answer for a week.', {
        code: 'never_shown',
      });
    }
    const again = job(
      answerQueue,
      { workspaceId, answerId: answer.id },
      { startAfter: new Date(now + lookAgainMs) },
    );
    await this.database.inWorkspace(workspaceId, (tx) => this.jobs.add(tx, [again]));
  }

  /** The end of an answer that will never arrive, or undefined while trying again may help. */
  private endOf(answer: OutgoingAnswer, error: unknown): CaseCommand | undefined {
    const reason = isFault(error) ? error.message : 'Heard could not send it.';
    if (isFault(error, 'rejected')) return { type: 'answer_rejected', answerId: answer.id, reason };
    const late = this.clock.now().getTime() - answer.queuedAt.getTime() > giveUpMs;
    if (isFault(error, 'missing') || late) return { type: 'answer_lost', answerId: answer.id, reason };
    return undefined;
  }
}
