import { nearest } from '@heard/config';
import { isFault } from '@heard/core';
import { benchIngest } from './ingest.js';

const benches = { ingest: benchIngest } as const;

/** Runs the named benches, or all; each prints one line of JSON on standard output. */
async function main(names: readonly string[]): Promise<void> {
  const known = Object.keys(benches);
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no bench "${unknown}"; did you mean "${nearest(unknown, known)}"?\n`);
    process.exitCode = 1;
    return;
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const result = await bench((text) => process.stderr.write(`${name}: ${text}\n`));
    process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(isFault(error) ? `${error.message}\n` : `${String(error)}\n`);
  process.exitCode = 1;
}
