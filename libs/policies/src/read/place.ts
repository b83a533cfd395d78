import { nearest } from '@heard/config';
import { Fault } from '@heard/core';

/** A place in a policy as people write it: `playbooks[3].steps[0].withinMinutes`. */
export type Place = string;

/** Reads one value at its place; throws the fault of {@link wrong}. */
export type Read<T> = (value: unknown, place: Place) => T;

/** What kind of mistake it is, for programs that say it in another language; the other facts fill in their text. */
export interface Mistake {
  readonly mistake: MistakeCode;
  readonly [fact: string]: string;
}

/** The mistakes that somebody can make in a form; all others are `malformed`. */
export type MistakeCode =
  | 'malformed'
  | 'missing'
  | 'text_missing'
  | 'text_long'
  | 'placeholder_unknown'
  | 'placeholder_missing'
  | 'brace_alone'
  | 'too_few'
  | 'too_many'
  | 'number'
  | 'share'
  | 'key'
  | 'date'
  | 'twice'
  | 'hours_order'
  | 'lease_order'
  | 'approval_order'
  | 'approval_low'
  | 'currency_other'
  | 'value_order'
  | 'fix_unknown'
  | 'fix_unfit'
  | 'closes_with_none'
  | 'refund_none'
  | 'step_order';

/** A policy that cannot be taken; `missing` holds the place and `about` the mistake, for programs. */
export class PolicyFault extends Fault {
  constructor(
    message: string,
    place: Place,
    readonly about: Mistake,
  ) {
    super('invalid', message, { code: 'invalid_policy', missing: [place] });
  }
}

/** What is wrong at a place, and what to do. */
export function wrong(
  place: Place,
  what: string,
  todo: string,
  mistake: Mistake = { mistake: 'malformed' },
): Fault {
  const named = place === '' ? 'the policy' : place;
  const end = todo.endsWith('?') ? '' : '.';
  return new PolicyFault(`${named}: ${what}; ${todo}${end}`, named, mistake);
}

/** The place of a field inside another place. */
export function inside(place: Place, field: string): Place {
  return place === '' ? field : `${place}.${field}`;
}

/** A value as it is shown in an error: short, whatever it is. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 50 ? `${text.slice(0, 48)}…"` : text;
}

/** `a`, or `a or b`, or `a, b or c`. */
export function oneOfThese(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** The nearest of the words when it is near enough to be a slip of the pen, else all of them. */
export function meant(word: string, words: readonly string[]): string {
  const close = nearest(word.slice(0, 60), words);
  return isSlip(word, close) ? `did you mean "${close}"?` : `write ${oneOfThese(words)}`;
}

/** A slip leaves most letters standing: less than half of those of the one word are absent from the other. */
function isSlip(word: string, close: string): boolean {
  const letters = Array.from(close.toLowerCase());
  for (const letter of word.toLowerCase()) {
    const at = letters.indexOf(letter);
    if (at >= 0) letters.splice(at, 1);
  }
  return letters.length * 2 < close.length && Math.abs(word.length - close.length) * 2 < close.length;
}
