import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@heard/core';
import { serverAccount } from './account.js';
import { findBinaries } from './binaries.js';
import { type Cluster, ensureCluster } from './cluster.js';
import { makeFolder } from './folder.js';
import { join as joinServer } from './membership.js';
import { type Attempt, attemptStart } from './server.js';

/** How to start, or join, the embedded PostgreSQL. */
export interface EmbeddedPostgresOptions {
  /** The folder that holds everything Heard keeps; the server lives in `pg18` inside it. */
  readonly dataDir: string;
  /** False gives up crash safety for speed; for tests only. */
  readonly durable?: boolean;
  /** Gives up waiting for the server. */
  readonly signal?: AbortSignal;
}

/** A running embedded PostgreSQL, shared by all processes that use the same data folder. */
export interface EmbeddedPostgres {
  /** The address of a database, as the owner of all; `postgres` unless named. */
  url(database?: string): string;
  /** Stops using the server; the last process to do so stops it and waits until it is gone. */
  release(): Promise<void>;
}

/** A crashed server may have half a gigabyte of log to replay. */
const START_LIMIT_MS = 60_000;
const RETRY_MS = 25;

const AGAIN_MS = 1_000;

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one that already runs there. A server that dies is
 * started again, by whoever of its users is first: nobody else is there to do it.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepareCluster(resolve(options.dataDir));
  const durable = options.durable ?? true;
  let held = await joinOrStart(cluster, durable, options.signal);
  const leaving = new AbortController();
  const watch = async () => {
    for (;;) {
      await held.membership.ended;
      if (leaving.signal.aborted) return;
      held = await joinAgain(cluster, durable, leaving.signal).catch(() => held);
      if (leaving.signal.aborted) return;
    }
  };
  const watching = watch();
  const leave = async () => {
    leaving.abort();
    const last = held;
    await letGo(last);
    await watching;
    // A server that was being started again meanwhile.
    if (held !== last) await letGo(held);
  };
  let released: Promise<void> | undefined;
  return {
    url: (database = 'postgres') => held.membership.url(database),
    release: () => (released ??= leave()),
  };
}

async function letGo({ membership, attempt }: Awaited<ReturnType<typeof joinOrStart>>): Promise<void> {
  const stopped = await membership.leave();
  // Our own child is a zombie until we have heard of its end.
  if (stopped) await attempt?.ended;
}

/** Tries until the server runs again; a start that is under way is not given up, or it would run without a user. */
async function joinAgain(cluster: Cluster, durable: boolean, leaving: AbortSignal) {
  for (;;) {
    try {
      return await joinOrStart(cluster, durable);
    } catch {
      await pause(AGAIN_MS, undefined, { signal: leaving });
    }
  }
}

async function prepareCluster(dataDir: string): Promise<Cluster> {
  const home = join(dataDir, 'pg18');
  const data = join(home, 'data');
  await makeFolder(home, 0o755);
  const account = serverAccount(data);
  const cluster = { home, data, account, binaries: await findBinaries(home, account) };
  await ensureCluster(cluster);
  return cluster;
}

async function joinOrStart(cluster: Cluster, durable: boolean, signal?: AbortSignal) {
  const limit = Date.now() + START_LIMIT_MS;
  let attempt: Attempt | undefined;
  let ended = false;
  while (Date.now() < limit) {
    signal?.throwIfAborted();
    const joined = await joinServer(cluster);
    if (typeof joined === 'object') return { membership: joined, attempt };
    if (attempt && ended) {
      const reason = await attempt.reason();
      if (reason !== 'in_the_way') throw reason;
      attempt = undefined;
    }
    if (joined === 'absent' && !attempt) {
      attempt = await attemptStart(cluster, durable);
      ended = false;
      void attempt.ended.then(() => (ended = true));
    }
    await pause(RETRY_MS, undefined, { signal });
  }
  throw new Fault(
    'unavailable',
    `The embedded database in ${cluster.home} did not answer within ${START_LIMIT_MS / 1000} s.`,
    {
      code: 'database_did_not_answer',
    },
  );
}
