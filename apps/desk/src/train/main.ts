import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { train, writeWeights } from '@heard/understanding';
import { readCorpora, readCorrections } from './corpora.js';

const usage = 'Write: npm run train -- --data DIR [--corrections FILE] --out FILE';

/** Learns the weights of the assessor from labelled posts, and writes them into one file. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, corrections: { type: 'string' }, out: { type: 'string' } },
  });
  if (values.data === undefined || values.out === undefined) throw new Error(usage);
  const corpora = await readCorpora(values.data, 'train');
  const posts = [...corpora.values()].flat();
  if (values.corrections !== undefined) posts.push(...(await readCorrections(values.corrections)));
  const begun = Date.now();
  const model = train(posts, (text) => process.stderr.write(`train: ${text}\n`));
  const file = writeWeights(model);
  await writeFile(values.out, file);
  const seconds = Math.round((Date.now() - begun) / 1000);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${JSON.stringify({ train: model.name, posts: posts.length, bytes: file.length, seconds, peakMb })}\n`,
  );
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
