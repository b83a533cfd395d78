import { createHash } from 'node:crypto';
import { lchown, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Fault } from '@heard/core';
import { type Account, mayReach } from './account.js';
import type { Cluster } from './cluster.js';
import { folderFault } from './folder.js';

/** Names the socket file only: the server listens on no network port. */
export const SOCKET_PORT = 5432;

/** The kernel takes 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_BYTES = 100;

/** The folder of the server's socket: beside the data, or a short one for temporary files where that is too long. */
export async function makeSocketFolder(cluster: Cluster): Promise<string> {
  const home = await realpath(cluster.home);
  const beside = join(home, 'run');
  const short = `heard-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`;
  for (const folder of [beside, join(tmpdir(), short), join('/tmp', short)]) {
    if (Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)) > LONGEST_SOCKET_BYTES) continue;
    if (!mayReach(dirname(folder), cluster.account)) continue;
    await makeOwnFolder(folder, cluster.account);
    return folder;
  }
  throw new Fault('unavailable', `No folder for the database's socket was found near ${home}.`, {
    code: 'no_socket_folder',
  });
}

/** The name is easy to guess, so whoever made the folder before us must be us, and nobody else may enter it. */
async function makeOwnFolder(folder: string, account: Account | undefined): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw folderFault(error, folder);
  }
  const us = process.getuid?.();
  const found = await lstat(folder);
  if (account && found.uid === us) await lchown(folder, account.uid, account.gid);
  const trusted = found.uid === us || found.uid === account?.uid;
  if (found.isDirectory() && trusted && (found.mode & 0o077) === 0) return;
  throw new Fault(
    'unavailable',
    `The folder ${folder} for the database's socket belongs to somebody else; remove it.`,
    {
      code: 'socket_folder_of_another',
    },
  );
}
