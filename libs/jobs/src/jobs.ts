import type { Statements } from '@heard/database';
import { Fault, isFault } from '@heard/core';
import { PgBoss } from 'pg-boss';
import { type Job, type Queue, deadLetters } from './queue.js';

/** Does the work of one job; may be called again with the same data, so its effect must be the same twice. */
export type Handler<Data extends object> = (data: Data) => Promise<void>;

/** Called when a job failed; `final` when its retries are spent. Gets no data of the job. */
export type FailureLog = (failure: { queue: string; jobId: string; error: unknown }) => void;

/** How long a job of a killed process stays claimed before another process takes it. */
const heartbeatSeconds = 10;
const expireInSeconds = 90;
const superviseSeconds = 5;
const keepDoneSeconds = 3_600;

interface Registered {
  readonly queue: Queue<object>;
  readonly handler: Handler<object>;
}

/** Durable work on pg-boss: added inside the caller's transaction, handled after it, by any process. */
export class Jobs {
  private readonly registered: Registered[] = [];
  private stopped: Promise<void> | undefined;

  private constructor(
    private readonly boss: PgBoss,
    private readonly onFailure: FailureLog,
  ) {}

  /** Connects as the service role; the tables were made by `installJobs`. */
  static async start(url: string, onFailure: FailureLog, supervise: boolean): Promise<Jobs> {
    const boss = new PgBoss({
      connectionString: url,
      application_name: 'heard jobs',
      max: 4,
      migrate: false,
      createSchema: false,
      schedule: false,
      supervise,
      superviseIntervalSeconds: superviseSeconds,
      monitorIntervalSeconds: superviseSeconds,
      useListenNotify: true,
      reindex: false,
      monitorVacuum: false,
    });
    // pg-boss reports lost connections here and goes on by itself; without a listener they would end the process.
    boss.on('error', (error) => onFailure({ queue: 'pg-boss', jobId: '', error }));
    await boss.start();
    return new Jobs(boss, onFailure);
  }

  /** Writes the work with the caller's transaction: it exists when that commits, and not otherwise. */
  async add(tx: Statements, jobs: readonly Job[]): Promise<void> {
    const db = {
      executeSql: async (sql: string, values: unknown[] = []) => ({ rows: await tx.rows(sql, values) }),
    };
    for (const name of new Set(jobs.map((each) => each.queue.name))) {
      const rows = jobs
        .filter((each) => each.queue.name === name)
        .map(({ data, startAfter, priority }) => ({ data, startAfter, priority }));
      await this.boss.insert(name, rows, { db });
    }
  }

  /**
   * Takes back the jobs with the same data that wait: whoever calls this does their work. Called before that work begins,
   * it drops none whose reason was committed too late to be seen.
   */
  async takeOver<Data extends object>(queue: Queue<Data>, data: Data): Promise<void> {
    await this.boss
      .getDb()
      .executeSql(`delete from pgboss.job where name = $1 and state = 'created' and data = $2::jsonb`, [
        queue.name,
        JSON.stringify(data),
      ]);
  }

  /** Names the handler of a queue; to be called before `work` or `drain`. */
  handle<Data extends object>(queue: Queue<Data>, handler: Handler<Data>): void {
    this.registered.push({ queue: queue as Queue<object>, handler: handler as Handler<object> });
  }

  /** Begins to work on every queue that has a handler. */
  async work(): Promise<void> {
    for (const { queue, handler } of this.registered) {
      const options = {
        batchSize: queue.batchSize,
        perJobResults: true as const,
        localConcurrency: queue.concurrency,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
      };
      await this.boss.work<object, unknown, typeof options>(queue.name, options, async (jobs) => {
        const results = [];
        for (const each of jobs) results.push(await this.runOne(queue, handler, each));
        return results;
      });
    }
  }

  /** Does all work that is due now, in this call; returns how many jobs were done. For tests and for one-off commands. */
  async drain(): Promise<number> {
    let done = 0;
    for (const { queue, handler } of this.registered) {
      for (;;) {
        const jobs = await this.boss.fetch<object>(queue.name, { batchSize: queue.batchSize });
        if (jobs.length === 0) break;
        for (const each of jobs) {
          const result = await this.runOne(queue, handler, each);
          if (result.status === 'completed') await this.boss.complete(queue.name, each.id);
          else await this.boss.fail(queue.name, each.id, result.output);
        }
        done += jobs.length;
      }
    }
    return done;
  }

  /** Lets running work end, for at most the given time, and stops; stopping twice is stopping once. */
  stop(timeoutMs: number): Promise<void> {
    return (this.stopped ??= this.boss.stop({
      graceful: timeoutMs > 0,
      timeout: Math.max(timeoutMs, 1_000),
      close: true,
    }));
  }

  private async runOne(queue: Queue<object>, handler: Handler<object>, each: { id: string; data: object }) {
    try {
      await handler(each.data);
      return { id: each.id, status: 'completed' as const };
    } catch (error) {
      if (isFault(error, 'throttled') && error.retryAt) {
        await this.boss.send(queue.name, each.data, { startAfter: error.retryAt });
        return { id: each.id, status: 'completed' as const };
      }
      this.onFailure({ queue: queue.name, jobId: each.id, error });
      return { id: each.id, status: 'failed' as const, output: { fault: faultName(error) } };
    }
  }
}

/** What may be kept of an error beside a job: its kind, never its message. */
function faultName(error: unknown): string {
  return error instanceof Fault ? `${error.kind}: ${error.code}` : 'bug';
}

/** Makes pg-boss's tables and the queues, as the owner, and lets the service role use them. */
export async function installJobs(ownerUrl: string, queues: readonly Queue<object>[]): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await boss.createQueue(deadLetters, { retentionSeconds: 90 * 24 * 3_600 });
    for (const queue of queues) await ensureQueue(boss, queue);
    // Together they are one transaction; processes that start at the same moment would trip over each other's grants.
    await boss.getDb().executeSql(`
      select pg_advisory_xact_lock(hashtext('heard grants on pgboss'));
      grant usage on schema pgboss to heard_service;
      grant select, insert, update, delete on all tables in schema pgboss to heard_service;
      grant usage on all sequences in schema pgboss to heard_service;
      grant execute on all functions in schema pgboss to heard_service;`);
  } finally {
    await boss.stop({ graceful: false });
  }
}

async function ensureQueue(boss: PgBoss, queue: Queue<object>): Promise<void> {
  const options = {
    retryLimit: queue.retryLimit,
    retryDelay: queue.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: queue.retryDelayMaxSeconds,
    expireInSeconds,
    heartbeatSeconds,
    deleteAfterSeconds: keepDoneSeconds,
    retentionSeconds: 366 * 24 * 3_600,
    deadLetter: deadLetters,
    notify: true,
  };
  if (await boss.getQueue(queue.name)) await boss.updateQueue(queue.name, options);
  else await boss.createQueue(queue.name, options);
}
