import { parseArgs } from 'node:util';
import { nearest } from '@heard/config';
import { isFault } from '@heard/core';
import { benchAssess } from './assess.js';
import { benchIngest } from './ingest.js';
import { benchPolling } from './polling.js';
import { benchWebhooks } from './webhooks.js';

type Bench = (say: (text: string) => void, data?: string) => Promise<object | readonly object[]>;

const benches: Readonly<Record<string, Bench>> = {
  ingest: benchIngest,
  assess: benchAssess,
  polling: benchPolling,
  webhooks: benchWebhooks,
};

/** Runs the named benches, or all; each prints its results as lines of JSON on standard output. */
async function main(words: readonly string[]): Promise<void> {
  const { values, positionals: names } = parseArgs({
    args: [...words],
    options: { data: { type: 'string' } },
    allowPositionals: true,
  });
  const known = Object.keys(benches);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no bench "${unknown}"; did you mean "${nearest(unknown, known)}"?\n`);
    process.exitCode = 1;
    return;
  }
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const results = [await bench((text) => process.stderr.write(`${name}: ${text}\n`), values.data)].flat();
    for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${isFault(error) || error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
