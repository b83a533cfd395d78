import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '@heard/core';
import type { Reading } from './readers.js';

const KEY_BYTES = 32;
const OTHERS_MAY_READ = 0o077;

/** Reads a key of 32 bytes from base64 or hexadecimal; any other text of 32 characters or more is hashed to one. */
export function readSecretKey(given: string): Reading<Buffer> {
  if (/^[0-9a-f]{64}$/i.test(given)) return { value: Buffer.from(given, 'hex') };
  if (/^[\w+/-]{43}=?$/.test(given)) return { value: Buffer.from(given, 'base64') };
  if (given.length >= KEY_BYTES) return { value: createHash('sha256').update(given).digest() };
  return { wrong: '32 bytes in base64 or hexadecimal, or at least 32 characters' };
}

/** The key kept in `secret-key` of the data folder; the first start makes it up, with access for its owner only. */
export async function readOrCreateSecretKey(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, 'secret-key');
  try {
    const made = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await mkdir(dataDir, { recursive: true });
    if (!(await isThere(path))) await createOnce(path, made);
    const { mode } = await stat(path);
    if (mode & OTHERS_MAY_READ) {
      throw new Fault('invalid', `The secret key ${path} may be read by others; run chmod 600 on it.`, {
        code: 'secret_key_exposed',
      });
    }
    const reading = readSecretKey((await readFile(path, 'utf8')).trim());
    if ('value' in reading) return reading.value;
    throw new Fault('invalid', `The secret key ${path} must be ${reading.wrong}.`, {
      code: 'secret_key_malformed',
    });
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('invalid', `The secret key ${path} can be neither read nor made.`, {
      code: 'secret_key_unusable',
      cause,
    });
  }
}

/** A link appears complete or not at all, and only for the first of several processes. */
async function createOnce(path: string, made: string): Promise<void> {
  await writeFile(made, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(made, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(made);
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
