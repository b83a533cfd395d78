import type { Signal, SignalCode } from '@heard/core';
import type { Reading } from './reading.js';
import { isNegated, modifiersOf } from './tone.js';

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

/** The signals of a text with their places in it, in order; touching places of one code are joined. */
export function signalsOf(reading: Reading): Signal[] {
  const modifiers = modifiersOf(reading);
  const byCode = new Map<SignalCode, Signal[]>();
  for (const { output, from, to } of reading.matches) {
    if (output.kind !== 'signal') continue;
    if (deniable.has(output.code) && isNegated(from, reading, modifiers)) continue;
    const start = reading.words[from]?.start;
    const end = reading.words[to]?.end;
    if (start === undefined || end === undefined) continue;
    const places = byCode.get(output.code) ?? [];
    byCode.set(output.code, join(places, { code: output.code, start, end }));
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
