/** Latin letters that look like Cyrillic ones, and are typed for them. */
const lookalikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'о',
  p: 'р',
  x: 'х',
  y: 'у',
};

/** One alphabet, and no letter twice: most words are spelt as they are written. */
const plain = /^(?:(?:([a-z])(?!\1))+|(?:([а-яіїєґ])(?!\2))+)$/;

/** One spelling for one word: lower case, ё as е, no apostrophes, no accents, no drawn-out letters, one alphabet. */
export function spell(raw: string): string {
  let word = raw.toLowerCase();
  if (plain.test(word)) return word;
  if (/[^a-zа-яіїєґ0-9]/.test(word)) {
    word = word
      .normalize('NFC')
      // An accent that has no letter of its own with what it stands on.
      .replace(/\p{M}+/gu, '')
      .replace(/ё/g, 'е')
      .replace(/['’ʼ‘`]/g, '');
  }
  if (/[а-яіїєґ]/.test(word) && /[aceiopxy]/.test(word)) {
    word = word.replace(/[aceiopxy]/g, (letter) => lookalikes[letter] ?? letter);
  }
  return word.replace(/(\p{L})\1{2,}/gu, '$1');
}
