import type { Command, RunCommand } from './command.js';
import { readOptions } from './options.js';
import { write } from './write.js';

/** Prints what can be done. */
export const helpOn =
  (commands: readonly Command[]): RunCommand =>
  async (words, { stdout }) => {
    readOptions(words, []);
    const lines = commands.map(
      ({ name, usage, meaning }) => `  ${`${name} ${usage}`.trim()}\n      ${meaning}`,
    );
    await write(stdout, `npm run heard -- COMMAND\n\n${lines.join('\n')}\n`);
  };
