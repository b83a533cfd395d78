import { pairBucket } from '../model/features.js';
import { scored } from '../model/score.js';
import { type ModelWeights, type Three, weights } from '../model/weights.js';
import { tokenize, type TokenSink } from '../tokenize.js';
import { WordMemory, type Remembering } from '../word-memory.js';
import { WordRows } from '../word-rows.js';

/**
 * The hashed linear scorer and nothing else, as fast as it goes: words, their letter sequences and pairs are added up,
 * without rules, places, language or reasons. The assessor is measured against it.
 */
export function bareScore(text: string): Three {
  scorer ??= new BareScorer(weights());
  return scorer.score(text);
}

let scorer: BareScorer | undefined;

class BareScorer implements TokenSink {
  private readonly memory = new WordMemory<undefined>(() => undefined);
  /** The word that is being added up. */
  private readonly place: Remembering<undefined> = { traits: undefined, rows: new WordRows(1), row: 0 };
  private negative = 0;
  private neutral = 0;
  private positive = 0;
  private count = 0;
  private previous = 0;

  constructor(private readonly model: ModelWeights) {}

  score(text: string): Three {
    const { model } = this;
    [this.negative, this.neutral, this.positive, this.count, this.previous] = [0, 0, 0, 0, 0];
    tokenize(text, this);
    const scale = (model.step * model.sharpness) / Math.sqrt(Math.max(this.count, 1));
    return [this.negative * scale, this.neutral * scale, this.positive * scale];
  }

  word(text: string, start: number, end: number): void {
    const { place, model } = this;
    const { buckets } = model;
    this.memory.tell(place, text, start, end);
    const rows = scored(place, model);
    const { row } = place;
    const hash = rows.hash(row);
    const pair = 3 * pairBucket(this.previous, hash);
    this.negative += rows.negative(row) + (buckets[pair] ?? 0);
    this.neutral += rows.neutral(row) + (buckets[pair + 1] ?? 0);
    this.positive += rows.positive(row) + (buckets[pair + 2] ?? 0);
    this.count += rows.count(row) + 1;
    this.previous = hash;
  }

  mark(): void {}
}
