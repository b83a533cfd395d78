import { readFile } from 'node:fs/promises';
import { loadConfig } from '@heard/config';
import {
  assess,
  type LabelledPost,
  makeReaders,
  purseOfOneRun,
  scoreReaders,
  SecondReading,
} from '@heard/understanding';
import { systemClock } from '../open-heard.js';
import { readersOf } from '../readers-of.js';

/** Scores our own assessor, each configured reader after it, and all in their turn, on the same labelled posts. */
export async function compareReaders(file: string): Promise<object[]> {
  const posts = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledPost);
  const readers = makeReaders(readersOf(loadConfig()), purseOfOneRun(), systemClock);
  const lines: object[] = [{ eval: 'readers', reader: 'our own', ...(await scoreReaders(posts, assess)) }];
  const inTurn = [...readers.map((each) => [each]), ...(readers.length > 1 ? [readers] : [])];
  for (const some of inTurn) {
    const failed: string[] = [];
    const reading = new SecondReading(some, systemClock, ({ code, message }) =>
      failed.push(`${code}: ${message}`),
    );
    const score = await scoreReaders(posts, assess, reading);
    const reader = some.map((each) => each.reader.name).join(', then ');
    lines.push({ eval: 'readers', reader, ...score, ...(failed.length > 0 && { failed }) });
  }
  for (const { reader } of readers) await reader.close();
  return lines;
}
