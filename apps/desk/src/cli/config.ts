import { describeConfig, loadConfig } from '@heard/config';
import type { RunCommand } from './command.js';
import { readOptions } from './options.js';
import { write } from './write.js';

/** Prints every key as it is in force; of secrets only whether they are set. */
export const printConfig: RunCommand = async (words, { stdout }) => {
  readOptions(words, []);
  const described = describeConfig(loadConfig()).map(
    ({ key, value, default: otherwise, unit, meaning }) =>
      `${key}=${value}\n    ${meaning}\n    default: ${otherwise || 'none'}; unit: ${unit}\n`,
  );
  await write(stdout, described.join('\n'));
};
