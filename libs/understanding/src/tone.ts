import type { Finding } from './knowledge.js';
import type { Modifier } from './lexicon/lexicon.js';
import type { Match } from './matcher.js';
import type { Reading } from './reading.js';

/** How much judging was found on either side. */
export interface Tone {
  readonly negative: number;
  readonly positive: number;
}

/** A negator works on judging words this many words after it. */
const negationReach = 3;

/** Weighs the judging words: the longest pattern at a place counts, negated praise is blame. */
export function toneOf(reading: Reading): Tone {
  const modifiers = modifiersOf(reading);
  let negative = 0;
  let positive = 0;
  const tones = longestTones(reading.matches);
  for (const [index, match] of tones.entries()) {
    const next = tones[index + 1];
    // A bare "not" blames by itself only when it does not turn the judging word after it.
    if (modifiers.get(match.to) === 'negator' && next && next.from - match.to <= negationReach) {
      if (isNegated(next.from, reading, modifiers)) continue;
    }
    const weight = match.output.weight * strengthAt(match.from, modifiers);
    const turned = isNegated(match.from, reading, modifiers) ? turn(weight) : weight;
    if (turned < 0) negative -= turned;
    else positive += turned;
  }
  return { negative, positive };
}

type ToneMatch = Match<Extract<Finding, { kind: 'tone' }>>;

function longestTones(matches: readonly Match<Finding>[]): ToneMatch[] {
  const tones = matches.filter((match): match is ToneMatch => match.output.kind === 'tone');
  tones.sort(
    (a, b) => a.from - b.from || b.to - a.to || Math.abs(b.output.weight) - Math.abs(a.output.weight),
  );
  const kept: ToneMatch[] = [];
  let covered = -1;
  for (const match of tones) {
    if (match.from <= covered) continue;
    kept.push(match);
    covered = match.to;
  }
  return kept;
}

/** The modifier of each word that is one. */
export function modifiersOf(reading: Reading): ReadonlyMap<number, Modifier> {
  const modifiers = new Map<number, Modifier>();
  for (const { output, from } of reading.matches)
    if (output.kind === 'modifier') modifiers.set(from, output.modifier);
  return modifiers;
}

function strengthAt(at: number, modifiers: ReadonlyMap<number, Modifier>): number {
  const before = modifiers.get(at - 1);
  if (before === 'booster') return 1.4;
  return before === 'softener' ? 0.6 : 1;
}

/** Whether a negator of the same clause stands shortly before the word. */
export function isNegated(at: number, reading: Reading, modifiers: ReadonlyMap<number, Modifier>): boolean {
  for (let back = 0; back < negationReach; back += 1) {
    if (reading.slots[at - back]?.opensClause) return false;
    if (modifiers.get(at - back - 1) === 'negator') return true;
  }
  return false;
}

/** "Not good" blames nearly as much as "bad"; "not bad" praises only a little. */
function turn(weight: number): number {
  return weight > 0 ? -0.8 * weight : -0.3 * weight;
}
