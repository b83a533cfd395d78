import { parseArgs } from 'node:util';
import { nearest } from '@heard/config';
import { evals } from './evals.js';

/** Runs the named evals, or all, over the labelled sets of the repository. */
async function main(words: readonly string[]): Promise<void> {
  const { values, positionals: names } = parseArgs({
    args: [...words],
    options: { gold: { type: 'string' }, data: { type: 'string' } },
    allowPositionals: true,
  });
  const known = Object.keys(evals);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no eval "${unknown}"; did you mean "${nearest(unknown, known)}"?\n`);
    process.exitCode = 1;
    return;
  }
  for (const [name, run] of Object.entries(evals)) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const line of await run(values)) process.stdout.write(`${JSON.stringify(line)}\n`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
