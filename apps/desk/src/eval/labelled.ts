import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A labelled set of the repository, line by line. */
export async function labelled<T>(name: string): Promise<T[]> {
  const file = join(process.cwd(), 'libs', 'wording', 'labelled', `${name}.jsonl`);
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
