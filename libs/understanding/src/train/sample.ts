import { gather } from '../evidence.js';
import { type WordFeatures, bucketsOf, wordFeatures } from '../model/features.js';
import { evidenceFeatures } from '../model/evidence-features.js';
import { attitudeByRules } from '../blame.js';

/** 0 negative, 1 neutral, 2 positive. */
export type Label = 0 | 1 | 2;

/** A labelled post to learn from. */
export interface TrainingPost {
  readonly set: string;
  readonly lang: 'ru' | 'uk' | 'en';
  readonly text: string;
  readonly label: Label;
  /** The label was not given by a person who read the text, but follows from its stars. */
  readonly fromStars: boolean;
}

/** A post as numbers. */
export interface Sample {
  readonly set: string;
  readonly lang: TrainingPost['lang'];
  readonly label: Label;
  readonly weight: number;
  /** Buckets in ascending order, each once, and how often each occurs. */
  readonly buckets: Int32Array;
  readonly counts: Uint8Array;
  /** How many features in all. */
  readonly total: number;
  readonly evidence: Float32Array;
}

/** What a doubtful label still weighs: five stars above a complaint, one star above a praise. */
const doubtfulWeight = 0.2;

/** Makes samples of posts; words met before are remembered. */
export class Sampler {
  private readonly known = new Map<string, WordFeatures>();

  sampleOf(post: TrainingPost, setWeight: number): Sample {
    const evidence = gather({ text: post.text });
    const all = Int32Array.from(bucketsOf(evidence.reading, (raw) => this.featuresOf(raw))).sort();
    const rules = attitudeByRules(evidence);
    const isDoubtful =
      post.fromStars &&
      ((post.label === 2 && rules.pNegative > 0.7) || (post.label === 0 && rules.sentiment === 'positive'));
    return {
      set: post.set,
      lang: post.lang,
      label: post.label,
      weight: setWeight * (isDoubtful ? doubtfulWeight : 1),
      ...counted(all),
      total: all.length,
      evidence: evidenceFeatures(evidence),
    };
  }

  private featuresOf(raw: string): WordFeatures {
    const known = this.known.get(raw);
    if (known) return known;
    const features = wordFeatures(raw);
    // A piece of a text keeps the whole text alive in V8.
    this.known.set(` ${raw}`.slice(1), features);
    return features;
  }
}

function counted(sorted: Int32Array): Pick<Sample, 'buckets' | 'counts'> {
  const buckets: number[] = [];
  const counts: number[] = [];
  for (const bucket of sorted) {
    const last = buckets.length - 1;
    if (buckets[last] === bucket) counts[last] = Math.min((counts[last] ?? 0) + 1, 255);
    else {
      buckets.push(bucket);
      counts.push(1);
    }
  }
  return { buckets: Int32Array.from(buckets), counts: Uint8Array.from(counts) };
}
