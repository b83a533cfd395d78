import { createHash } from 'node:crypto';
import { gather } from '../evidence.js';
import { languageOf } from '../language.js';
import { bucketBits } from '../model/features.js';
import { evidenceSize } from '../model/evidence-features.js';
import { scoresOf, withRules } from '../model/attitude.js';
import { type Calibration, type MeasuredUnsure, type ModelWeights, writeWeights } from '../model/weights.js';
import { calibrate, expectedErrors, type Held } from './calibrate.js';
import { fit, type FitSettings, threeAt, usualSettings } from './fit.js';
import { Sampler, type TrainingPost } from './sample.js';

/** One post of so many is kept back to calibrate by. */
const keptBackOneOf = 10;

/** Learns the weights from labelled posts: the same weights from the same posts. */
export function train(
  posts: readonly TrainingPost[],
  told: (text: string) => void,
  settings: FitSettings = usualSettings,
): ModelWeights {
  const [learned, kept] = splitOff(posts);
  told(`${posts.length} posts, of which ${kept.length} are kept back to calibrate by`);
  const { calibration, unsure } = calibrated(learn(learned, told, settings), kept);
  told('calibrated; now all posts are learned from');
  return named({ ...learn(posts, told, settings), calibration, unsure });
}

/** Other numbers, another name: by their names it is known that texts were assessed by weights of before. */
function named(model: ModelWeights): ModelWeights {
  const numbers = createHash('sha256').update(writeWeights({ ...model, name: '' }));
  return { ...model, name: `${kind}-${numbers.digest('hex').slice(0, 8)}` };
}

const kind = 'heard-linear';

function learn(
  posts: readonly TrainingPost[],
  told: (text: string) => void,
  settings: FitSettings,
): ModelWeights {
  const sampler = new Sampler();
  const weightOf = setWeights(posts);
  const fitted = fit(
    posts.map((post) => sampler.sampleOf(post, weightOf(post.set))),
    settings,
    told,
  );
  return {
    name: kind,
    bucketBits,
    ...stepOf(fitted.buckets),
    sharpness: settings.sharpness,
    bias: threeAt(fitted.bias, 0),
    evidence: Array.from({ length: evidenceSize }, (_, at) => threeAt(fitted.evidence, at)),
    calibration: { ru: flat, uk: flat, en: flat, other: flat },
    unsure: { ru: nothing, uk: nothing, en: nothing },
  };
}

const flat: Calibration = { temperature: 1, bias: [0, 0, 0] };
const nothing: MeasuredUnsure = { posts: 0, widths: [] };

/** By the text alone, so that more posts do not move those that were there. */
function splitOff(posts: readonly TrainingPost[]): [TrainingPost[], TrainingPost[]] {
  const learned: TrainingPost[] = [];
  const kept: TrainingPost[] = [];
  for (const post of posts) (isKeptBack(post.text) ? kept : learned).push(post);
  return [learned, kept];
}

/** True for the tenth of all posts that a training keeps back to calibrate by. */
export function isKeptBack(text: string): boolean {
  return createHash('sha256').update(text).digest().readUInt16LE(0) % keptBackOneOf === 0;
}

/** Small sets are not drowned: a set weighs as the root of its size, not as its size. */
function setWeights(posts: readonly TrainingPost[]): (set: string) => number {
  const sizes = new Map<string, number>();
  for (const { set } of posts) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const average = posts.length / Math.max(sizes.size, 1);
  return (set) => Math.sqrt(average / (sizes.get(set) ?? average));
}

/** A byte a weight; the few beyond the range are cut. */
function stepOf(weights: Float32Array): { buckets: Int8Array; step: number } {
  let square = 0;
  let used = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    square += weight * weight;
    used += 1;
  }
  const step = (6 * Math.sqrt(square / Math.max(used, 1))) / 127;
  const buckets = new Int8Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    if (weight !== 0) buckets[at] = Math.max(-127, Math.min(127, Math.round(weight / step)));
  }
  return { buckets, step: Number(step.toPrecision(8)) };
}

/** Calibrated with the weights as they are stored, by the very code that assesses. */
function calibrated(model: ModelWeights, kept: readonly TrainingPost[]): ModelWeights {
  const byLanguage = { ru: [] as Held[], uk: [] as Held[], en: [] as Held[] };
  for (const { text, label, lang } of kept) {
    const evidence = gather({ text });
    const language = languageOf(evidence.reading);
    const held = { scores: withRules(scoresOf(evidence, model), evidence), label };
    byLanguage[language === 'other' ? lang : language].push(held);
  }
  const all = Object.values(byLanguage).flat();
  const other = calibrate(all);
  const calibration = {
    ru: calibrate(byLanguage.ru),
    uk: calibrate(byLanguage.uk),
    en: calibrate(byLanguage.en),
    other,
  };
  const unsure = {
    ru: expectedErrors(byLanguage.ru),
    uk: expectedErrors(byLanguage.uk),
    en: expectedErrors(byLanguage.en),
  };
  return { ...model, calibration, unsure };
}
