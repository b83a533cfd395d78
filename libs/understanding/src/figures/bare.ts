import { pairBucket } from '../model/features.js';
import { ScoredWord, scoreOfWord } from '../model/score.js';
import { type ModelWeights, type Three, weights } from '../model/weights.js';
import { tokenize, type TokenSink } from '../tokenize.js';
import { WordMemory } from '../word-memory.js';
import type { WordRows } from '../word-rows.js';

class BareWord extends ScoredWord {
  constructor(
    rows: WordRows,
    row: number,
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {
    super(rows, row);
  }

  get raw(): string {
    return this.text.slice(this.start, this.end);
  }
}

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
  private readonly memory = new WordMemory<undefined, BareWord>(
    () => undefined,
    (_known, rows, row, text, start, end) => new BareWord(rows, row, text, start, end),
  );
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
    const { buckets } = this.model;
    const word = scoreOfWord(this.memory.at(text, start, end), this.model);
    const { hash } = word;
    const pair = 3 * pairBucket(this.previous, hash);
    this.negative += word.negative + (buckets[pair] ?? 0);
    this.neutral += word.neutral + (buckets[pair + 1] ?? 0);
    this.positive += word.positive + (buckets[pair + 2] ?? 0);
    this.count += word.count + 1;
    this.previous = hash;
  }

  mark(): void {}
}
