import { randomFrom } from '../random.js';
import { bucketBits } from '../model/features.js';
import { evidenceSize } from '../model/evidence-features.js';
import type { Three } from '../model/weights.js';
import type { Sample } from './sample.js';

/** What is learned before it is made small. */
export interface Fitted {
  /** Three numbers a bucket. */
  readonly buckets: Float32Array;
  /** Three numbers for each number of the evidence. */
  readonly evidence: Float32Array;
  readonly bias: Float64Array;
  readonly sharpness: number;
}

/** How it is learned; the seed makes the same weights of the same samples. */
export interface FitSettings {
  readonly epochs: number;
  readonly rate: number;
  /** How fast what the rules found is learned, beside the words. */
  readonly evidenceRate: number;
  readonly ridge: number;
  readonly sharpness: number;
  readonly seed: number;
}

/** Found by trial on a tenth of the training posts that was not learned from. */
export const usualSettings: FitSettings = {
  epochs: 4,
  rate: 0.05,
  evidenceRate: 0.015,
  ridge: 1e-6,
  sharpness: 8,
  seed: 20261125,
};

/**
 * Multinomial logistic regression over hashed features by stochastic gradients with a rate for each weight (AdaGrad:
 * Duchi, Hazan and Singer 2011).
 */
export function fit(samples: readonly Sample[], settings: FitSettings, told: (text: string) => void): Fitted {
  const learner = new Learner(settings);
  const order = Int32Array.from(samples.keys());
  const random = randomFrom(settings.seed);
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    const slower = 1 - (0.9 * epoch) / settings.epochs;
    let loss = 0;
    for (const at of order) {
      const sample = samples[at];
      if (sample) loss += learner.learn(sample, slower);
    }
    told(`round ${epoch + 1} of ${settings.epochs}: loss ${(loss / samples.length).toFixed(4)}`);
  }
  return learner.fitted;
}

/** The scores of a sample: negative, neutral, positive. */
export function scoreOfSample(fitted: Fitted, sample: Sample, into: Float64Array): void {
  const { buckets, evidence, bias, sharpness } = fitted;
  const scale = sharpness / Math.sqrt(Math.max(sample.total, 1));
  let [negative, neutral, positive] = [0, 0, 0];
  for (let at = 0; at < sample.buckets.length; at += 1) {
    const first = 3 * (sample.buckets[at] ?? 0);
    const count = sample.counts[at] ?? 0;
    negative += count * (buckets[first] ?? 0);
    neutral += count * (buckets[first + 1] ?? 0);
    positive += count * (buckets[first + 2] ?? 0);
  }
  into[0] = negative * scale + (bias[0] ?? 0);
  into[1] = neutral * scale + (bias[1] ?? 0);
  into[2] = positive * scale + (bias[2] ?? 0);
  for (let at = 0; at < evidenceSize; at += 1) {
    const value = sample.evidence[at] ?? 0;
    if (value === 0) continue;
    for (let label = 0; label < 3; label += 1)
      into[label] = (into[label] ?? 0) + value * (evidence[3 * at + label] ?? 0);
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  const most = Math.max(scores[0] ?? 0, scores[1] ?? 0, scores[2] ?? 0);
  let sum = 0;
  for (let label = 0; label < 3; label += 1) {
    const raised = Math.exp((scores[label] ?? 0) - most);
    scores[label] = raised;
    sum += raised;
  }
  for (let label = 0; label < 3; label += 1) scores[label] = (scores[label] ?? 0) / sum;
}

const biasRate = 0.02;

class Learner {
  readonly fitted: Fitted;
  private readonly seenBuckets = new Float32Array(3 * 2 ** bucketBits).fill(1e-3);
  private readonly seenEvidence = new Float32Array(3 * evidenceSize).fill(1e-1);
  private readonly wrong = new Float64Array(3);

  constructor(private readonly settings: FitSettings) {
    this.fitted = {
      buckets: new Float32Array(3 * 2 ** bucketBits),
      evidence: new Float32Array(3 * evidenceSize),
      bias: new Float64Array(3),
      sharpness: settings.sharpness,
    };
  }

  /** Learns from one sample; returns its loss before. */
  learn(sample: Sample, slower: number): number {
    const { fitted, wrong, settings } = this;
    scoreOfSample(fitted, sample, wrong);
    softmax(wrong);
    const loss = -Math.log(Math.max(wrong[sample.label] ?? 0, 1e-12));
    wrong[sample.label] = (wrong[sample.label] ?? 0) - 1;
    for (let label = 0; label < 3; label += 1) {
      wrong[label] = (wrong[label] ?? 0) * sample.weight;
      fitted.bias[label] =
        (fitted.bias[label] ?? 0) - biasRate * settings.rate * slower * (wrong[label] ?? 0);
    }
    this.learnBuckets(sample, settings.rate * slower);
    this.learnEvidence(sample, settings.evidenceRate * slower);
    return loss;
  }

  private learnBuckets(sample: Sample, rate: number): void {
    const { buckets, sharpness } = this.fitted;
    const { seenBuckets: seen, wrong } = this;
    const { ridge } = this.settings;
    const scale = sharpness / Math.sqrt(Math.max(sample.total, 1));
    for (let at = 0; at < sample.buckets.length; at += 1) {
      const first = 3 * (sample.buckets[at] ?? 0);
      const value = scale * (sample.counts[at] ?? 0);
      for (let label = 0; label < 3; label += 1) {
        const weight = buckets[first + label] ?? 0;
        const gradient = (wrong[label] ?? 0) * value + ridge * weight;
        const sum = (seen[first + label] ?? 0) + gradient * gradient;
        seen[first + label] = sum;
        buckets[first + label] = weight - (rate * gradient) / Math.sqrt(sum);
      }
    }
  }

  private learnEvidence(sample: Sample, rate: number): void {
    const { evidence } = this.fitted;
    const { seenEvidence: seen, wrong } = this;
    for (let at = 0; at < evidenceSize; at += 1) {
      const value = sample.evidence[at] ?? 0;
      if (value === 0) continue;
      for (let label = 0; label < 3; label += 1) {
        const gradient = (wrong[label] ?? 0) * value;
        const sum = (seen[3 * at + label] ?? 0) + gradient * gradient;
        seen[3 * at + label] = sum;
        evidence[3 * at + label] = (evidence[3 * at + label] ?? 0) - (rate * gradient) / Math.sqrt(sum);
      }
    }
  }
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** The three numbers of one place. */
export function threeAt(numbers: Float32Array | Float64Array, at: number): Three {
  return [numbers[3 * at] ?? 0, numbers[3 * at + 1] ?? 0, numbers[3 * at + 2] ?? 0];
}
