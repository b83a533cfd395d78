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

/** One spelling for one word: lower case, ё as е, no apostrophes, no accents, no drawn-out letters, one alphabet. */
export function spell(raw: string): string {
  // Most words are spelt as they are written.
  if (isPlain(raw)) return raw;
  let word = raw.toLowerCase();
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

const latin = 1;
const cyrillic = 2;
const kinds = new Uint8Array(0x500);
for (const letter of 'abcdefghijklmnopqrstuvwxyz') kinds[letter.charCodeAt(0)] = latin;
for (const letter of 'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ') kinds[letter.charCodeAt(0)] = cyrillic;

/** Small letters of one alphabet alone, none of them thrice in a row. */
function isPlain(word: string): boolean {
  const kind = kinds[word.charCodeAt(0)] ?? 0;
  if (kind === 0) return false;
  for (let at = 1; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (kinds[code] !== kind) return false;
    if (at > 1 && code === word.charCodeAt(at - 1) && code === word.charCodeAt(at - 2)) return false;
  }
  return true;
}
