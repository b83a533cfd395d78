import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '@heard/core';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';
import { runningServer } from './server.js';

const IS_ROOT = process.getuid?.() === 0;

describe('the embedded PostgreSQL', () => {
  const started: EmbeddedPostgres[] = [];
  const folders: string[] = [];
  const newFolder = () => {
    const made = mkdtempSync(join(tmpdir(), 'heard-embedded-'));
    folders.push(made);
    return made;
  };
  /** Used again by every test that does not need a first start, which costs a second. */
  let folder = newFolder();

  afterEach(async () => {
    for (const server of started.splice(0)) await server.release();
  });
  afterAll(() => {
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  });

  const start = async (dataDir = folder) => {
    const server = await startEmbeddedPostgres({ dataDir, durable: false });
    started.push(server);
    return server;
  };
  const data = () => join(folder, 'pg18/data');

  it('starts, answers, and leaves no process behind', async () => {
    const server = await start();
    const pid = await runningServer(data());
    expect(await ask(server, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    expect(pid).toBeGreaterThan(1);

    await server.release();
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false);
  });

  it('keeps what was written for the next start', async () => {
    const first = await start();
    await ask(first, 'create table lasting as select 7 as value');
    await first.release();
    expect(await ask(await start(), 'select value from lasting')).toEqual([{ value: 7 }]);
  });

  it('knows Cyrillic letters: their trigrams, case and order', async () => {
    const server = await start();
    await ask(server, 'create extension pg_trgm');
    expect(
      await ask(server, `select cardinality(show_trgm('ї')) > 0 as trigrams, lower('Ї') = 'ї' as lower`),
    ).toEqual([{ trigrams: true, lower: true }]);
    const sorted = await ask(
      server,
      `select v from unnest('{я,ї,і,а}'::text[]) v order by v collate "uk-x-icu"`,
    );
    expect(sorted.map(({ v }) => v)).toEqual(['а', 'і', 'ї', 'я']);
  });

  it('is started by one of several that begin at once, and stopped by the last to leave', async () => {
    folder = newFolder();
    const servers = await Promise.all([start(), start(), start()]);
    const seen = await Promise.all(
      servers.map((server) => ask(server, 'select pg_postmaster_start_time() as at')),
    );
    expect(new Set(seen.map(([row]) => String(row?.at))).size).toBe(1);
    expect(readdirSync(join(folder, 'pg18')).filter((name) => name.startsWith('data.init'))).toEqual([]);

    await servers[0]?.release();
    await servers[1]?.release();
    expect(await runningServer(data())).toBeDefined();
    await servers[2]?.release();
    expect(await runningServer(data())).toBeUndefined();
  });

  it('is stopped even when all leave in the same moment', async () => {
    const servers = await Promise.all([start(), start()]);
    await Promise.all(servers.map((server) => server.release()));
    expect(await runningServer(data())).toBeUndefined();
  });

  it('starts again after the server was killed, with every committed row', async () => {
    const before = await startEmbeddedPostgres({ dataDir: folder });
    await ask(before, 'create table kept as select generate_series(1, 1000) as n');
    process.kill(Number(await runningServer(data())), 'SIGKILL');

    expect(await ask(await start(), 'select count(*)::int as n from kept')).toEqual([{ n: 1000 }]);
    await before.release();
  });

  it('is started again by those who use it when it dies, at the same address', async () => {
    const [one, other] = [await start(), await start()];
    const url = one.url();
    process.kill(Number(await runningServer(data())), 'SIGQUIT');
    let back: unknown;
    while (!back) back = await ask(other, 'select 1 as answer').catch(() => undefined);
    expect(back).toEqual([{ answer: 1 }]);
    expect([one.url(), other.url()]).toEqual([url, url]);
    const pid = Number(await runningServer(data()));
    await one.release();
    await other.release();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('is not fooled by a pid file whose number belongs to another program now', async () => {
    await (await start()).release();
    writeFileSync(
      join(data(), 'postmaster.pid'),
      `${process.pid}\n${data()}\n1\n5432\n/nowhere\n\n0 0\nready\n`,
    );
    expect(await ask(await start(), 'select 1 as answer')).toEqual([{ answer: 1 }]);
  });

  it('never uses a cluster that was only half made', async () => {
    folder = newFolder();
    mkdirSync(join(folder, 'pg18/data.init'), { recursive: true });
    writeFileSync(join(folder, 'pg18/data.init/PG_VERSION'), '18');
    expect(await ask(await start(), 'select 1 as answer')).toEqual([{ answer: 1 }]);
  });

  it('listens on no network port, and lets in only those who can read the data folder', async () => {
    const server = await start();
    expect(await ask(server, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(join(data(), 'heard.password')).mode & 0o777).toBe(0o600);
    const socketFolder = new URL(server.url()).searchParams.get('host') ?? '';
    expect(statSync(socketFolder).mode & 0o777).toBe(0o700);

    const wrong = new pg.Client({ connectionString: server.url().replace(/:[^:@]+@/, ':wrong@') });
    await expect(wrong.connect()).rejects.toThrow('password authentication failed');
  });

  it('works under a path too long for a socket', async () => {
    const long = join(folder, 'a-shop-with-a-long-name'.repeat(5));
    const server = await start(long);
    expect(await ask(server, 'select 1 as answer')).toEqual([{ answer: 1 }]);
    await server.release();
  });

  it('keeps the texts of statements that fail out of its log', async () => {
    const server = await start();
    await expect(ask(server, `select 'a secret complaint'::int`)).rejects.toThrow('invalid input syntax');
    await server.release();
    expect(readFileSync(join(folder, 'pg18/server.log'), 'utf8')).not.toContain('select');
  });

  (IS_ROOT ? it : it.skip)(
    'runs as an account that is not root, where that account may not pass',
    async () => {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      await start();
      const pid = await runningServer(data());
      const { uid } = statSync(`/proc/${pid}`);
      expect(uid).not.toBe(0);
      expect(statSync(realpathSync(data())).uid).toBe(uid);
    },
  );

  it('says in one sentence that the folder is a file', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(start(file)).rejects.toThrow(
      /^The data folder .*\/file\/pg18 is inside a file.*HEARD_DATA_DIR/,
    );
    expect(isFault(await start(file).catch((error: unknown) => error), 'invalid')).toBe(true);
  });

  it('gives up when told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(startEmbeddedPostgres({ dataDir: folder, durable: false, signal })).rejects.toThrow(
      'enough',
    );
  });
});

async function ask(server: EmbeddedPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server.url() });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
