import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Fault } from '@heard/core';

/** The system account a PostgreSQL process runs as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const READ_AND_ENTER = 0o5;
const ENTER = 0o1;

/**
 * The account to run the server as, or undefined for our own. PostgreSQL refuses to run as root, so root lends it
 * the owner of the existing data, else `postgres`, else `nobody`; no account is ever created.
 */
export function serverAccount(data: string, ourUid = process.getuid?.()): Account | undefined {
  if (ourUid !== 0) return undefined;
  const owner = statSync(data, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = namedAccount('postgres') ?? namedAccount('nobody');
  if (account) return account;
  throw new Fault(
    'unavailable',
    'PostgreSQL may not run as root and this system has neither an account `postgres` nor `nobody`; set DATABASE_URL or start Heard as an ordinary user.',
    { code: 'no_database_account' },
  );
}

/** Whether the account can read a file or folder and enter every folder above it; our own account always can. */
export function mayReach(path: string, account: Account | undefined): boolean {
  if (!account) return true;
  let at = realpathSync(path);
  if (!allows(at, account, READ_AND_ENTER)) return false;
  while (dirname(at) !== at) {
    at = dirname(at);
    if (!allows(at, account, ENTER)) return false;
  }
  return true;
}

function allows(path: string, account: Account, wanted: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const bits = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  return (bits & wanted) === wanted;
}

function namedAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
}
