import type { Assessment, Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { job, type Jobs, type Queue } from '@heard/jobs';
import type { BatchSource, Unread } from '@heard/listening';
import type { SecondReading } from '@heard/understanding';
import { concernsCases, type Reassess } from './reassess.js';
import { mentionsToRead, type ReadMention } from './store/read-mentions.js';
import { saveSecond } from './store/second-readings.js';

/** Mentions that a stronger reader shall read. */
export interface ReadAgainJob {
  readonly workspaceId: string;
  readonly mentionIds: readonly string[];
}

/** Second readings: whatever fails in a reader is no failure of the work, so it is only repeated after a crash. */
export const readAgainQueue: Queue<ReadAgainJob> = {
  name: 'second-readings',
  concurrency: 2,
  batchSize: 1,
  retryLimit: 3,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 60,
};

const mentionsOfJob = 32;

/** Lets stronger readers read once more what was stored with our own assessment, where there are such readers. */
export class ReadAgain {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly reading: SecondReading | undefined,
    private readonly reassess: Reassess,
    private readonly clock: Clock,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Adds the work in the transaction that stores the mentions; none where nobody would read. What made-up people say
   * costs no real money.
   */
  async queue(
    tx: Transaction,
    source: BatchSource,
    batch: readonly (Unread & { readonly assessment: Assessment })[],
  ): Promise<void> {
    if (!this.reading || source.demo) return;
    const { reading } = this;
    const ids = batch
      .filter(
        ({ collected }) => !collected.author.isBrand && !collected.missed && collected.text.trim() !== '',
      )
      .filter(({ assessment }) => reading.wants(assessment))
      .map(({ id }) => id);
    const jobs = [];
    for (let from = 0; from < ids.length; from += mentionsOfJob) {
      const mentionIds = ids.slice(from, from + mentionsOfJob);
      jobs.push(job(readAgainQueue, { workspaceId: tx.workspaceId, mentionIds }));
    }
    if (jobs.length > 0) await this.jobs.add(tx, jobs);
  }

  /** Reads outside of any transaction: a reader may take its time. */
  async run({ workspaceId, mentionIds }: ReadAgainJob): Promise<void> {
    if (!this.reading) return;
    const mentions = await this.database.inWorkspace(workspaceId, (tx) => mentionsToRead(tx, mentionIds));
    if (mentions.length === 0) return;
    const posts = mentions.map((mention) => ({ post: postOf(mention), first: mention.first }));
    const second = await this.reading.run(posts, { workspaceId, signal: this.signal });
    const read = mentions.flatMap((mention, index) => {
      const assessment = second[index];
      return assessment ? [{ mention, assessment }] : [];
    });
    const [grave, plain] = [true, false].map((wanted) =>
      read.filter(({ mention, assessment }) => concernsCases(mention, assessment) === wanted),
    );
    await this.database.inWorkspace(workspaceId, async (tx) => {
      for (const { mention, assessment } of plain ?? []) {
        await saveSecond(tx, mention, assessment, this.clock.now());
      }
    });
    for (const { mention, assessment } of grave ?? []) {
      await this.database.inWorkspace(workspaceId, (tx) =>
        this.reassess.run(tx, mention, (locked) =>
          saveSecond(tx, { ...locked, first: mention.first }, assessment, this.clock.now()),
        ),
      );
    }
  }
}

function postOf({ text, title, rating, author }: ReadMention) {
  return { text, title, rating, authorName: author.name };
}
