import type { AssessmentInput, Category, Signal, SignalCode } from '@heard/core';
import type { Cue } from './lexicon/lexicon.js';
import { read, type Marks, type Reading } from './reading.js';
import { signalsOf, type SignalMatch } from './spans.js';
import { toneOf, type ToneMatch } from './tone.js';

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
  const own = gatherText(input.text, starsOf(input.rating));
  return input.title === undefined ? own : withTitle(own, gatherText(input.title, 0));
}

function gatherText(text: string, stars: number): Evidence {
  const reading = read(text);
  const { slots, marks } = reading;
  const { tones, signalling, cues, categories } = sort(reading);
  const { negative, positive } = toneOf(tones, slots);
  const signals = signalsOf(signalling, slots);
  const codes = new Set<SignalCode>();
  for (const { code } of signals) codes.add(code);
  const wordCount = slots.length;
  return { reading, signals, codes, cues, categories, negative, positive, marks, wordCount, stars };
}

/** Takes what was found apart by what it says, and counts what can be counted at once. */
function sort({ matches, slots }: Reading): Sorted {
  const tones: ToneMatch[] = [];
  const signalling: SignalMatch[] = [];
  const cues = new Map<Cue, number>();
  const categories = new Map<Category, number>();
  for (const { output, from, to } of matches) {
    switch (output.kind) {
      case 'tone':
        tones.push({ output, from, to });
        break;
      case 'signal':
        signalling.push({ output, from, to });
        break;
      case 'cue':
        // A breach that is denied is none.
        if (output.cue === 'breach' && slots[from]?.isNegated) break;
        add(cues, output.cue, 1);
        break;
      case 'category':
        add(categories, output.category, output.weight);
        break;
    }
  }
  return { tones, signalling, cues, categories };
}

interface Sorted extends Pick<Evidence, 'cues' | 'categories'> {
  readonly tones: readonly ToneMatch[];
  readonly signalling: readonly SignalMatch[];
}

function add<K>(total: Map<K, number>, key: K, value: number): void {
  total.set(key, (total.get(key) ?? 0) + value);
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
  for (const [key, value] of b) add(total, key, value);
  return total;
}

function starsOf(rating: AssessmentInput['rating']): number {
  if (!rating || !(rating.scale > 1) || !Number.isFinite(rating.value)) return 0;
  // The fewest stars one can give are one, not none.
  return Math.max(-1, Math.min(1, (2 * (rating.value - 1)) / (rating.scale - 1) - 1));
}
