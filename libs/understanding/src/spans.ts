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

/** The signals of a text with their places in it, in order; touching places of one code are joined. */
export function signalsOf(found: readonly SignalMatch[], slots: readonly Slot[]): Signal[] {
  if (found.length === 0) return [];
  const byCode = new Map<SignalCode, Signal[]>();
  for (const { output, from, to } of found) {
    const first = slots[from];
    const last = slots[to];
    if (!first || !last || (first.isNegated && deniable.has(output.code))) continue;
    const places = byCode.get(output.code) ?? [];
    byCode.set(output.code, join(places, { code: output.code, start: first.start, end: last.end }));
  }
  return [...byCode.values()].flat().sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Matches come ordered by their first word, so only the last place can touch the next. */
function join(places: Signal[], next: Signal): Signal[] {
  const last = places.at(-1);
  if (!last || next.start > last.end) places.push(next);
  else places[places.length - 1] = { ...last, end: Math.max(last.end, next.end) };
  return places;
}
