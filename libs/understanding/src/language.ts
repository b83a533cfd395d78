import type { Language } from '@heard/core';
import type { Reading } from './reading.js';
import { isCyrillic } from './words.js';

/** Frequent words of languages that Heard does not understand, so that they are not taken for English. */
const foreign = new Set(
  'der die das und ist nicht ich wir mit ein eine le les des est et je nous pas pour une el los las que y es no muy con por il lo gli che non per sono molto nie jest się na to dla bardzo'.split(
    ' ',
  ),
);

/** Says which language the text leans on; letters that only one has count more than words. */
export function languageOf(reading: Reading): Language {
  if (reading.transliterated) return reading.transliterated;
  const seen = { cyrillic: 0, latin: 0, other: 0, strange: 0 };
  const lean = { ru: 0, uk: 0 };
  for (const { word } of reading.slots) {
    const text = word.text;
    if (/^\d/.test(text)) continue;
    if (isCyrillic(text)) seen.cyrillic += 1;
    else if (/^[a-zà-ÿ]/.test(text)) seen.latin += 1;
    else seen.other += 1;
    if (/[іїєґ]/.test(text)) lean.uk += 2;
    if (/[ыэъ]/.test(text)) lean.ru += 2;
    if (/[ўәғқңөұүһђћџљњѓќ]/.test(text)) seen.strange += 1;
  }
  const frequent = { ru: 0, uk: 0, en: 0 };
  for (const { output } of reading.matches) {
    if (output.kind === 'frequent') frequent[output.language] += 1;
    else if (output.kind === 'tone') frequent[output.language] += 0.25;
  }
  if (seen.cyrillic > 0 && seen.cyrillic * 2 >= seen.latin && seen.cyrillic >= seen.other) {
    if (seen.strange * 4 > seen.cyrillic) return 'other';
    return lean.uk + frequent.uk > lean.ru + frequent.ru ? 'uk' : 'ru';
  }
  return seen.latin > 0 && seen.latin >= seen.other && looksEnglish(reading, frequent.en) ? 'en' : 'other';
}

function looksEnglish(reading: Reading, frequent: number): boolean {
  let strangers = 0;
  for (const { word } of reading.slots)
    if (foreign.has(word.text) || /[à-ÿąćęłńśźż]/.test(word.text)) strangers += 1;
  return frequent > strangers || (strangers === 0 && reading.slots.length <= 6);
}
