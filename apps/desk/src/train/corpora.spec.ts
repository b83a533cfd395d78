import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { hasTrainingSide, readCorpora, readMeasured } from './corpora.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heard-corpora-'));
});
afterEach(() => rm(folder, { recursive: true }));

const line = (text: string, label: string, lang?: string): string =>
  `${JSON.stringify({ text, label, ...(lang && { lang }) })}\n`;

test('both sides of a set are told apart, zipped or not', async () => {
  await writeFile(join(folder, 'shop.train.jsonl.gz'), gzipSync(line('Добре', 'pos', 'uk')));
  await writeFile(join(folder, 'shop.test.jsonl'), line('Погано', 'neg', 'uk'));
  expect(await hasTrainingSide(folder)).toBe(true);
  expect([...(await readCorpora(folder, 'train'))]).toEqual([
    ['shop', [{ set: 'shop', text: 'Добре', lang: 'uk', label: 2, fromStars: false }]],
  ]);
  expect([...(await readMeasured(folder)).keys()]).toEqual(['shop']);
  expect((await readMeasured(folder)).get('shop')).toMatchObject([{ text: 'Погано', label: 0 }]);
});

test('a set of any name without sides is measured by, with or without a language, by either name of a label', async () => {
  await writeFile(join(folder, 'unseen.jsonl'), line('So-so', 'neutral') + line('Bad', 'negative', 'en'));
  await writeFile(join(folder, 'notes.txt'), 'nothing to read');
  expect(await hasTrainingSide(folder)).toBe(false);
  expect((await readMeasured(folder)).get('unseen')).toEqual([
    { set: 'unseen', text: 'So-so', label: 1, fromStars: false },
    { set: 'unseen', text: 'Bad', lang: 'en', label: 0, fromStars: false },
  ]);
});

test('a folder without corpora is told by its name', async () => {
  await expect(readMeasured(folder)).rejects.toThrow(folder);
  await expect(readCorpora(folder, 'train')).rejects.toThrow('<set>.train.jsonl.gz');
});
