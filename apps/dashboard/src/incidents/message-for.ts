import { fillIn, type InThreeLanguages, type Language } from '@heard/core';

/** The language of the message that a customer gets. */
export function messageLanguage(language: Language): keyof InThreeLanguages {
  return language === 'other' ? 'en' : language;
}

/** The message as one person reads it; without a name it leaves no gap. */
export function messageFor(
  texts: InThreeLanguages,
  language: keyof InThreeLanguages,
  customer: string | undefined,
): string {
  return fillIn(texts[language], { customer }).text;
}
