import type { Language } from '@heard/core';
import { allocate, allStrata, doubtfulLean, type Stratum } from '../accuracy/strata.js';
import { gather } from '../evidence.js';
import { languageOf } from '../language.js';
import { leanOf } from '../model/attitude.js';
import type { ModelWeights } from '../model/weights.js';
import { randomFrom } from '../random.js';
import type { TrainingPost } from '../train/sample.js';
import { isKeptBack } from '../train/train.js';
import { decisionOf, type Example, exampleOf } from './example.js';
import { deciderOf, proposeAdaptations, type Proposal } from './propose.js';

/** What one way of adapting did on posts that neither the model nor the adaptation learned from. */
export interface AdaptationTrial {
  readonly by: string;
  readonly posts: number;
  readonly negativeF1: number;
  readonly right: number;
  /** Of the redrawn sets of labels, in how many it would have been offered to be switched on. */
  readonly offered?: string;
}

const streamPosts = 1_000;
const labelCounts = [50, 200];
/** Labels are drawn so often, and the figures are means. */
const redraws = 6;

/** Tries adapting on a page: before, by the prior alone, and with 50 and 200 labels drawn as people are asked. */
export async function trialOfAdaptation(
  side: readonly TrainingPost[],
  test: readonly TrainingPost[],
  model: ModelWeights,
  learned: readonly TrainingPost[],
): Promise<AdaptationTrial[]> {
  const example = ({ text, label }: TrainingPost): Example =>
    exampleOf({ text }, model, { label, weight: 1, isDrawn: true });
  const measured = test.map(example);
  const random = randomFrom(20261126);
  const stream = shuffled(side, random).slice(0, streamPosts).map(example);
  const usual = usualOf(learned);
  const score = (decide: (each: Example) => number): Pick<AdaptationTrial, 'negativeF1' | 'right'> =>
    scoreOf(measured, decide);
  const posts = measured.length;
  const trials: AdaptationTrial[] = [
    { by: 'nothing', posts, ...score((each) => decisionOf(each, each.logits)) },
  ];
  const [prior] = await proposeAdaptations([], stream, model, noBreath, usual);
  if (prior) trials.push({ by: 'prior from 1000 unlabelled', posts, ...score(deciderOf(prior.adaptation)) });
  for (const count of labelCounts) {
    const drawn: Proposal[] = [];
    for (let redraw = 0; redraw < redraws; redraw += 1) {
      const labels = drawnFrom(stream, count, random);
      drawn.push(...(await proposeAdaptations(labels, stream, model, noBreath, usual)));
    }
    for (const kind of ['recalibration', 'residual'] as const) {
      const some = drawn.filter((each) => each.kind === kind);
      const scores = some.map(({ adaptation }) => score(deciderOf(adaptation)));
      trials.push({
        by: `${kind} by ${count} labels`,
        posts,
        negativeF1: meanOf(scores.map(({ negativeF1 }) => negativeF1)),
        right: meanOf(scores.map(({ right }) => right)),
        offered: `${some.filter(({ heldBack }) => heldBack?.helps).length} of ${some.length}`,
      });
    }
  }
  return trials;
}

/** The same page with another share of complaints, by leaving out texts of the one kind or the other. */
export function withShare(posts: readonly TrainingPost[], share: number): TrainingPost[] {
  const random = randomFrom(20261127);
  const negative = posts.filter(({ label }) => label === 0);
  const others = posts.filter(({ label }) => label !== 0);
  const size = Math.min(negative.length / share, others.length / (1 - share));
  return [
    ...shuffled(negative, random).slice(0, Math.round(size * share)),
    ...shuffled(others, random).slice(0, Math.round(size * (1 - share))),
  ];
}

const noBreath = (): Promise<void> => Promise.resolve();

/** As `DrawSample` draws, from the parts that are told apart without urgency: more where negative is near. */
function drawnFrom(stream: readonly Example[], count: number, random: () => number): Example[] {
  const parts: Record<Stratum, Example[]> = {
    urgent_negative: [],
    urgent_other: [],
    negative: [],
    doubtful: [],
    rest: [],
  };
  for (const each of shuffled(stream, random)) {
    const [a, b, c] = each.logits.map((logit, at) => logit - (each.bias[at] ?? 0)) as [
      number,
      number,
      number,
    ];
    const lean = leanOf([a, b, c]);
    parts[lean > 0 ? 'negative' : lean > doubtfulLean ? 'doubtful' : 'rest'].push(each);
  }
  const sizes = allStrata.map((stratum) => [stratum, parts[stratum].length] as const);
  const quotas = allocate(Object.fromEntries(sizes) as Record<Stratum, number>, count);
  const drawn = sizes.flatMap(([stratum, size]) =>
    parts[stratum].slice(0, quotas[stratum]).map((each) => ({ ...each, weight: size / quotas[stratum] })),
  );
  // Labels are cut into parts by their order.
  return shuffled(drawn, random);
}

/** The share of negative that a model trained on these posts was calibrated by. */
function usualOf(posts: readonly TrainingPost[]): Record<Language, number> {
  const seen = { ru: [0, 0], uk: [0, 0], en: [0, 0], other: [0, 0] };
  for (const { text, label, lang } of posts) {
    if (!isKeptBack(text)) continue;
    const found = languageOf(gather({ text }).reading);
    for (const language of [found === 'other' ? lang : found, 'other'] as const) {
      const counts = seen[language];
      counts[0] = (counts[0] ?? 0) + (label === 0 ? 1 : 0);
      counts[1] = (counts[1] ?? 0) + 1;
    }
  }
  const share = ([negative = 0, all = 0]: number[]): number => negative / Math.max(all, 1);
  return { ru: share(seen.ru), uk: share(seen.uk), en: share(seen.en), other: share(seen.other) };
}

function scoreOf(
  examples: readonly Example[],
  decide: (example: Example) => number,
): Pick<AdaptationTrial, 'negativeF1' | 'right'> {
  let [hit, said, is, right] = [0, 0, 0, 0];
  for (const example of examples) {
    const decision = decide(example);
    if (decision === example.label) right += 1;
    if (decision === 0) said += 1;
    if (example.label === 0) is += 1;
    if (decision === 0 && example.label === 0) hit += 1;
  }
  return {
    negativeF1: round3((2 * hit) / Math.max(said + is, 1)),
    right: round3(right / Math.max(examples.length, 1)),
  };
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function meanOf(values: readonly number[]): number {
  return round3(values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1));
}

function round3(value: number): number {
  return Number(value.toFixed(3));
}
