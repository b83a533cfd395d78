import { loadConfig } from '@heard/config';
import { removeDemo } from '../demo/remove-demo.js';
import { stateFileOf } from '../demo-world.js';
import type { RunCommand } from './command.js';
import { readOptions } from './options.js';
import { withHeard } from './with-heard.js';
import { write } from './write.js';

/** Removes what the demo made up, and what it left. */
export const demoOff: RunCommand = async (words, terminal) => {
  readOptions(words, []);
  const removed = await withHeard(terminal, ({ database }, workspaceId) =>
    removeDemo(database, workspaceId, stateFileOf(loadConfig())),
  );
  await write(
    terminal.stdout,
    `The demo is off: ${removed.mentions} mentions and ${removed.cases} cases were removed.\n`,
  );
};
