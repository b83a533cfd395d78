import pg from 'pg';
import { Fault } from '@heard/core';
import { type Cluster, OWNER, readPassword } from './cluster.js';
import { runningServer, socketFolderInUse, stopServer } from './server.js';
import { SOCKET_PORT } from './socket-folder.js';

/** A process that uses the server: it holds a shared lock for as long as it does. */
export interface Membership {
  url(database: string): string;
  /** Settles when the connection that holds the lock is gone: we left, or the server did. */
  readonly ended: Promise<void>;
  /** Gives the lock back; the last one to do so stops the server, and is told true. */
  leave(): Promise<boolean>;
}

/** What came of an attempt to join: `busy` is a server that starts or stops, `absent` is none. */
export type Joined = Membership | 'busy' | 'absent';

/** "heard" in ASCII, so that it is told from locks of others in pg_locks. */
const LOCK = 0x6865_6172_64;
const ANSWER_LIMIT_MS = 5_000;
const ABSENT = new Set(['ENOENT', 'ECONNREFUSED']);
/** Codes of a server that is starting, recovering or stopping, and of a connection it cut on its way down. */
const BUSY = new Set(['57P01', '57P02', '57P03', 'ECONNRESET', 'EPIPE']);

/** Connects and takes the shared lock; a real connection is the only proof that the server is there. */
export async function join(cluster: Cluster): Promise<Joined> {
  const password = await readPassword(cluster);
  const folder = await socketFolderInUse(cluster.data);
  if (folder === undefined) return absentOrStarting(cluster);
  const url = (database: string) =>
    `postgres://${OWNER}:${password}@localhost:${SOCKET_PORT}/${encodeURIComponent(database)}?host=${encodeURIComponent(folder)}&sslmode=disable`;
  const client = new pg.Client({
    connectionString: url('postgres'),
    connectionTimeoutMillis: ANSWER_LIMIT_MS,
    application_name: 'heard-membership',
  });
  // A server that dies under us is noticed by those who query it; here it only ends the membership.
  let lost = false;
  client.on('error', () => (lost = true));
  const ended = new Promise<void>((resolve) => client.once('end', () => resolve()));
  try {
    await client.connect();
    const shared = await client.query<{ held: boolean }>('select pg_try_advisory_lock_shared($1) as held', [
      LOCK,
    ]);
    if (!shared.rows[0]?.held) {
      await client.end();
      return 'busy';
    }
  } catch (error) {
    await client.end();
    return isAbsence(error) ? absentOrStarting(cluster) : 'busy';
  }
  return { url, ended, leave: () => leave(client, cluster, () => lost) };
}

/**
 * Our own lock goes first: of two that leave at once, one then finds itself alone. Whoever holds the exclusive lock
 * keeps newcomers out until the server is gone.
 */
async function leave(client: pg.Client, cluster: Cluster, isLost: () => boolean): Promise<boolean> {
  try {
    if (isLost()) return false;
    await client.query('select pg_advisory_unlock_shared($1)', [LOCK]);
    const alone = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!alone.rows[0]?.held) return false;
    await stopServer(cluster);
    return true;
  } catch (error) {
    if (error instanceof Fault || !isLost()) throw error;
    return false;
  } finally {
    await client.end();
  }
}

async function absentOrStarting(cluster: Cluster): Promise<'busy' | 'absent'> {
  return (await runningServer(cluster.data)) === undefined ? 'absent' : 'busy';
}

/** True: nobody listens. False: a server that starts or stops. Anything else is a fault. */
function isAbsence(error: unknown): boolean {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (ABSENT.has(code)) return true;
  if (BUSY.has(code) || /terminated unexpectedly|timeout expired/i.test(message)) return false;
  const reason = code === '53300' ? 'it has no connection left' : message;
  throw new Fault('unavailable', `The embedded database refused a connection: ${reason}.`, { cause: error });
}
