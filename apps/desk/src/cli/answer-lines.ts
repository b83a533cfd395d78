import { createInterface } from 'node:readline';
import type { RunCommand } from './command.js';
import { readOptions } from './options.js';
import { write } from './write.js';

/** So many letters go out at once: a write for each line would cost more than its reading. */
const portion = 16_384;

/** Reads lines of JSON from standard input, in their order, as they come; one object out for each. */
export function answerLines(read: (line: string) => object | undefined): RunCommand {
  return async (words, { stdin, stdout }) => {
    readOptions(words, []);
    let waiting = '';
    for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
      const answer = read(line);
      if (!answer) continue;
      waiting += `${JSON.stringify(answer)}\n`;
      // What a person types is answered at once.
      if (waiting.length < portion && stdin.readableLength > 0) continue;
      await write(stdout, waiting);
      waiting = '';
      if (stdout.destroyed) return;
    }
    await write(stdout, waiting);
  };
}
