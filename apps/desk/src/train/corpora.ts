import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TrainingPost } from '@heard/understanding';

/** A line of a corpus, as far as training and measuring go. */
interface CorpusLine {
  readonly text: string;
  readonly lang?: TrainingPost['lang'];
  readonly label?: keyof typeof labels;
  readonly sentiment?: keyof typeof labels | null;
  readonly stars?: number;
}

const labels = { neg: 0, neu: 1, pos: 2, negative: 0, neutral: 1, positive: 2 } as const;

/** A post to measure by: its language may be unknown. */
export type MeasuredPost = Omit<TrainingPost, 'lang'> & { readonly lang?: TrainingPost['lang'] };

const corpusName = /^(?<set>.+?)(?:\.(?<side>train|test))?\.jsonl(?:\.gz)?$/;

/** One side of the corpora of a folder, set by set in the order of their names. */
export async function readCorpora(
  folder: string,
  side: 'train' | 'test',
): Promise<Map<string, TrainingPost[]>> {
  const sets = await readSets(folder, (found) => found === side);
  if (sets.size === 0) {
    throw new Error(`There are no corpora in ${folder}: files named <set>.${side}.jsonl.gz are looked for.`);
  }
  return new Map([...sets].map(([set, posts]) => [set, posts.filter(hasLanguage)]));
}

/** Every set to measure by: the test sides, and sets that have no sides. */
export async function readMeasured(folder: string): Promise<Map<string, MeasuredPost[]>> {
  const sets = await readSets(folder, (side) => side !== 'train');
  if (sets.size === 0) {
    throw new Error(
      `There is nothing to measure by in ${folder}: files named <set>.test.jsonl.gz or <set>.jsonl are looked for.`,
    );
  }
  return sets;
}

/** Whether a folder has a side to learn from. */
export async function hasTrainingSide(folder: string): Promise<boolean> {
  const names = await readdir(folder);
  return names.some((name) => corpusName.exec(name)?.groups?.['side'] === 'train');
}

/** Corrections that managers made, as `heard corrections export` writes them. */
export async function readCorrections(file: string): Promise<TrainingPost[]> {
  return postsOf(await readFile(file, 'utf8'), 'corrections').filter(hasLanguage);
}

async function readSets(
  folder: string,
  isWanted: (side: string | undefined) => boolean,
): Promise<Map<string, MeasuredPost[]>> {
  const sets = new Map<string, MeasuredPost[]>();
  for (const name of (await readdir(folder)).toSorted()) {
    const found = corpusName.exec(name)?.groups;
    if (!found || !isWanted(found['side'])) continue;
    const set = found['set'] ?? name;
    const bytes = await readFile(join(folder, name));
    const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
    const posts = postsOf(text, set);
    if (posts.length > 0) sets.set(set, [...(sets.get(set) ?? []), ...posts]);
  }
  return sets;
}

function postsOf(lines: string, set: string): MeasuredPost[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => {
      const { text, lang, label, sentiment, stars } = JSON.parse(line) as CorpusLine;
      const said = label ?? sentiment;
      const known = said && labels[said];
      const post = { set, text, ...(lang && { lang }), label: known, fromStars: stars !== undefined };
      return known === undefined || known === null ? [] : [{ ...post, label: known }];
    });
}

/** What is learned of a language needs one that Heard understands. */
function hasLanguage(post: MeasuredPost): post is TrainingPost {
  return languages.has(post.lang);
}

const languages: ReadonlySet<string | undefined> = new Set(['ru', 'uk', 'en']);
