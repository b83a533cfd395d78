import { spawn } from 'node:child_process';
import { constants, readlinkSync, realpathSync } from 'node:fs';
import { open, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@heard/core';
import type { Account } from './account.js';
import { cannotRun, type Cluster, complaintIn, nameForServer, serverEnvironment } from './cluster.js';
import { folderFault } from './folder.js';
import { makeSocketFolder, SOCKET_PORT } from './socket-folder.js';

/** One attempt to start the server. */
export interface Attempt {
  /** Settles when the process is gone, or never was. */
  readonly ended: Promise<void>;
  /** Why it is gone: another server is in the way for now, or a fault that no waiting mends. */
  reason(): Promise<Fault | 'in_the_way'>;
}

const STOP_LIMIT_MS = 30_000;
const LOG_LIMIT_BYTES = 4 * 1024 * 1024;

/** Small enough to live beside the desk on one machine. The log never shows the values of a failed statement. */
const SETTINGS = {
  listen_addresses: '',
  port: String(SOCKET_PORT),
  unix_socket_permissions: '0700',
  max_connections: '60',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
  // A database that grows by a first import is planned blindly until it was looked at.
  autovacuum_naptime: '15s',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Starts the server in a session of its own, so that it outlives us and Ctrl-C does not reach it. */
export async function attemptStart(cluster: Cluster, durable: boolean): Promise<Attempt> {
  await removeStrangersLock(cluster);
  const folder = await makeSocketFolder(cluster);
  const settings = {
    ...SETTINGS,
    ...(durable ? {} : NOT_DURABLE),
    unix_socket_directories: `"${folder.replaceAll('"', '""')}"`,
  };
  const log = await openLog(join(cluster.home, 'server.log'), cluster.account);
  const child = spawn(
    cluster.binaries.postgres,
    [
      '-D',
      nameForServer(cluster.data, cluster.account),
      ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    {
      ...cluster.account,
      cwd: cluster.data,
      env: serverEnvironment(),
      detached: true,
      stdio: ['ignore', log.handle.fd, log.handle.fd],
    },
  );
  child.unref();
  let notRun: Fault | undefined;
  const ended = new Promise<void>((resolve) => {
    child.once('error', (cause) => {
      notRun = cannotRun(cluster.binaries.postgres, cause);
      resolve();
    });
    child.once('exit', () => resolve());
  });
  await log.handle.close();
  return { ended, reason: async () => notRun ?? whyItEnded(log.path, log.from, cluster) };
}

/** Where the running server listens, by its own word; whether it really runs, only a connection tells. */
export async function socketFolderInUse(data: string): Promise<string | undefined> {
  const lines = await pidFileLines(data);
  return lines[4] || undefined;
}

/** Stops the server, whose clients are told to go, and waits until its process is gone. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const pid = await runningServer(cluster.data);
  if (pid === undefined) return;
  const folder = await socketFolderInUse(cluster.data);
  process.kill(pid, 'SIGINT');
  const limit = Date.now() + STOP_LIMIT_MS;
  while (serves(pid, cluster.data)) {
    if (Date.now() > limit) {
      throw new Fault(
        'unavailable',
        `The embedded database (process ${pid}) did not stop within ${STOP_LIMIT_MS / 1000} s.`,
      );
    }
    await pause(10);
  }
  if (folder) await removeIfEmpty(folder);
}

async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    // Gone, or filled by the next server, which is right; a folder that stays is reused.
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Whether the pid file names a living server of this data: after a crash the number may be a zombie's or a stranger's. */
export async function runningServer(data: string): Promise<number | undefined> {
  const pid = await namedPid(data);
  return pid !== undefined && serves(pid, data) ? pid : undefined;
}

/** A server works inside its data folder; a zombie works nowhere, a stranger somewhere else. */
function serves(pid: number, data: string): boolean {
  if (process.platform !== 'linux') return exists(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return false;
    throw error;
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function namedPid(data: string): Promise<number | undefined> {
  const pid = Number((await pidFileLines(data))[0]);
  return Number.isInteger(pid) && pid > 1 ? pid : undefined;
}

/**
 * PostgreSQL forgets a pid file whose process is gone, but waits for ever for a number that now belongs to a stranger
 * or a zombie. The file is moved away first and put back if it turns out to be another's, just written.
 */
async function removeStrangersLock({ data }: Cluster): Promise<void> {
  const pid = await namedPid(data);
  if (pid === undefined || !exists(pid) || serves(pid, data)) return;
  const file = join(data, 'postmaster.pid');
  const moved = `${file}.${process.pid}`;
  const folder = await socketFolderInUse(data);
  await rename(file, moved);
  if (Number.parseInt(await readFile(moved, 'utf8'), 10) !== pid) return rename(moved, file);
  await rm(moved);
  if (folder) await rm(join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`), { force: true });
}

async function pidFileLines(data: string): Promise<string[]> {
  try {
    return (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw folderFault(error, data);
  }
}

async function openLog(path: string, owner: Account | undefined) {
  try {
    const handle = await open(
      path,
      constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW,
      0o600,
    );
    if (owner) await handle.chown(owner.uid, owner.gid);
    const { size } = await handle.stat();
    if (size <= LOG_LIMIT_BYTES) return { path, handle, from: size };
    await handle.truncate();
    return { path, handle, from: 0 };
  } catch (error) {
    throw folderFault(error, path);
  }
}

async function whyItEnded(path: string, from: number, cluster: Cluster): Promise<Fault | 'in_the_way'> {
  const said = (await readFile(path)).subarray(from).toString();
  if (
    /lock file .* already exists|shared memory block .* still in use|could not create lock file/i.test(said)
  )
    return 'in_the_way';
  if (/no space left/i.test(said)) return folderFault({ code: 'ENOSPC' }, cluster.home);
  return new Fault(
    'unavailable',
    `The embedded database in ${cluster.home} did not start: ${complaintIn(said)}`,
    {
      code: 'database_did_not_start',
    },
  );
}
