import type { Writable } from 'node:stream';
import { type Config, loadConfig } from '@heard/config';
import { setUpWorkspace } from '@heard/staff';
import { createLog } from '../log.js';
import { openDatabase, openHeard, type OpenedHeard, systemClock } from '../open-heard.js';
import type { Terminal } from './command.js';

/**
 * Does a command's work with Heard: joins the database of a running Heard or starts it, and lets go afterwards.
 * A workspace is made when Heard never ran here.
 */
export async function withHeard<T>(
  { stderr }: Terminal,
  work: (heard: OpenedHeard['heard'], workspaceId: string) => Promise<T>,
): Promise<T> {
  const config = loadConfig();
  const base = await openDatabase(config);
  try {
    const opened = await openHeard(config, base, createLog(config.logLevel), { works: false });
    try {
      const { database } = opened.heard;
      return await work(opened.heard, await workspaceOf(config, database, stderr));
    } finally {
      await opened.close();
    }
  } finally {
    await base.prepared.release();
  }
}

async function workspaceOf(
  { adminEmail, adminPassword }: Config,
  database: OpenedHeard['heard']['database'],
  stderr: Writable,
): Promise<string> {
  const asked = { administratorEmail: adminEmail, administratorPassword: adminPassword };
  const { workspaceId, administrator } = await setUpWorkspace(database, asked, systemClock);
  if (administrator?.oneTimePassword !== undefined) {
    stderr.write(
      `A workspace was made. Administrator: ${administrator.email}, one-time password: ${administrator.oneTimePassword}\n`,
    );
  }
  return workspaceId;
}
