import { open } from 'node:fs/promises';
import { Fault } from '@heard/core';
import { readPolicy } from '@heard/policies';
import type { RunCommand } from './command.js';
import { readOptions, usageFault } from './options.js';
import { write } from './write.js';

const mostBytes = 4 * 1024 * 1024;

/** Prints `ok` for a file with a policy that can be saved; else the first thing that is wrong is the fault. */
export const checkPolicy: RunCommand = async (words, { stdout }) => {
  const { files } = readOptions(words, [], 1);
  const path = files[0];
  if (path === undefined) throw usageFault('Name the file: npm run heard -- policy check FILE.');
  readPolicy(parse(await contentOf(path), path));
  await write(stdout, 'ok\n');
};

async function contentOf(path: string): Promise<string> {
  const file = await open(path).catch((error: unknown) => {
    throw usageFault(`The file ${path} cannot be read.`, error);
  });
  try {
    const about = await file.stat();
    if (!about.isFile()) throw usageFault(`${path} is no file.`);
    if (about.size > mostBytes) throw usageFault(`The file ${path} is larger than 4 MB: that is no policy.`);
    // Editors of Windows begin a file with a mark that JSON does not know.
    return (await file.readFile('utf8')).replace(/^\uFEFF/u, '');
  } finally {
    await file.close();
  }
}

function parse(content: string, path: string): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    throw new Fault('invalid', `${path} is no JSON${placeOf(error, content)}.`, {
      code: 'invalid_policy',
      cause: error,
    });
  }
}

/** Node tells how many characters were in order; people count lines. */
function placeOf(error: unknown, content: string): string {
  const message = error instanceof Error ? error.message : '';
  const position = /at position (\d+)/u.exec(message)?.[1];
  if (position === undefined) return /end of JSON/iu.test(message) ? ': it ends too early' : '';
  const before = content.slice(0, Number(position)).split('\n');
  return `: see line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
