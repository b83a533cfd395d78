/**
 * Letters of one alphabet that look like letters of the other. Small letters that only their capitals share a shape with
 * (в and B, н and H) count as look-alikes in capitals alone.
 */
const alike: readonly (readonly [latin: string, cyrillic: string])[] = [
  ...pairs('aceopxyi', 'асеорхуі'),
  ...pairs('ACEOPXYIBHKMT', 'АСЕОРХУІВНКМТ'),
  ['ï', 'ї'],
  ['Ï', 'Ї'],
];

/** Letters of other Cyrillic alphabets that only ever stand for a Latin one here. */
const borrowed: readonly (readonly [latin: string, cyrillic: string])[] = pairs('js', 'јѕ');

/** Not the same shape, but near enough to hide a word with. */
const nearlyAlike: readonly (readonly [latin: string, cyrillic: string])[] = pairs('km', 'км');

const cyrillicFor = new Map<string, string>([...alike, ...nearlyAlike]);
const latinFor = new Map([...alike, ...borrowed].map(([latin, cyrillic]) => [cyrillic, latin] as const));

/** The script that a word of two alphabets stands for, and the word in it alone; `undefined` where neither fits. */
export function inOneAlphabet(raw: string): string | undefined {
  const cyrillic = written(raw, isLatin, cyrillicFor);
  return cyrillic ?? written(raw, isCyrillicLetter, latinFor);
}

/** A word of letters that look the same in the other alphabet, in that alphabet: `HET` is `НЕТ`. */
export function inOtherAlphabet(raw: string): string | undefined {
  return isLatin(raw.charAt(0))
    ? written(raw, isLatin, cyrillicFor)
    : written(raw, isCyrillicLetter, latinFor);
}

/** Writes the letters that are foreign here by their look-alikes; `undefined` where one of them has none. */
function written(
  raw: string,
  isForeign: (char: string) => boolean,
  lookAlikes: ReadonlyMap<string, string>,
): string | undefined {
  let text = '';
  for (const char of raw) {
    const instead = isForeign(char) ? lookAlikes.get(char) : char;
    if (instead === undefined) return undefined;
    text += instead;
  }
  return text;
}

function isLatin(char: string): boolean {
  return /^[a-zà-ÿ]/i.test(char);
}

function isCyrillicLetter(char: string): boolean {
  return /^[\u0400-\u052f]/.test(char);
}

function pairs(latin: string, cyrillic: string): (readonly [string, string])[] {
  return [...latin].map((char, at) => [char, cyrillic.charAt(at)] as const);
}
