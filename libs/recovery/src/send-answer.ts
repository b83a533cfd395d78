import { type Clock, Fault, heard, isFault } from '@heard/core';
import type { Database } from '@heard/database';
import { job, type Jobs } from '@heard/jobs';
import type { ReplyTarget, SeenReply, Source } from '@heard/sources';
import type { ActOnCase } from './act-on-case.js';
import { type AnswerJob, answerQueue } from './answer-queue.js';
import type { CaseAsked } from './case-asked.js';
import type { CustomerLinks } from './customer-links.js';
import type { SourceDoor } from './ports.js';
import { isModeratedPlace } from './store/answer-place.js';
import { noteBegun, type OutgoingAnswer, outgoingAnswer } from './store/outgoing-answers.js';
import type { TellingOut } from './suggestions/telling-out.js';

/** After so long an answer that could not be sent, or is not seen, counts as lost and a person is told. */
const giveUpMs = 24 * 60 * 60 * 1000;
/** A moderated platform shows an answer when it has looked at it; some do not list it before that. */
const soonestLookMs = 60 * 1000;
const latestLookMs = 60 * 60 * 1000;
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
    private readonly links: Pick<CustomerLinks, 'written'>,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
    private readonly tellings?: Pick<TellingOut, 'find' | 'run'>,
  ) {}

  async run({ workspaceId, answerId }: AnswerJob): Promise<void> {
    const { answer, source, text } = await this.database.inWorkspace(workspaceId, async (tx) => {
      const found = (await outgoingAnswer(tx, answerId)) ?? (await this.tellings?.find(tx, answerId));
      return {
        answer: found,
        source: found && (await this.sources.open(tx, found.sourceId)),
        text: found && (await this.links.written(tx, found.text, found.linkId)),
      };
    });
    if (!answer || (answer.state !== 'queued' && answer.state !== 'sent')) return;
    try {
      if (text === undefined) {
        throw new Fault('rejected', 'The link in this text was revoked.', { code: 'link_revoked' });
      }
      await this.deliver(workspaceId, { ...answer, text }, source);
    } catch (error) {
      const end = await this.endOf(workspaceId, answer, error);
      if (!end) throw error;
      await this.tell(workspaceId, answer, end);
    }
  }

  private async deliver(
    workspaceId: string,
    answer: OutgoingAnswer,
    source: Source | undefined,
  ): Promise<void> {
    const way = wayOf(source, answer);
    if (!way) {
      throw new Fault('rejected', 'This platform takes no such answers through its API.', {
        code: 'no_answers_here',
      });
    }
    const since = answer.queuedAt;
    let seen = await way.find?.(answer.to, answer.text, since, this.signal);
    if (!seen && answer.state === 'queued') {
      const { externalId } = await this.send(workspaceId, answer, way);
      await this.tell(workspaceId, answer, { type: 'answer_sent', answerId: answer.id, externalId });
      // What cannot be read back stays sent until somebody of the staff knows that it arrived.
      if (!way.find) return;
      seen = await way.find(answer.to, answer.text, since, this.signal);
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

  /** That a try was begun is stored first: a kill, or a word that is lost, must not make it two on a platform that hides it. */
  private async send(workspaceId: string, answer: OutgoingAnswer, way: Way): Promise<{ externalId: string }> {
    const note = (at: Date | undefined): Promise<void> =>
      this.database.inWorkspace(workspaceId, (tx) => noteBegun(tx, answer.id, at));
    if (!answer.to.again) await note(this.clock.now());
    try {
      return await way.send(answer.to, answer.text, this.signal);
    } catch (error) {
      if (!answer.to.again && isFault(error, 'throttled', 'disconnected')) await note(undefined);
      throw error;
    }
  }

  private async tell(workspaceId: string, answer: OutgoingAnswer, command: CaseAsked): Promise<void> {
    const { owner } = answer;
    if ('caseId' in owner) await this.cases.run(workspaceId, owner.caseId, command, heard);
    else await this.tellings?.run(workspaceId, owner.suggestionId, command);
  }

  private async lookAgain(workspaceId: string, answer: OutgoingAnswer): Promise<void> {
    const now = this.clock.now().getTime();
    const waitedMs = now - answer.queuedAt.getTime();
    if (waitedMs > moderationMs) {
      throw new Fault('missing', 'The platform has not shown the answer for a week.', {
        code: 'never_shown',
      });
    }
    const again = job(
      answerQueue,
      { workspaceId, answerId: answer.id },
      { startAfter: new Date(now + nextLookMs(waitedMs)) },
    );
    await this.database.inWorkspace(workspaceId, (tx) => this.jobs.add(tx, [again]));
  }

  /** The end of an answer that will never arrive, or undefined while trying again may help. */
  private async endOf(
    workspaceId: string,
    answer: OutgoingAnswer,
    error: unknown,
  ): Promise<CaseAsked | undefined> {
    const reason = isFault(error) ? error.message : 'Heard could not send it.';
    if (isFault(error, 'rejected')) return { type: 'answer_rejected', answerId: answer.id, reason };
    const lost: CaseAsked = { type: 'answer_lost', answerId: answer.id, reason };
    if (isFault(error, 'missing')) return lost;
    const waitedMs = this.clock.now().getTime() - answer.queuedAt.getTime();
    if (waitedMs <= giveUpMs) return undefined;
    // What is being looked at is not lost because the platform was down when we asked for it.
    const isModerated =
      answer.state === 'sent' &&
      (await this.database.inWorkspace(workspaceId, (tx) => isModeratedPlace(tx, answer.sourceId)));
    return isModerated && waitedMs <= moderationMs ? undefined : lost;
  }
}

/** What took hours so far is not asked for every minute: calls are scarce, and others wait for them. */
function nextLookMs(waitedMs: number): number {
  return Math.min(Math.max(waitedMs / 10, soonestLookMs), latestLookMs);
}

interface Way {
  readonly send: (to: ReplyTarget, text: string, signal: AbortSignal) => Promise<{ externalId: string }>;
  readonly find?: (...asked: Parameters<NonNullable<Source['findReply']>>) => Promise<SeenReply | undefined>;
}

/** How an answer goes out and is read back; undefined where the platform takes none of its kind. */
function wayOf(
  source: Source | undefined,
  { privately, decision }: Pick<OutgoingAnswer, 'privately' | 'decision'>,
): Way | undefined {
  if (!source) return undefined;
  if (decision) {
    if (!source.decide || !source.findDecision) return undefined;
    return {
      send: async (on, comment, signal) => sent(await source.decide?.(on, { ...decision, comment }, signal)),
      find: async (on, comment, _since, signal) =>
        source.findDecision?.(on, { ...decision, comment }, signal),
    };
  }
  if (privately) {
    if (!source.replyPrivately) return undefined;
    return {
      send: async (...asked) => sent(await source.replyPrivately?.(...asked)),
      ...(source.findPrivateReply ? { find: async (...asked) => source.findPrivateReply?.(...asked) } : {}),
    };
  }
  // A public answer that cannot be looked for would be given twice.
  if (!source.reply || !source.findReply) return undefined;
  return {
    send: async (...asked) => sent(await source.reply?.(...asked)),
    find: async (...asked) => source.findReply?.(...asked),
  };
}

function sent(reply: { externalId: string } | undefined): { externalId: string } {
  if (!reply)
    throw new Fault('bug', 'The platform was asked for what it does not do.', { code: 'no_answers_here' });
  return reply;
}
