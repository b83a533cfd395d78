import { Fault } from '@heard/core';
import { DataSource, type QueryRunner } from 'typeorm';
import { asFault } from './database-fault.js';

/** One statement at a time inside a transaction. */
export interface Statements {
  /** Rows of a query; columns as PostgreSQL's driver reads them (bigint as text, timestamptz as Date). */
  rows<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Runs a statement and says how many rows it touched. */
  run(sql: string, parameters?: readonly unknown[]): Promise<number>;
}

/** A transaction in one workspace: sees and writes nothing of any other. */
export interface Transaction extends Statements {
  readonly workspaceId: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The database as the service sees it, through a role that neither owns the tables nor bypasses their policies. */
export class Database {
  private constructor(private readonly source: DataSource) {}

  /** Connects with the service role's address; faults in one sentence when that cannot be done. */
  static async connect(url: string, options: { readonly poolSize?: number } = {}): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      poolSize: options.poolSize ?? 10,
      connectTimeoutMS: 5_000,
      applicationName: 'heard',
      extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
      poolErrorHandler: () => undefined,
    });
    try {
      await source.initialize();
    } catch (error) {
      throw asFault(error);
    }
    return new Database(source);
  }

  /** Runs the work in one transaction of one workspace; rolls back when it throws. */
  async inWorkspace<T>(workspaceId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (!uuid.test(workspaceId)) throw new Fault('invalid', 'A workspace is named by its id (a UUID).');
    return this.transaction(async (runner) => {
      await runner.query(`select set_config('heard.workspace_id', $1, true)`, [workspaceId]);
      return work({ workspaceId, ...statementsOf(runner) });
    });
  }

  /**
   * For the few reads that span workspaces, through the functions of schema `heard_span` only: outside of a
   * workspace the policies show no row of any table.
   */
  async spanning<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.transaction((runner) => work(statementsOf(runner)));
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private async transaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await rollBack(runner);
      throw asFault(error);
    } finally {
      await runner.release();
    }
  }
}

/** A rollback that cannot get through leaves nothing behind: the server drops the transaction with the connection. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return;
  await runner.rollbackTransaction().catch(() => undefined);
}

function statementsOf(runner: QueryRunner): Statements {
  return {
    async rows<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
      const result = await runner.query(sql, [...parameters], true);
      return (result.records ?? []) as T[];
    },
    async run(sql: string, parameters: readonly unknown[] = []): Promise<number> {
      const result = await runner.query(sql, [...parameters], true);
      return result.affected ?? 0;
    },
  };
}
