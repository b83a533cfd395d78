import type { Finding } from './knowledge.js';
import type { Match } from './matcher.js';
import { negationReach, type Slot } from './reading.js';

/** How much judging was found on either side. */
export interface Tone {
  readonly negative: number;
  readonly positive: number;
}

/** A pattern of judging words, found. */
export type ToneMatch = Match<Extract<Finding, { kind: 'tone' }>>;

/** Weighs the judging words: the longest pattern at a place counts, negated praise is blame. */
export function toneOf(found: readonly ToneMatch[], slots: readonly Slot[]): Tone {
  let negative = 0;
  let positive = 0;
  const tones = longestTones(found);
  for (const [index, { output, from, to }] of tones.entries()) {
    const next = tones[index + 1];
    // A bare "not" blames by itself only when it does not turn the judging word after it.
    if (slots[to]?.traits.modifier === 'negator' && next && next.from - to <= negationReach) {
      if (slots[next.from]?.isNegated) continue;
    }
    const weight = output.weight * strengthAt(from, slots);
    const turned = slots[from]?.isNegated ? turn(weight) : weight;
    if (turned < 0) negative -= turned;
    else positive += turned;
  }
  return { negative, positive };
}

/** How many words of blame a negator takes back. */
export function deniedIn(found: readonly ToneMatch[], slots: readonly Slot[]): number {
  let denied = 0;
  for (const { output, from } of longestTones(found)) {
    if (output.weight < -1 && slots[from]?.isNegated) denied += 1;
  }
  return denied;
}

/** Of patterns that begin at one word the longest, and of those the strongest; none that begins within another. */
function longestTones(found: readonly ToneMatch[]): readonly ToneMatch[] {
  if (found.length < 2) return found;
  const kept: ToneMatch[] = [];
  let best: ToneMatch | undefined;
  // They come in the order of their first words.
  for (const match of found) {
    if (best?.from === match.from) {
      if (isLonger(match, best)) best = kept[kept.length - 1] = match;
    } else if (match.from > (best?.to ?? -1)) {
      best = match;
      kept.push(match);
    }
  }
  return kept;
}

function isLonger(a: ToneMatch, b: ToneMatch): boolean {
  return a.to > b.to || (a.to === b.to && Math.abs(a.output.weight) > Math.abs(b.output.weight));
}

function strengthAt(at: number, slots: readonly Slot[]): number {
  const before = at > 0 ? slots[at - 1]?.traits.modifier : undefined;
  if (before === 'booster') return 1.4;
  return before === 'softener' ? 0.6 : 1;
}

/** "Not good" blames nearly as much as "bad"; "not bad" praises only a little. */
function turn(weight: number): number {
  return weight > 0 ? -0.8 * weight : -0.3 * weight;
}
