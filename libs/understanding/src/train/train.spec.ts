import { unsureWidths } from '@heard/core';
import { gather } from '../evidence.js';
import { scoresOf } from '../model/attitude.js';
import { type ModelWeights, readWeights, type Three, writeWeights } from '../model/weights.js';
import { randomFrom } from '../random.js';
import type { Label, TrainingPost } from './sample.js';
import { train } from './train.js';

/** Made-up words without a meaning to the lexicons: what is said of them was learned. */
const subjects = ['мурзилка', 'тарандушка', 'бубенець', 'кавасаль', 'plumbus', 'greebler'];
const said: readonly (readonly string[])[] = [
  ['бурчить', 'скрегоче', 'хрумтит', 'sputters', 'wobbles'],
  ['лежить', 'стоит', 'waits', 'належит'],
  ['сяйкає', 'мерехтит', 'glimmers', 'лагоднеет'],
];
const langs = ['uk', 'ru', 'en'] as const;

function madeUp(count: number): TrainingPost[] {
  const random = randomFrom(7);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: count }, (_, at) => {
    const label = (at % 3) as Label;
    const text = `${one(subjects)} ${one(said[label] ?? [])} ${one(subjects)} ${at}`;
    return { set: 'made up', lang: one(langs), text, label, fromStars: false };
  });
}

const corrections: TrainingPost[] = Array.from({ length: 60 }, (_, at) => ({
  set: 'corrections',
  lang: 'uk',
  text: `мурзилка сяйкає і брязкотить ${at}`,
  label: 0,
  fromStars: false,
}));

const posts = madeUp(240);
const quiet = (): void => undefined;
const scored = (model: ModelWeights, text: string): Three => scoresOf(gather({ text }), model);
const leads = (scores: Three): number => scores.indexOf(Math.max(...scores));

let model: ModelWeights;
let corrected: ModelWeights;
beforeAll(() => {
  model = train(posts, quiet);
  corrected = train([...posts, ...corrections], quiet);
});

it('learns what words mean from posts alone', () => {
  expect(leads(scored(model, 'greebler скрегоче'))).toBe(0);
  expect(leads(scored(model, 'кавасаль waits'))).toBe(1);
  expect(leads(scored(model, 'бубенець мерехтит'))).toBe(2);
});

it('makes the same bytes of the same posts, and other bytes of others', () => {
  const file = writeWeights(model);
  expect(writeWeights(train(posts, quiet)).equals(file)).toBe(true);
  expect(writeWeights(corrected).equals(file)).toBe(false);
  expect(corrected.name).not.toBe(model.name);
});

it('learns from corrections: what they say prevails where they speak of it, and the rest stays', () => {
  const text = 'тарандушка сяйкає і брязкотить';
  expect(leads(scored(model, text))).toBe(2);
  expect(leads(scored(corrected, text))).toBe(0);
  expect(leads(scored(corrected, 'кавасаль waits'))).toBe(1);
  expect(leads(scored(corrected, 'greebler glimmers'))).toBe(2);
});

it('reads back what it wrote', () => {
  const read = readWeights(writeWeights(model));
  expect(scored(read, 'greebler скрегоче')).toEqual(scored(model, 'greebler скрегоче'));
  expect(read.calibration).toEqual(model.calibration);
});

it('calibrates each language and tells what a width of the unsure band costs', () => {
  for (const { temperature, bias } of Object.values(model.calibration)) {
    expect(temperature).toBeGreaterThan(0);
    expect(bias.every(Number.isFinite)).toBe(true);
  }
  for (const { posts, widths } of Object.values(model.unsure)) {
    expect(widths.map(({ width }) => width)).toEqual(unsureWidths);
    const asked = widths.map((each) => each.asked);
    expect(asked[0]).toBe(0);
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    if (posts > 0) expect(asked.at(-1)).toBeLessThanOrEqual(1);
  }
});
