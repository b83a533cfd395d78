import type { InterfaceLanguage } from '../i18n/index.js';

/** Names of fixes in one phrase, as one says what was done together: `Apology and redelivery`. */
export function fixesInWords(names: readonly string[], language: InterfaceLanguage): string {
  const phrase = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    names.map((name, index) => (index === 0 ? name : name.toLocaleLowerCase(language))),
  );
  // Between vowel and consonant Ukrainian says й.
  return language === 'uk' ? phrase.replaceAll(/(?<=[аеєиіїоуюя]) і (?![йєїюя])/giu, ' й ') : phrase;
}
