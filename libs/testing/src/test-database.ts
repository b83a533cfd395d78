import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database, migrate, prepareServiceRole, startEmbeddedPostgres } from '@heard/database';
import { installJobs, type Queue } from '@heard/jobs';
import pg from 'pg';

/** A database of its own for one test file: migrated, empty, dropped afterwards. */
export interface TestDatabase {
  /** As the service sees it. */
  readonly database: Database;
  readonly ownerUrl: string;
  readonly serviceUrl: string;
  /** As the owner, who sees every row; to look behind the service's back. */
  owner<T>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

const password = 'only-for-tests';
const templateLock = 0x54_50_4c;

/**
 * Clones a database from a migrated template on a throw-away embedded server without crash safety, shared by all
 * test processes. The template is made anew when a migration or the list of queues changes.
 */
export async function testDatabase(queues: readonly Queue<object>[]): Promise<TestDatabase> {
  const root = process.cwd();
  const server = await startEmbeddedPostgres({ dataDir: join(root, '.cache', 'test'), durable: false });
  const name = `heard_test_${randomBytes(6).toString('hex')}`;
  const maintenance = new pg.Client({ connectionString: server.url() });
  await maintenance.connect();
  const template = await ensureTemplate(maintenance, server.url.bind(server), queues, root);
  await maintenance.query(`create database ${name} template ${template}`);
  const ownerUrl = server.url(name);
  const serviceUrl = await prepareServiceRole(ownerUrl, password);
  const database = await Database.connect(serviceUrl, { poolSize: 6 });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    database,
    ownerUrl,
    serviceUrl,
    async owner<T>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
      const result = await owner.query(sql, [...parameters]);
      return result.rows as T[];
    },
    async close() {
      await database.close();
      await owner.end();
      await maintenance.query(`drop database ${name} with (force)`);
      await maintenance.query(`drop role ${new URL(serviceUrl).username}`);
      await maintenance.end();
      await server.release();
    },
  };
}

async function ensureTemplate(
  maintenance: pg.Client,
  url: (database: string) => string,
  queues: readonly Queue<object>[],
  root: string,
): Promise<string> {
  const template = `heard_template_${fingerprint(root, queues)}`;
  await maintenance.query('select pg_advisory_lock($1)', [templateLock]);
  try {
    const { rowCount } = await maintenance.query('select from pg_database where datname = $1', [template]);
    if (rowCount === 0) {
      const making = `${template}_making`;
      await maintenance.query(`drop database if exists ${making} with (force)`);
      await maintenance.query(`create database ${making}`);
      await migrate(url(making));
      await installJobs(url(making), queues);
      await maintenance.query(`alter database ${making} rename to ${template}`);
    }
  } finally {
    await maintenance.query('select pg_advisory_unlock($1)', [templateLock]);
  }
  return template;
}

function fingerprint(root: string, queues: readonly Queue<object>[]): string {
  const hash = createHash('sha256').update(JSON.stringify(queues));
  const folder = join(root, 'libs/database/src/migrations');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, file)));
  hash.update(readFileSync(join(root, 'libs/jobs/src/jobs.ts')));
  return hash.digest('hex').slice(0, 12);
}
