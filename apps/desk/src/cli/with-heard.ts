import { loadConfig } from '@heard/config';
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
  const opened = await openHeard(config, base, createLog(config.logLevel), { works: false }).catch(
    async (error: unknown) => {
      await base.prepared.release();
      throw error;
    },
  );
  try {
    const { workspaceId, administrator } = await setUpWorkspace(
      opened.heard.database,
      { administratorEmail: config.adminEmail, administratorPassword: config.adminPassword },
      systemClock,
    );
    if (administrator?.oneTimePassword !== undefined) {
      stderr.write(
        `A workspace was made. Administrator: ${administrator.email}, one-time password: ${administrator.oneTimePassword}\n`,
      );
    }
    return await work(opened.heard, workspaceId);
  } finally {
    await opened.close();
  }
}
