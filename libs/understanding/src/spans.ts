import type { Signal, SignalCode } from '@heard/core';
import type { Finding } from './knowledge.js';
import type { Match } from './matcher.js';
import type { Slot } from './reading.js';

/** Signals that a negator before them takes back: "this is not a scam". */
const deniable: ReadonlySet<SignalCode> = new Set([
  'safety',
  'privacy',
  'fraud',
  'legal',
  'press',
  'rude_staff',
  'discrimination',
  'sarcasm',
] as const);

/** A pattern of a signal, found. */
export type SignalMatch = Match<Extract<Finding, { kind: 'signal' }>>;

/** A counter-pattern of a signal, found. */
export type CounterMatch = Match<Extract<Finding, { kind: 'counter' }>>;

/** The signals of a text with their places in it, in order; touching places of one code are joined. */
export function signalsOf(
  found: readonly SignalMatch[],
  counters: readonly CounterMatch[],
  slots: readonly Slot[],
): Signal[] {
  if (found.length === 0) return [];
  const covered = counters.length > 0 ? coveredBy(counters) : undefined;
  const byCode = new Map<SignalCode, Signal[]>();
  for (const match of found) {
    const { output, from, to } = match;
    if (covered && isHidden(match, covered.get(output.code))) continue;
    const first = slots[from];
    const last = slots[to];
    if (!first || !last || (first.isNegated && deniable.has(output.code))) continue;
    const places = byCode.get(output.code) ?? [];
    byCode.set(output.code, join(places, { code: output.code, start: first.start, end: last.end }));
  }
  return [...byCode.values()].flat().sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The words that counter-patterns cover, by the signal that they speak against. */
function coveredBy(counters: readonly CounterMatch[]): ReadonlyMap<SignalCode, ReadonlySet<number>> {
  const covered = new Map<SignalCode, Set<number>>();
  for (const { output, from, to } of counters) {
    const words = covered.get(output.code) ?? new Set();
    for (let at = from; at <= to; at += 1) words.add(at);
    covered.set(output.code, words);
  }
  return covered;
}

function isHidden({ from, to }: SignalMatch, covered: ReadonlySet<number> | undefined): boolean {
  for (let at = from; covered && at <= to; at += 1) if (covered.has(at)) return true;
  return false;
}

/**
 * Matches come ordered by their first word, so only the last place can touch the next. Of several that begin with the same
 * word the shortest says it: the others only reach further for the same.
 */
function join(places: Signal[], next: Signal): Signal[] {
  const last = places.at(-1);
  if (!last || next.start > last.end) places.push(next);
  else if (next.start === last.start)
    places[places.length - 1] = { ...last, end: Math.min(last.end, next.end) };
  else places[places.length - 1] = { ...last, end: Math.max(last.end, next.end) };
  return places;
}
