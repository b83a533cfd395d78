import { Fault, isFault } from '@heard/core';
import pg from 'pg';
import { asFault } from './database-fault.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/embedded-postgres.js';
import { migrate } from './migrate.js';
import { prepareServiceRole } from './service-role.js';

/** Which database to use. */
export interface DatabaseChoice {
  readonly dataDir: string;
  /** An external PostgreSQL, as the owner of the tables; the embedded one when absent. */
  readonly databaseUrl?: string;
  /** A service role that somebody made; Heard makes one when absent. */
  readonly appDatabaseUrl?: string;
  /** Password of the service role that Heard makes. */
  readonly rolePassword: string;
  /** Installs what migrations do not, as the owner, after them. */
  readonly install: (ownerUrl: string) => Promise<void>;
}

/** A migrated database, ready for the service. */
export interface PreparedDatabase {
  readonly serviceUrl: string;
  readonly embedded: boolean;
  /** True when this process is the only one to hold the lock of this name; it keeps it until it ends. */
  holdAlone(name: string): Promise<boolean>;
  /** Lets go; the embedded server stops when nobody uses it any more. */
  release(): Promise<void>;
}

const embeddedName = 'heard';

/** Starts or finds the database, brings it up to date, and makes the role that the service connects with. */
export async function prepareDatabase(choice: DatabaseChoice): Promise<PreparedDatabase> {
  const embedded = choice.databaseUrl === undefined ? await startEmbeddedPostgres(choice) : undefined;
  const locks: pg.Client[] = [];
  try {
    if (embedded) await createIfMissing(embedded);
    const ownerUrl = choice.databaseUrl ?? embedded?.url(embeddedName) ?? '';
    await migrate(ownerUrl).catch((error: unknown) => {
      throw choice.databaseUrl === undefined ? error : sayWhich(choice.databaseUrl, error);
    });
    await choice.install(ownerUrl);
    const serviceUrl = choice.appDatabaseUrl ?? (await prepareServiceRole(ownerUrl, choice.rolePassword));
    return {
      serviceUrl,
      embedded: embedded !== undefined,
      holdAlone: (name) => holdAlone(ownerUrl, name, locks),
      async release() {
        await Promise.all(locks.map((each) => each.end()));
        await embedded?.release();
      },
    };
  } catch (error) {
    await embedded?.release();
    throw asFault(error);
  }
}

async function createIfMissing(server: EmbeddedPostgres): Promise<void> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [embeddedName]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [embeddedName]);
    if (rowCount === 0) await client.query(`create database ${embeddedName}`);
  } finally {
    await client.end();
  }
}

/** A lock of a session: gone with the process, however it ends. */
async function holdAlone(ownerUrl: string, name: string, locks: pg.Client[]): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'heard lock' });
  // A lost connection loses the lock; the service notices the lost database by itself.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 2)) as held',
    [name],
  );
  if (rows[0]?.held !== true) {
    await client.end();
    return false;
  }
  locks.push(client);
  return true;
}

/** An address that cannot be reached is named, without its password. */
function sayWhich(url: string, error: unknown): unknown {
  if (!isFault(error, 'unavailable') || error.code !== 'database_unavailable') return error;
  const { hostname, port, pathname } = new URL(url);
  const place = `${hostname}${port ? `:${port}` : ''}`;
  const message = `No PostgreSQL answers at ${place} for the database "${pathname.slice(1)}" of DATABASE_URL.`;
  return new Fault('unavailable', message, { code: error.code, cause: error });
}
