import { type Assess, assessmentOfMissed, type Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { job, type Jobs, type Queue } from '@heard/jobs';
import type { AssessHere } from './assess-here.js';
import type { Reassess } from './reassess.js';
import { mayLook, type Outdated, outdated, replaceAssessment, weightsOf } from './store/assessed-anew.js';
import type { ReadMention } from './store/read-mentions.js';

/** Texts of open cases, from an id on, that a model shall assess anew. */
export interface AssessAnewJob {
  readonly workspaceId: string;
  readonly model: string;
  readonly after?: string;
}

/** A page at a time: whatever was not reached before a crash is reached by the next try. */
export const assessAnewQueue: Queue<AssessAnewJob> = {
  name: 'assess-anew',
  concurrency: 1,
  batchSize: 1,
  retryLimit: 5,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 60,
};

const lookMs = 60_000;
const pauseMs = 600_000;
const pageSize = 50;

/**
 * New weights assess the texts of open cases once more, in the background: what was understood becomes theirs, what a
 * person said stands above it as before, and the cases follow as they follow any second reading (`Reassess`).
 */
export class AssessAnew {
  private lookedAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly assess: AssessHere,
    private readonly reassess: Reassess,
    private readonly clock: Clock,
  ) {}

  /** Looks once a minute, in each workspace one process in ten minutes; returns in how many there is something to do. */
  async run(): Promise<number> {
    const now = this.clock.now();
    if (now.getTime() - this.lookedAt < lookMs) return 0;
    const workspaces = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string }>('select workspace_id from heard_span.workspace_ids()'),
    );
    this.lookedAt = now.getTime();
    let begun = 0;
    for (const { workspace_id: workspaceId } of workspaces) {
      begun += await this.database.inWorkspace(workspaceId, (tx) => this.begin(tx, now));
    }
    return begun;
  }

  private async begin(tx: Transaction, now: Date): Promise<number> {
    const model = modelOf(await this.assess.in(tx));
    if (!(await mayLook(tx, weightsOf(model), now, pauseMs))) return 0;
    const [first] = await outdated(tx, model, { after: undefined, limit: 1 });
    if (!first) return 0;
    await this.jobs.add(tx, [job(assessAnewQueue, { workspaceId: tx.workspaceId, model })]);
    return 1;
  }

  /** A page, each text in a transaction of its own; a process with other weights leaves it to the next look of one that has them. */
  async do({ workspaceId, model, after }: AssessAnewJob): Promise<void> {
    const page = await this.database.inWorkspace(workspaceId, async (tx) => {
      if (modelOf(await this.assess.in(tx)) !== model) return [];
      return outdated(tx, model, { after, limit: pageSize });
    });
    const failures: unknown[] = [];
    for (const each of page) {
      // One text that fails keeps no other from its turn; the next try of the page meets it alone.
      await this.database
        .inWorkspace(workspaceId, (tx) => this.one(tx, each))
        .catch((error: unknown) => failures.push(error));
    }
    const last = page.at(-1);
    if (last && page.length === pageSize) {
      await this.database.inWorkspace(workspaceId, (tx) =>
        this.jobs.add(tx, [job(assessAnewQueue, { workspaceId, model, after: last.id })]),
      );
    }
    if (failures.length > 0) throw failures[0];
  }

  /** Of two processes at once the second finds the text locked, and then assessed. */
  private async one(tx: Transaction, text: Outdated): Promise<void> {
    const assess = await this.assess.in(tx, text.sourceId);
    await this.reassess.run(tx, text, (mention) =>
      replaceAssessment(tx, text, read(assess, mention), this.clock.now()),
    );
  }
}

function read(assess: Assess, { text, title, platform, rating, missed }: ReadMention) {
  const assessment = assess({ text, title, platform, rating });
  return missed ? assessmentOfMissed(assessment, missed) : assessment;
}

/** What it signs its assessments with here. */
const modelOf = (assess: Assess): string => assess({ text: '' }).model;
