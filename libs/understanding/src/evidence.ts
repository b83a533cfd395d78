import type { AssessmentInput, Category, Signal, SignalCode } from '@heard/core';
import type { Finding } from './knowledge.js';
import type { Cue } from './lexicon/lexicon.js';
import type { Match } from './matcher.js';
import { read, type Marks, type Reading, type Slot } from './reading.js';
import { type CounterMatch, signalsOf, type SignalMatch } from './spans.js';
import { deniedIn, toneOf, type ToneMatch } from './tone.js';
import { afterContrast, type CueMatch, type Found, settled, type Turn } from './turns.js';

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
  /** With stars or a title: somebody reviews something. */
  readonly isReview: boolean;
  /** What stands behind the last "but". */
  readonly afterContrast: Turn | undefined;
  /** What was complained of is over, and nothing new is told. */
  readonly isSolved: boolean;
  /** How many words of blame are denied: "not late, not broken". */
  readonly denied: number;
}

/** Gathers the evidence of a mention. */
export function gather(input: AssessmentInput): Evidence {
  const own = gatherText(input.text, starsOf(input.rating));
  const isReview = input.rating !== undefined || input.title !== undefined;
  return input.title === undefined
    ? { ...own, isReview }
    : { ...withTitle(own, gatherText(input.title, 0)), isReview };
}

function gatherText(text: string, stars: number): Evidence {
  const reading = read(text);
  const { slots, marks } = reading;
  const found = settled(sorted(reading), slots);
  const { negative, positive } = toneOf(found.tones, slots);
  const signals = signalsOf(found.signalling, found.counters, slots);
  const codes = new Set<SignalCode>();
  for (const { code } of signals) codes.add(code);
  return {
    reading,
    signals,
    codes,
    cues: countedCues(found.cues),
    categories: found.categories,
    negative,
    positive,
    marks,
    wordCount: slots.length,
    stars,
    isReview: false,
    afterContrast: afterContrast(found, slots),
    isSolved: found.isSolved,
    denied: deniedIn(found.tones, slots),
  };
}

/** Takes what was found apart by what it says. */
function sorted({ matches, slots }: Reading): Found {
  const tones: ToneMatch[] = [];
  const signalling: SignalMatch[] = [];
  const counters: CounterMatch[] = [];
  const cues: CueMatch[] = [];
  const categories = new Map<Category, number>();
  for (const match of matches) {
    if (says(match, 'tone')) tones.push(match);
    else if (says(match, 'signal')) signalling.push(match);
    else if (says(match, 'counter')) counters.push(match);
    else if (says(match, 'category')) add(categories, match.output.category, match.output.weight);
    // A breach that is denied is none, and what is not solved is not.
    else if (says(match, 'cue') && !isDenied(match, slots)) cues.push(match);
  }
  return { tones, signalling, counters, cues, categories, isSolved: false };
}

function says<Kind extends Finding['kind']>(
  match: Match<Finding>,
  kind: Kind,
): match is Match<Extract<Finding, { kind: Kind }>> {
  return match.output.kind === kind;
}

const deniableCues: ReadonlySet<Cue> = new Set(['breach', 'solved']);

/** "Not broken" at the beginning; and "the problem is not solved", with the denial in the middle. */
function isDenied({ output, from, to }: CueMatch, slots: readonly Slot[]): boolean {
  if (!deniableCues.has(output.cue)) return false;
  if (slots[from]?.isNegated) return true;
  // "No longer relevant" denies nothing: the denial is the phrase.
  if (output.cue !== 'solved' || slots[from]?.traits.modifier === 'negator') return false;
  return slots.slice(from + 1, to + 1).some(({ isNegated }) => isNegated);
}

function countedCues(found: readonly CueMatch[]): ReadonlyMap<Cue, number> {
  const cues = new Map<Cue, number>();
  for (const { output } of found) add(cues, output.cue, 1);
  return cues;
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
