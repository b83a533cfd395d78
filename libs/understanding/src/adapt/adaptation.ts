import type { Language } from '@heard/core';
import type { WordFeatures } from '../model/features.js';
import { negatedBucket, pairBucket, wordFeatures } from '../model/features.js';
import type { Calibration, Three } from '../model/weights.js';
import type { Reading } from '../reading.js';

/** Added to the log-odds of negative, language by language: how usual complaints are here. */
export type PriorShift = Partial<Record<Language, number>>;

/** How a workspace's labels say the log-odds are to be stretched and moved. */
export interface Recalibration {
  readonly slope: number;
  readonly shift: Three;
}

/** A few of the model's own features with weights of this workspace: whole numbers, three a bucket, times `step`. */
export interface Residual {
  readonly buckets: readonly number[];
  readonly weights: readonly number[];
  readonly step: number;
}

/** What one workspace adds to the model: layers over its scores, each of which may be absent. Holds numbers only. */
export interface Adaptation {
  /** The model whose scores it was fitted to; it says nothing to another. */
  readonly model: string;
  readonly prior?: PriorShift;
  /** The same for sources with a stream of their own, by their ids: it takes the place of the workspace's. */
  readonly sources?: Readonly<Record<string, PriorShift>>;
  readonly recalibration?: Recalibration;
  readonly residual?: Residual;
  /** Where the line between negative and the rest lies: added to the log-odds of negative when deciding alone. */
  readonly lean?: number;
}

/** How the log-odds of negative move for a text of one source. */
export function priorFor(
  { prior, sources }: Pick<Adaptation, 'prior' | 'sources'>,
  language: Language,
  sourceId: string | undefined,
): number {
  const own = sourceId === undefined ? undefined : sources?.[sourceId]?.[language];
  return own ?? prior?.[language] ?? 0;
}

/** An adaptation made ready for assessing: its buckets in a map, and words that were met before remembered. */
export class ReadyAdaptation {
  private readonly residual: ReadyResidual | undefined;

  /** The name stands behind the model's with every assessment, such as `a3`; the source is that of the texts. */
  constructor(
    readonly adaptation: Adaptation,
    readonly name: string,
    private readonly sourceId?: string,
    residual?: ReadyResidual,
  ) {
    this.residual = residual ?? (adaptation.residual && new ReadyResidual(adaptation.residual));
  }

  /** The same for the texts of one source; what is remembered is shared. */
  forSource(sourceId: string): ReadyAdaptation {
    return new ReadyAdaptation(this.adaptation, this.name, sourceId, this.residual);
  }

  /**
   * The scores of a text with the workspace's layers; without layers they come back as they are. The log-odds are
   * those of the calibrated model, so that `weigh` with `calibrationOf` gives the adapted probabilities, and how the
   * model leans for fear of missing a complaint is kept, or moved by the lean of this page.
   */
  adapt(scores: Three, reading: Reading, language: Language, calibration: Calibration): Three {
    const { recalibration } = this.adaptation;
    const added = this.residual?.of(reading) ?? zero;
    const moved = priorFor(this.adaptation, language, this.sourceId);
    const { slope, shift } = recalibration ?? unchanged;
    const { temperature, bias } = calibration;
    const one = (at: 0 | 1 | 2): number => {
      const logit = scores[at] / temperature + bias[at] + (at === 0 ? moved : 0);
      return temperature * (slope * logit + shift[at] + added[at] - bias[at]);
    };
    return [one(0) + temperature * (this.adaptation.lean ?? 0), one(1), one(2)];
  }

  /** The calibration of adapted scores: how they lean when deciding is taken out of the probabilities. */
  calibrationOf(calibration: Calibration): Calibration {
    const { lean } = this.adaptation;
    if (lean === undefined) return calibration;
    const [negative, neutral, positive] = calibration.bias;
    return { ...calibration, bias: [negative - lean, neutral, positive] };
  }
}

/** A residual with what it adds to each word that was met before. */
class ReadyResidual {
  private readonly weights = new Map<number, Three>();
  private readonly words = new Map<string, WordPart>();

  constructor({ buckets, weights, step }: Residual) {
    buckets.forEach((bucket, at) => {
      const [a = 0, b = 0, c = 0] = weights.slice(3 * at, 3 * at + 3);
      this.weights.set(bucket, [a * step, b * step, c * step]);
    });
  }

  of(reading: Reading): Three {
    const sum: [number, number, number] = [0, 0, 0];
    let count = 0;
    let previous = 0;
    for (const { raw, isNegated } of reading.slots) {
      const part = this.partOf(raw);
      addTo(sum, part.sum);
      count += part.count;
      this.addBucket(sum, pairBucket(previous, part.hash));
      count += 1;
      if (isNegated) {
        this.addBucket(sum, negatedBucket(part.hash));
        count += 1;
      }
      previous = part.hash;
    }
    const scale = 1 / Math.sqrt(Math.max(count, 1));
    return [sum[0] * scale, sum[1] * scale, sum[2] * scale];
  }

  private partOf(raw: string): WordPart {
    const known = this.words.get(raw);
    if (known) return known;
    const { hash, buckets }: WordFeatures = wordFeatures(raw);
    const sum: [number, number, number] = [0, 0, 0];
    for (const bucket of buckets) this.addBucket(sum, bucket);
    if (this.words.size >= mostWords) this.words.clear();
    const part = { hash, count: buckets.length, sum };
    // A piece of a text keeps the whole text alive in V8.
    this.words.set(` ${raw}`.slice(1), part);
    return part;
  }

  private addBucket(sum: [number, number, number], bucket: number): void {
    const weights = this.weights.get(bucket);
    if (weights) addTo(sum, weights);
  }
}

interface WordPart {
  readonly hash: number;
  readonly count: number;
  readonly sum: Three;
}

/** Words that one adaptation remembers; about 2 MB. */
const mostWords = 10_000;
const zero: Three = [0, 0, 0];
/** A recalibration that leaves everything as it is. */
export const unchanged: Recalibration = { slope: 1, shift: zero };

function addTo(sum: [number, number, number], more: Three): void {
  sum[0] += more[0];
  sum[1] += more[1];
  sum[2] += more[2];
}
