import type { AssessmentInput, Language } from '@heard/core';
import { gather } from '../evidence.js';
import { languageOf } from '../language.js';
import { blamed, isGraveBlame, scoresOf, withRules } from '../model/attitude.js';
import { bucketsOf, wordFeatures } from '../model/features.js';
import type { ModelWeights, Three } from '../model/weights.js';
import type { Label } from '../train/sample.js';

/** A text that a person judged, as numbers: what the model said of it, and its features. */
export interface Example {
  readonly language: Language;
  readonly sourceId?: string;
  /** Calibrated log-odds of the model as shipped. */
  readonly logits: Three;
  /** What the general bias of its language added to them: decisions are made without it. */
  readonly bias: Three;
  /** Tells of grave harm: no adaptation takes the complaint out of it. */
  readonly isGrave: boolean;
  /** Buckets in ascending order, each once, and their values: the count over the root of all. */
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  readonly label: Label;
  /** For how many mentions of the stream it stands. */
  readonly weight: number;
  /** Drawn at random for a person to check; false for a correction that somebody came upon. */
  readonly isDrawn: boolean;
}

/** Turns a judged text into numbers. */
export function exampleOf(
  input: AssessmentInput,
  model: ModelWeights,
  judged: Pick<Example, 'label' | 'weight' | 'isDrawn' | 'sourceId'>,
): Example {
  const evidence = gather(input);
  const language = languageOf(evidence.reading);
  const scores = withRules(scoresOf(evidence, model), evidence);
  const { temperature, bias } = model.calibration[language];
  const logit = (at: 0 | 1 | 2): number => scores[at] / temperature + bias[at];
  const all = bucketsOf(evidence.reading, wordFeatures);
  const counts = new Map<number, number>();
  for (const bucket of all) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  const buckets = Int32Array.from(counts.keys()).sort();
  const scale = 1 / Math.sqrt(Math.max(all.length, 1));
  const values = Float32Array.from(buckets, (bucket) => (counts.get(bucket) ?? 0) * scale);
  const logits: Three = [logit(0), logit(1), logit(2)];
  return { language, logits, bias, isGrave: isGraveBlame(evidence), buckets, values, ...judged };
}

/** What is decided by log-odds: as `weigh` does, without the general bias. */
export function decisionOf({ bias, isGrave }: Pick<Example, 'bias' | 'isGrave'>, logits: Three): Label {
  const scores: Three = [logits[0] - bias[0], logits[1] - bias[1], logits[2] - bias[2]];
  const [negative, neutral, positive] = isGrave ? blamed(scores) : scores;
  if (negative >= neutral && negative >= positive) return 0;
  return neutral >= positive ? 1 : 2;
}

/** The probabilities behind log-odds. */
export function probabilitiesOf(logits: Three): Three {
  const most = Math.max(...logits);
  const [a, b, c] = [Math.exp(logits[0] - most), Math.exp(logits[1] - most), Math.exp(logits[2] - most)];
  const sum = a + b + c;
  return [a / sum, b / sum, c / sum];
}
