import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '@heard/core';
import { type Account, mayReach } from './account.js';
import type { Binaries } from './binaries.js';
import { folderFault, makeFolder, requireSpace } from './folder.js';

/** The files of one embedded database server. */
export interface Cluster {
  /** The folder of everything of this server: `<data folder>/pg18`. */
  readonly home: string;
  /** What PostgreSQL calls its data directory. */
  readonly data: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/** The owner of every database of the embedded server. */
export const OWNER = 'heard_owner';

const ABANDONED_AFTER_MS = 10 * 60_000;
const INITDB_LIMIT_MS = 120_000;

/**
 * Makes the cluster if there is none. It is made under a name of its own and renamed when complete, so a half-made one
 * is never used; of several processes that make one at once, the first to rename wins and the others use that.
 */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  if (await isPresent(cluster.data)) return;
  await removeAbandoned(cluster.home);
  await requireSpace(cluster.home);

  const half = join(cluster.home, `data.init.${process.pid}.${randomBytes(4).toString('hex')}`);
  try {
    await makeFolder(half, 0o700, cluster.account);
    await makeFolder(join(half, 'data'), 0o700, cluster.account);
    await writePassword(join(half, 'password'), cluster.account);
    await initdb(cluster, join(half, 'data'));
    // The password lives and dies with its cluster.
    await rename(join(half, 'password'), passwordFile(join(half, 'data')));
    await rename(join(half, 'data'), cluster.data);
  } catch (error) {
    if (!(await isPresent(cluster.data))) throw folderFault(error, cluster.home);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** The owner's password, known only to those who may read the data folder. */
export async function readPassword(cluster: Cluster): Promise<string> {
  try {
    return (await readFile(passwordFile(cluster.data), 'utf8')).trim();
  } catch (cause) {
    throw new Fault(
      'invalid',
      `The database in ${cluster.data} belongs to another account; start Heard as that account, or set HEARD_DATA_DIR to another folder.`,
      { code: 'data_folder_of_another', cause },
    );
  }
}

/**
 * The name by which the server's account opens its data. Where it may not pass the folders above (a project in
 * `/root`), Linux still lets it in through the working directory that we hand to it.
 */
export function nameForServer(data: string, account: Account | undefined): string {
  if (mayReach(data, account)) return data;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new Fault(
    'invalid',
    `The account of the database server may not enter ${data}; set HEARD_DATA_DIR to a folder that others may pass through.`,
    { code: 'data_folder_unusable' },
  );
}

/** The environment of a PostgreSQL program: nothing of ours, since PG* variables would change what it does. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: serverLocale() };
}

/** With the C locale pg_trgm sees no Cyrillic letter; macOS has no C.UTF-8. */
function serverLocale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

async function initdb(cluster: Cluster, data: string): Promise<void> {
  const name = nameForServer(data, cluster.account);
  const { status, output } = await run(cluster.binaries.initdb, data, cluster.account, [
    `--pgdata=${name}`,
    `--pwfile=${name}/../password`,
    `--username=${OWNER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${serverLocale()}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ]);
  if (status === 0) return;
  if (/no space left/i.test(output)) throw folderFault({ code: 'ENOSPC' }, cluster.home);
  throw new Fault(
    'unavailable',
    `A new database could not be made in ${cluster.home}: ${complaintIn(output)}`,
    {
      code: 'initdb_failed',
    },
  );
}

/** The line of a program's output that says what went wrong. */
export function complaintIn(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const complaint = lines.findLast((line) => /FATAL:|PANIC:|error:/i.test(line)) ?? lines.at(-1);
  return complaint?.replace(/^.*?(FATAL|PANIC|error):\s*/i, '').trim() ?? 'it gave no reason.';
}

function run(program: string, cwd: string, account: Account | undefined, args: readonly string[]) {
  return new Promise<{ status: number | null; output: string }>((resolve, reject) => {
    const child = spawn(program, args, {
      ...account,
      cwd,
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: INITDB_LIMIT_MS,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (cause) => reject(cannotRun(program, cause)));
    child.once('close', (status) => resolve({ status, output }));
  });
}

/** Says why a PostgreSQL program did not even begin. */
export function cannotRun(program: string, cause: unknown): Fault {
  return new Fault(
    'unavailable',
    `The embedded PostgreSQL does not run on this system (${program}; it needs glibc on Linux); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { code: 'postgres_does_not_run', cause },
  );
}

async function writePassword(path: string, account: Account | undefined): Promise<void> {
  await writeFile(path, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  if (account) await chown(path, account.uid, account.gid);
}

/** Leftovers of starts that were killed; a younger one may still be at work. */
async function removeAbandoned(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith('data.init')) continue;
    const path = join(home, name);
    const found = await stat(path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS)
      await rm(path, { recursive: true, force: true });
  }
}

async function isPresent(data: string): Promise<boolean> {
  return stat(data).then(
    () => true,
    () => false,
  );
}

function passwordFile(data: string): string {
  return join(data, 'heard.password');
}
