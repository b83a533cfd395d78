import type { AssessmentInput, Category, Signal, SignalCode } from '@heard/core';
import type { Cue } from './lexicon/lexicon.js';
import { read, type Marks, type Reading } from './reading.js';
import { signalsOf } from './spans.js';
import { isNegated, modifiersOf, toneOf } from './tone.js';

/** Everything the verdicts are decided from: the text and, when there is one, its title. */
export interface Evidence {
  readonly reading: Reading;
  /** With places in the text; what only the title says has no place. */
  readonly signals: readonly Signal[];
  readonly codes: ReadonlySet<SignalCode>;
  readonly cues: ReadonlyMap<Cue, number>;
  readonly categories: ReadonlyMap<Category, number>;
  readonly negative: number;
  readonly positive: number;
  readonly marks: Marks;
  readonly wordCount: number;
  /** From -1 (fewest stars) to 1 (most), 0 without a rating. */
  readonly stars: number;
}

/** Gathers the evidence of a mention. */
export function gather(input: AssessmentInput): Evidence {
  const reading = read(input.text);
  const signals = signalsOf(reading);
  const tone = toneOf(reading);
  const own = {
    reading,
    signals,
    codes: new Set(signals.map((signal) => signal.code)),
    cues: cuesOf(reading),
    categories: categoriesOf(reading),
    ...tone,
    marks: reading.marks,
    wordCount: reading.slots.length,
    stars: starsOf(input.rating),
  };
  return input.title === undefined ? own : withTitle(own, gather({ text: input.title }));
}

function withTitle(own: Evidence, title: Evidence): Evidence {
  return {
    ...own,
    codes: new Set([...own.codes, ...title.codes]),
    cues: sum(own.cues, title.cues),
    categories: sum(own.categories, title.categories),
    negative: own.negative + title.negative,
    positive: own.positive + title.positive,
    wordCount: own.wordCount + title.wordCount,
  };
}

function sum<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): ReadonlyMap<K, number> {
  const total = new Map(a);
  for (const [key, value] of b) total.set(key, (total.get(key) ?? 0) + value);
  return total;
}

/** How often each cue was found; a breach that is denied is none. */
function cuesOf(reading: Reading): ReadonlyMap<Cue, number> {
  const modifiers = modifiersOf(reading);
  const cues = new Map<Cue, number>();
  for (const { output, from } of reading.matches) {
    if (output.kind !== 'cue') continue;
    if (output.cue === 'breach' && isNegated(from, reading, modifiers)) continue;
    cues.set(output.cue, (cues.get(output.cue) ?? 0) + 1);
  }
  return cues;
}

function categoriesOf(reading: Reading): ReadonlyMap<Category, number> {
  const weights = new Map<Category, number>();
  for (const { output } of reading.matches) {
    if (output.kind === 'category')
      weights.set(output.category, (weights.get(output.category) ?? 0) + output.weight);
  }
  return weights;
}

function starsOf(rating: AssessmentInput['rating']): number {
  if (!rating || !(rating.scale > 1) || !Number.isFinite(rating.value)) return 0;
  // The fewest stars one can give are one, not none.
  return Math.max(-1, Math.min(1, (2 * (rating.value - 1)) / (rating.scale - 1) - 1));
}
