import { type Clock, Fault, isFault } from '@heard/core';
import { type Database, newId, type Transaction } from '@heard/database';
import { job } from '@heard/jobs';
import type { Letter } from '../mail/letter.js';
import type { MailTo } from '../mail/mail.receiver.js';
import type { ToldPerson } from '../ports.js';
import { letterQueue, type LetterJob } from '../queues.js';
import {
  countLetterAttempt,
  digestOf,
  findLetter,
  insertLetters,
  type LetterKind,
  markLetter,
  type QueuedLetter,
} from '../store/letter-rows.js';
import type { AddsJobs } from '../tell-receivers.js';
import { writeDigest } from './digest-letter.js';

/** Brings a letter to a person; ends when the mail server has it. */
export interface LetterCarrier {
  carry(letter: Letter, id: string, to: MailTo): Promise<void>;
}

/** What is written to whom. */
export interface LetterToQueue {
  readonly kind: LetterKind;
  readonly about: string;
  readonly demo: boolean;
  readonly to: readonly ToldPerson[];
}

/** Queues letters that are no alerts, in the caller's transaction: each person gets one about one thing, ever. */
export class QueueLetters {
  constructor(
    private readonly jobs: AddsJobs,
    private readonly clock: Clock,
  ) {}

  async run(tx: Transaction, { kind, about, demo, to }: LetterToQueue): Promise<void> {
    const queuedAt = this.clock.now();
    const letters = to.map(({ staffId, email }) => {
      return { id: newId(), kind, about, staffId, sentTo: email, demo, queuedAt };
    });
    const ids = await insertLetters(tx, letters);
    const { workspaceId } = tx;
    await this.jobs.add(
      tx,
      ids.map((letterId) => job(letterQueue, { workspaceId, letterId })),
    );
  }
}

/** What sending letters works with. */
export interface SendLetterParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Where the dashboard is, without a slash at the end. */
  readonly publicUrl: string;
  readonly mail: LetterCarrier;
  /** For the made-up people of the demo; `mail` when absent. */
  readonly demoMail?: LetterCarrier;
}

/** Sends one letter, at least once, as `SendNotification` does: what may succeed later faults and is tried again. */
export class SendLetter {
  constructor(private readonly parts: SendLetterParts) {}

  /** Handles a job of `letterQueue`. */
  async run({ workspaceId, letterId }: LetterJob): Promise<void> {
    const { database, clock, mail, demoMail } = this.parts;
    const written = await database.inWorkspace(workspaceId, (tx) => this.write(tx, letterId));
    if (!written) return;
    const { letter, to, demo } = written;
    const mark = (how: Parameters<typeof markLetter>[2]): Promise<void> =>
      database.inWorkspace(workspaceId, (tx) => markLetter(tx, letterId, how));
    try {
      await (demo ? (demoMail ?? mail) : mail).carry(letter, letterId, to);
    } catch (error) {
      const lastError = error instanceof Fault ? error.message : 'unexpected error';
      const final = isFault(error, 'rejected');
      await mark({ state: final ? 'failed' : 'queued', lastError });
      if (final) return;
      throw error;
    }
    await mark({ state: 'sent', sentAt: clock.now() });
  }

  private async write(
    tx: Transaction,
    letterId: string,
  ): Promise<{ letter: Letter; to: MailTo; demo: boolean } | undefined> {
    const queued = await findLetter(tx, letterId);
    if (queued?.state !== 'queued') return undefined;
    const letter = queued.active ? await this.letterOf(tx, queued) : undefined;
    if (!letter) {
      await markLetter(tx, letterId, { state: 'failed', lastError: 'not needed any more' });
      return undefined;
    }
    await countLetterAttempt(tx, letterId);
    const { name, sentTo: email, language, demo } = queued;
    return { letter, to: { name, email, language }, demo };
  }

  private async letterOf(
    tx: Transaction,
    { kind, about, language }: QueuedLetter,
  ): Promise<Letter | undefined> {
    switch (kind) {
      case 'digest': {
        const digest = await digestOf(tx, about);
        const page = `${this.parts.publicUrl}/reports?tab=digest&week=${about}`;
        return digest && writeDigest(digest, page, language);
      }
    }
  }
}
