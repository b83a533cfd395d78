import { type Assessment, type Clock, Fault, type FaultKind, isFault } from '@heard/core';
import { assess } from '../assess.js';
import type { Opinion, Post, Reader, ReadingFor } from './reader.js';
import { secondOpinion } from './second-opinion.js';

/** A reader with the assessments that it is asked about. */
export interface ReaderInTurn {
  readonly reader: Reader;
  readonly wants: (assessment: Assessment) => boolean;
  /** The longest that one call for a batch takes. */
  readonly slowestMs: number;
}

/** Told of a reader that failed; our own verdict stands. Gets no word of a post. */
export type ReaderLog = (failure: {
  readonly reader: string;
  readonly workspaceId: string;
  readonly code: string;
  readonly message: string;
}) => void;

/** A post with what was understood of it before. */
export interface ReadBefore {
  readonly post: Post;
  readonly first: Assessment;
}

interface Rest {
  failures: number;
  until: number;
  lastSaid?: { readonly code: string; readonly at: number };
}

const shortRestMs = 60_000;
const longRestMs = 10 * 60_000;
const failuresBeforeRest = 3;
/** These last until a person mends something. */
const longRestKinds: ReadonlySet<FaultKind> = new Set(['disconnected', 'invalid', 'refused']);
const sayAgainMs = 3_600_000;
/** Durable work is given to somebody else after 90 seconds. */
const wholeMs = 80_000;

/**
 * Asks the readers in turn, each about what the one before it left unsure. Never throws for a reader's failure: what
 * it could not read keeps the assessment it has, and a reader that fails again and again is left alone for a while.
 */
export class SecondReading {
  private readonly rests = new Map<Reader, Rest>();

  constructor(
    private readonly readers: readonly ReaderInTurn[],
    private readonly clock: Clock,
    private readonly onFailed: ReaderLog = () => undefined,
  ) {}

  /** Whether any reader would be asked about a text that was understood so. */
  wants(assessment: Assessment): boolean {
    return this.readers.some((each) => each.wants(assessment));
  }

  /** The second assessment of each post that got one, in the posts' order. */
  async run(batch: readonly ReadBefore[], by: ReadingFor): Promise<readonly (Assessment | undefined)[]> {
    const second: (Assessment | undefined)[] = batch.map(() => undefined);
    const begun = this.clock.now().getTime();
    for (const { reader, wants, slowestMs } of this.readers) {
      const wanted = batch.flatMap(({ post, first }, index) => {
        const assessment = second[index] ?? first;
        return wants(assessment) ? [{ index, post, assessment }] : [];
      });
      for (let from = 0; from < wanted.length; from += reader.batchSize) {
        const isLate = this.clock.now().getTime() - begun + slowestMs > wholeMs;
        if (isLate || this.isResting(reader)) break;
        const part = wanted.slice(from, from + reader.batchSize);
        const opinions = await this.ask(
          reader,
          part.map(({ post }) => post),
          by,
        );
        part.forEach(({ index, post, assessment }, place) => {
          const opinion = opinions[place];
          if (opinion) second[index] = withOpinion(post, assessment, opinion, reader.name);
        });
      }
    }
    return second;
  }

  async close(): Promise<void> {
    for (const { reader } of this.readers) await reader.close();
  }

  private async ask(reader: Reader, posts: readonly Post[], by: ReadingFor): ReturnType<Reader['read']> {
    try {
      const opinions = await reader.read(posts, by);
      this.rests.delete(reader);
      return opinions;
    } catch (error) {
      by.signal?.throwIfAborted();
      this.failed(reader, error, by.workspaceId);
      return [];
    }
  }

  private isResting(reader: Reader): boolean {
    return this.clock.now().getTime() < (this.rests.get(reader)?.until ?? 0);
  }

  private failed(reader: Reader, error: unknown, workspaceId: string): void {
    const now = this.clock.now().getTime();
    const rest = this.rests.get(reader) ?? { failures: 0, until: 0 };
    this.rests.set(reader, rest);
    const fault = isFault(error) ? error : new Fault('bug', 'The reader failed.', { cause: error });
    // The limit is one workspace's: the others go on.
    if (fault.code !== 'reader_limit') {
      rest.failures += 1;
      rest.until = restAfter(fault, rest.failures, now);
    }
    if (rest.lastSaid?.code === fault.code && now - rest.lastSaid.at < sayAgainMs) return;
    rest.lastSaid = { code: fault.code, at: now };
    this.onFailed({ reader: reader.name, workspaceId, code: fault.code, message: fault.message });
  }
}

/** What the rules know of a text is told only of those that want something: it is gathered when a reader finds one. */
function withOpinion(post: Post, first: Assessment, opinion: Opinion, model: string): Assessment {
  const second = secondOpinion(first, opinion, model);
  if (wantsSomething(first) || !wantsSomething(second)) return second;
  const { text, title, rating } = post;
  const { sentiment, intent } = second;
  const known = assess({ text, title, rating, said: { sentiment, intent } });
  return known.signals.length === 0 ? second : secondOpinion(known, opinion, model);
}

function wantsSomething({ intent }: Assessment): boolean {
  return intent !== 'praise' && intent !== 'other';
}

function restAfter(fault: Fault, failures: number, now: number): number {
  if (fault.retryAt) return fault.retryAt.getTime();
  if (longRestKinds.has(fault.kind)) return now + longRestMs;
  return fault.kind === 'throttled' || failures >= failuresBeforeRest ? now + shortRestMs : now;
}
