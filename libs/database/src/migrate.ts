import { Fault } from '@heard/core';
import { DataSource } from 'typeorm';
import { asFault } from './database-fault.js';
import { migrations } from './migrations/index.js';

/** 'HEARD' as a number: one migration at a time, whoever starts it. */
const migrationLock = 0x48_45_41_52;

/** What PostgreSQL must be able to do, beside being new enough. */
const oldestVersion = 150_000;

/**
 * Brings the database of this address to the newest schema, as its owner. Safe to call from several processes at
 * once; each migration is a transaction, so that one that fails leaves the schema before it.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 5_000,
    poolSize: 2,
  });
  try {
    await source.initialize();
    await checkServer(source);
    await underLock(source, () => source.runMigrations());
  } catch (error) {
    throw asFault(error);
  } finally {
    if (source.isInitialized) await source.destroy();
  }
}

async function underLock(source: DataSource, work: () => Promise<unknown>): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await work();
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await runner.release();
  }
}

/** Refuses a server that is too old, or whose locale does not know Cyrillic letters. */
async function checkServer(source: DataSource): Promise<void> {
  const rows: unknown = await source.query(
    `select current_setting('server_version_num')::int as version, lower('Ї') = 'ї' as cyrillic`,
  );
  const [found] = rows as { version: number; cyrillic: boolean }[];
  if (!found || found.version < oldestVersion) {
    throw new Fault('unavailable', 'Heard needs PostgreSQL 15 or newer.', { code: 'database_too_old' });
  }
  if (!found.cyrillic) {
    throw new Fault(
      'unavailable',
      'The database does not know Cyrillic letters: create it with a UTF-8 locale such as C.UTF-8 or uk_UA.UTF-8.',
      { code: 'database_locale' },
    );
  }
}
