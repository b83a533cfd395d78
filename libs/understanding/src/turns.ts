import type { Category, SignalCode } from '@heard/core';
import type { Cue } from './lexicon/lexicon.js';
import type { Finding } from './knowledge.js';
import type { Match } from './matcher.js';
import type { Slot } from './reading.js';
import { type CounterMatch, signalsOf, type SignalMatch } from './spans.js';
import { type Tone, toneOf, type ToneMatch } from './tone.js';

/** A pattern of a cue, found. */
export type CueMatch = Match<Extract<Finding, { kind: 'cue' }>>;

/** What was found in a text, by what it says, in the order of the words. */
export interface Found {
  readonly tones: readonly ToneMatch[];
  readonly signalling: readonly SignalMatch[];
  readonly counters: readonly CounterMatch[];
  readonly cues: readonly CueMatch[];
  readonly categories: ReadonlyMap<Category, number>;
  readonly isSolved: boolean;
}

/** What a text says from some word on. */
export interface Turn extends Tone {
  /** How many signals and how many definite breaches are told. */
  readonly signals: number;
  readonly breaches: number;
}

/** What an apology or a new parcel does not undo. */
const lasting: ReadonlySet<SignalCode> = new Set(['safety', 'discrimination'] as const);

/**
 * "I wrote that nobody answers; all was put right, thank you": blame that stands before the word that it is over no
 * longer holds, unless more is told after it.
 */
export function settled(found: Found, slots: readonly Slot[]): Found {
  const turn = found.cues.findLast(({ output }) => output.cue === 'solved');
  if (!turn || found.signalling.some(({ output }) => lasting.has(output.code))) return found;
  const isLater = ({ from }: { readonly from: number }): boolean => from >= turn.from;
  const later = turnFrom(found, slots, turn.to + 1);
  if (later.signals + later.breaches > 0 || later.negative > later.positive) return found;
  const praise = found.tones.filter((tone) => isLater(tone) || tone.output.weight > 0);
  return {
    ...found,
    tones: praise,
    signalling: [],
    cues: found.cues.filter((cue) => isLater(cue) || cue.output.cue !== 'breach'),
    isSolved: true,
  };
}

/** What is said behind the last "but" of a text. */
export function afterContrast(found: Found, slots: readonly Slot[]): Turn | undefined {
  const turn = found.cues.findLast(({ output }) => output.cue === 'contrast');
  return turn && turnFrom(found, slots, turn.to + 1);
}

function turnFrom(found: Found, slots: readonly Slot[], first: number): Turn {
  const isLater = ({ from }: { readonly from: number }): boolean => from >= first;
  const tone = toneOf(found.tones.filter(isLater), slots);
  const signals = signalsOf(found.signalling.filter(isLater), found.counters, slots);
  const breaches = found.cues.filter((cue) => isLater(cue) && isBreach(cue.output.cue));
  return { ...tone, signals: signals.length, breaches: breaches.length };
}

function isBreach(cue: Cue): boolean {
  return cue === 'breach' || cue === 'stuck';
}
