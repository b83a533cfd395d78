import { access, constants, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Fault } from '@heard/core';

/**
 * Makes the data folder and the folders above it, one by one: node's own `recursive` never ends in a place like /proc,
 * which says that it exists and then that it does not.
 */
export async function makeDataFolder(path: string): Promise<void> {
  try {
    await make(path);
    await access(path, constants.W_OK);
  } catch (error) {
    throw new Fault(
      'unavailable',
      `The data folder ${path} can be neither used nor made: set HEARD_DATA_DIR to a folder that may be written.`,
      { code: 'data_folder', cause: error },
    );
  }
}

async function make(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return;
  if (found || dirname(path) === path) throw new Error('not a folder');
  await make(dirname(path));
  await mkdir(path).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
}
