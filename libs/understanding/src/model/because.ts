import type { Sentiment, WordsBehind } from '@heard/core';
import type { Slot } from '../reading.js';
import { scored } from './score.js';
import type { ModelWeights } from './weights.js';

/** More marks than these explain nothing. */
const mostMarks = 6;
/** Words that carry less of the verdict than this, in steps of the weights for each feature, are not marked. */
const leastLean = 4;
/** The most frequent words of a language, such as "my" or "это", are marked only where they judge, as "worst" does. */
const leastOfFrequent = 100;

/**
 * The words that speak most for a sentiment; touching ones of one sentence are one place, and a word that denies stands
 * with what it denies.
 */
export function wordsBehind(
  slots: readonly Slot[],
  sentiment: Sentiment,
  model: ModelWeights,
): readonly WordsBehind[] {
  if (sentiment === 'neutral') return none;
  const leaning = mostLeaning(slots, sentiment, model);
  if (leaning.length === 0) return none;
  const places: { start: number; end: number; last: number; lean: number }[] = [];
  for (const { slot, at, lean } of leaning) {
    const first = denies(slots[at - 1], slot) ? at - 1 : at;
    const last = denies(slot, slots[at + 1]) ? at + 1 : at;
    const [start, end] = [slots[first]?.start ?? slot.start, slots[last]?.end ?? slot.end];
    const before = places.at(-1);
    const goesOn = slots[first]?.opensSentence === false ? first - 1 : first;
    if (before && before.last >= goesOn) {
      Object.assign(before, { end: Math.max(before.end, end), last, lean: before.lean + lean });
    } else {
      places.push({ start, end, last, lean });
    }
  }
  return places
    .toSorted((a, b) => b.lean - a.lean)
    .map(({ start, end }) => ({ says: sentiment, start, end }));
}

/** Whether one word denies the next. */
function denies(slot: Slot | undefined, next: Slot | undefined): boolean {
  return slot?.traits.modifier === 'negator' && next?.opensSentence === false;
}

const none: readonly WordsBehind[] = [];

interface Leaning {
  readonly slot: Slot;
  readonly at: number;
  readonly lean: number;
}

/** The few words that lean most, in the order of the text. */
function mostLeaning(
  slots: readonly Slot[],
  sentiment: 'negative' | 'positive',
  model: ModelWeights,
): readonly Leaning[] {
  const best: Leaning[] = [];
  let least = leastLean;
  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at];
    const lean = slot ? leanOf(slot, sentiment, model) : 0;
    if (!slot || lean < least || (lean < leastOfFrequent && isFrequent(slot))) continue;
    let place = best.length;
    while (place > 0 && (best[place - 1]?.lean ?? 0) < lean) place -= 1;
    if (place === mostMarks) continue;
    best.splice(place, 0, { slot, at, lean });
    if (best.length > mostMarks) best.pop();
    if (best.length === mostMarks) least = best[mostMarks - 1]?.lean ?? least;
  }
  return best.sort((a, b) => a.at - b.at);
}

function isFrequent({ traits: { frequent } }: Slot): boolean {
  return frequent.ru + frequent.uk + frequent.en > 0;
}

/** How much a word by itself leans to a sentiment rather than to the better of the two others, for each feature. */
function leanOf(slot: Slot, sentiment: 'negative' | 'positive', model: ModelWeights): number {
  const rows = scored(slot, model);
  const { row } = slot;
  const [negative, neutral, positive] = [rows.negative(row), rows.neutral(row), rows.positive(row)];
  const lean =
    sentiment === 'negative'
      ? negative - Math.max(neutral, positive)
      : positive - Math.max(neutral, negative);
  return lean / Math.sqrt(rows.count(row));
}
