import { correctable, type SignalCode, type TextPlace, type Verdicts } from '@heard/core';
import type { AssessmentView, GivenBy } from '@heard/insight';

/** What a reader can point at: a verdict, or a sign found in the text. */
export type Pointed = { readonly verdict: keyof Verdicts } | { readonly signal: SignalCode };

/** Where the words stand of what the reader points at. */
export function placesOf(pointed: Pointed, { behind, signals }: AssessmentView): readonly TextPlace[] {
  if ('verdict' in pointed) return behind?.[pointed.verdict] ?? [];
  return signals.filter(({ code }) => code === pointed.signal);
}

const mostQuoted = 3;
const longestQuoted = 60;

/** The words themselves, for those who do not see where they are lit. */
export function wordsAt(text: string, places: readonly TextPlace[]): readonly string[] {
  const words = places.map(({ start, end }) => text.slice(start, end).replaceAll(/\s+/gu, ' ').trim());
  return [...new Set(words)]
    .slice(0, mostQuoted)
    .map((each) => (each.length > longestQuoted ? `${[...each].slice(0, longestQuoted).join('')}…` : each));
}

/** Verdicts that one person gave at once. */
export interface Given extends GivenBy {
  readonly fields: readonly (keyof Verdicts)[];
}

/** What people said, each saying with its verdicts, the oldest first. */
export function givenOf({ corrected = {} }: AssessmentView): readonly Given[] {
  const given = new Map<string, Given>();
  for (const field of correctable) {
    const by = corrected[field];
    if (!by) continue;
    given.set(by.correctionId, { ...by, fields: [...(given.get(by.correctionId)?.fields ?? []), field] });
  }
  return [...given.values()].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
