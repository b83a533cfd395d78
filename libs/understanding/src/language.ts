import type { Language } from '@heard/core';
import type { Reading } from './reading.js';

/** Says which language the text leans on; letters that only one has count more than words. */
export function languageOf(reading: Reading): Language {
  if (reading.transliterated) return reading.transliterated;
  const seen = { cyrillic: 0, latin: 0, other: 0 };
  const lean = { ru: 0, uk: 0, en: 0 };
  let strange = 0;
  let foreign = 0;
  for (const { traits } of reading.slots) {
    const { letters, frequent } = traits;
    // By name: V8 is slow at counting under a key that it cannot foresee.
    if (letters.script === 'cyrillic') seen.cyrillic += 1;
    else if (letters.script === 'latin') seen.latin += 1;
    else if (letters.script === 'other') seen.other += 1;
    lean.ru += letters.ru + frequent.ru;
    lean.uk += letters.uk + frequent.uk;
    lean.en += frequent.en;
    if (letters.isStrange) strange += 1;
    if (letters.isForeign) foreign += 1;
  }
  for (const { output } of reading.matches) if (output.kind === 'tone') lean[output.language] += 0.25;
  if (seen.cyrillic > 0 && seen.cyrillic * 2 >= seen.latin && seen.cyrillic >= seen.other) {
    if (strange * 4 > seen.cyrillic) return 'other';
    return lean.uk > lean.ru ? 'uk' : 'ru';
  }
  if (seen.latin === 0 || seen.latin < seen.other) return 'other';
  const looksEnglish = lean.en > foreign || (foreign === 0 && reading.slots.length <= 6);
  return looksEnglish ? 'en' : 'other';
}

/** A text is mixed when so many of its words, and at least three, are plainly of another language. */
const mixedShare = 0.25;
const fewestMixed = 3;

const heardLanguages = ['ru', 'uk', 'en'] as const;

/** The second language of a mixed text: surzhyk leans on one language and has letters and words of the other. */
export function secondLanguageOf(reading: Reading, first: Language): Exclude<Language, 'other'> | undefined {
  const plainly = { ru: 0, uk: 0, en: 0 };
  let words = 0;
  for (const { traits } of reading.slots) {
    const { letters, frequent } = traits;
    if (letters.script === 'figures') continue;
    words += 1;
    if (letters.ru > 0 || (frequent.ru > 0 && frequent.uk === 0)) plainly.ru += 1;
    if (letters.uk > 0 || (frequent.uk > 0 && frequent.ru === 0)) plainly.uk += 1;
    if (letters.script === 'latin' && frequent.en > 0) plainly.en += 1;
  }
  let second: Exclude<Language, 'other'> | undefined;
  for (const each of heardLanguages) {
    if (each !== first && (second === undefined || plainly[each] > plainly[second])) second = each;
  }
  if (second === undefined || reading.transliterated) return undefined;
  return plainly[second] >= Math.max(fewestMixed, mixedShare * words) ? second : undefined;
}
