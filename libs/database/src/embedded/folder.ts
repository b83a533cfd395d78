import { chmod, chown, mkdir, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '@heard/core';
import type { Account } from './account.js';

/** An empty cluster takes 39 MB and its first write-ahead log as much again. */
const NEEDED_BYTES = 128 * 1024 * 1024;

/** Makes a folder; the parents it has to make are 0755, so that the server's account can pass through them. */
export async function makeFolder(path: string, mode: number, owner?: Account): Promise<void> {
  try {
    const first = await mkdir(path, { recursive: true });
    if (first !== undefined) {
      for (let made = dirname(path); made.length >= first.length; made = dirname(made))
        await chmod(made, 0o755);
      await chmod(path, mode);
    }
    if (owner) await chown(path, owner.uid, owner.gid);
  } catch (error) {
    throw folderFault(error, path);
  }
}

/** Refuses to begin a cluster on a disk that cannot hold one. */
export async function requireSpace(path: string): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  if (bavail * bsize < NEEDED_BYTES) throw noSpace(path);
}

/** Says in one sentence why a folder cannot be used. */
export function folderFault(error: unknown, path: string): Fault {
  if (error instanceof Fault) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return noSpace(path, error);
  const reason =
    {
      ENOTDIR: 'is inside a file or is one',
      EEXIST: 'is a file',
      EACCES: 'may not be written by this account',
      EPERM: 'may not be written by this account',
      EROFS: 'is on a read-only disk',
      ENAMETOOLONG: 'has too long a name',
      ENOENT: 'cannot be made',
      ELOOP: 'is a link that leads back to itself',
    }[code] ?? `cannot be used (${code || String(error)})`;
  return new Fault(
    'invalid',
    `The data folder ${path} ${reason}; set HEARD_DATA_DIR to a folder that may be written.`,
    {
      code: 'data_folder_unusable',
      cause: error,
    },
  );
}

function noSpace(path: string, cause?: unknown): Fault {
  return new Fault('unavailable', `There is no space left on the disk of the data folder ${path}.`, {
    code: 'no_space',
    cause,
  });
}
