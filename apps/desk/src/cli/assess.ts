import { createInterface } from 'node:readline';
import { assessLines } from '@heard/understanding/assessor';
import type { RunCommand } from './command.js';
import { readOptions } from './options.js';
import { write } from './write.js';

/** So many letters go out at once: a write for each line would cost more than its assessment. */
const portion = 16_384;

/** Assesses lines of JSON from standard input, in their order, as they come. */
export const assessInput: RunCommand = async (words, { stdin, stdout }) => {
  readOptions(words, []);
  let waiting = '';
  const lines = createInterface({ input: stdin, crlfDelay: Infinity });
  for await (const assessed of assessLines(lines)) {
    waiting += `${JSON.stringify(assessed)}\n`;
    // What a person types is answered at once.
    if (waiting.length < portion && stdin.readableLength > 0) continue;
    await write(stdout, waiting);
    waiting = '';
    if (stdout.destroyed) return;
  }
  await write(stdout, waiting);
};
