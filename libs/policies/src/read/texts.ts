import type { InThreeLanguages } from '@heard/core';
import { meant, oneOfThese, type Place, type Read, shown, wrong } from './place.js';
import { object } from './values.js';

/** What stands in for a fact in a text for customers: the words in braces that it may and must hold. */
export interface Placeholders {
  readonly known: readonly string[];
  readonly needed: readonly string[];
}

/** Placeholders of the draft about a promise at risk. */
export const lateDraftPlaceholders: Placeholders = {
  known: ['customer', 'promise', 'due', 'manager'],
  needed: ['promise', 'due'],
};

/** Placeholders of the question about the outcome. */
export const questionPlaceholders: Placeholders = {
  known: ['customer', 'link', 'brand'],
  needed: ['link'],
};

const none: Placeholders = { known: [], needed: [] };
const mostLetters = 2_000;

/** A text in all three languages, of which none may be empty. */
export function inThreeLanguages(placeholders: Placeholders = none): Read<InThreeLanguages> {
  const each = text(placeholders);
  return object<InThreeLanguages>({ ru: each, uk: each, en: each });
}

function text(placeholders: Placeholders): Read<string> {
  return (value, place) => {
    if (value === undefined) throw absent(place, 'it is missing');
    if (typeof value !== 'string') throw wrong(place, `${shown(value)} is no text`, 'write it in quotes');
    if (value.trim() === '') throw absent(place, 'it is empty');
    if (value.length > mostLetters) {
      throw wrong(place, `it has ${value.length} letters`, `write at most ${mostLetters}`, {
        mistake: 'text_long',
        most: `${mostLetters}`,
      });
    }
    // PostgreSQL keeps neither zero bytes nor half letters.
    if (!value.isWellFormed() || hasControl(value)) {
      throw wrong(place, 'it holds a letter that cannot be shown', 'type the text anew');
    }
    checkPlaceholders(value, place, placeholders);
    return value;
  };
}

function absent(place: Place, what: string): Error {
  return wrong(place, what, 'write the text in this language too', { mistake: 'text_missing' });
}

function hasControl(text: string): boolean {
  return Array.from(text).some((letter) => letter !== '\n' && letter !== '\t' && /\p{Cc}/u.test(letter));
}

function checkPlaceholders(text: string, place: Place, { known, needed }: Placeholders): void {
  const braced = (word: string): string => `{${word}}`;
  for (const [whole, word = ''] of text.matchAll(/\{([^{}]*)\}/gu)) {
    if (known.includes(word)) continue;
    throw known.length === 0
      ? wrong(place, `nothing is filled in for ${shown(whole)} here`, 'write the words themselves', {
          mistake: 'placeholder_unknown',
          known: '',
        })
      : wrong(place, `there is no placeholder ${shown(whole)}`, meant(whole, known.map(braced)), {
          mistake: 'placeholder_unknown',
          known: known.map(braced).join(', '),
        });
  }
  if (/[{}]/u.test(text.replaceAll(/\{[^{}]*\}/gu, ''))) {
    throw wrong(place, 'a brace stands alone', 'close each { with a }, and use them for placeholders only', {
      mistake: 'brace_alone',
    });
  }
  const lacking = needed.find((word) => !text.includes(braced(word)));
  if (lacking !== undefined) {
    throw wrong(place, `it lacks ${oneOfThese([braced(lacking)])}`, 'put it where the fact belongs', {
      mistake: 'placeholder_missing',
      needed: braced(lacking),
    });
  }
}
