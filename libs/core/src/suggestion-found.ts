import type { Assessment } from './assessment.js';
import type { TextPlace } from './suggestion.js';

/** A suggestion in a text, or that somebody was cut off before they could make it. */
export interface FoundSuggestion {
  readonly places: readonly TextPlace[];
  readonly unheard?: true;
}

/** What a customer suggests by what was understood of their text; undefined when nothing. */
export function suggestedIn(
  text: string,
  { intent, signals, notes = [] }: Pick<Assessment, 'intent' | 'signals' | 'notes'>,
): FoundSuggestion | undefined {
  const marked = signals.filter(({ code }) => code === 'suggestion').map(placeOf);
  if (marked.length > 0) return { places: marked };
  if (intent === 'suggestion') return { places: [{ start: 0, end: text.length }] };
  const cutOff = notes.filter(({ code }) => code === 'interrupted_feedback').map(placeOf);
  return cutOff.length > 0 ? { places: cutOff, unheard: true } : undefined;
}

const placeOf = ({ start, end }: TextPlace): TextPlace => ({ start, end });
