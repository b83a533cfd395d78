/**
 * What stands for a text when its likeness to others is looked for: the smallest hash of its shingles in each bin.
 * Resemblance by shingles and minima: A. Broder, "On the resemblance and containment of documents" (1997). One hash
 * with bins instead of many hashes: P. Li, A. Owen, C.-H. Zhang, "One Permutation Hashing" (2012); empty bins borrow
 * as in A. Shrivastava, "Optimal Densification for Fast and Accurate Minwise Hashing" (2017).
 */
export type Sketch = Uint32Array;

/** Bins of a sketch; a likeness of 0.7 is estimated within 0.06. */
export const sketchBins = 64;

/** Of longer texts only the beginning is read. */
const mostRead = 10_000;
/** Letters of one shingle: long enough to tell words apart, short enough to bear a changed ending. */
const shingleLetters = 5;
/** Shorter texts are alike by chance ("where is my order?"). */
const leastLetters = 30;
const empty = 0xffffffff;
// Looked up once: it is called for every letter.
const { imul } = Math;

/** The sketch of a text, or undefined for one that is too short to be compared. */
export function sketchOf(text: string): Sketch | undefined {
  const letters = lettersOf(text);
  if (letters.length < leastLetters) return undefined;
  const bins = new Uint32Array(sketchBins).fill(empty);
  for (let start = 0; start + shingleLetters <= letters.length; start += 1) {
    const hash = hashOf(letters, start);
    const bin = hash >>> 26;
    if (hash < (bins[bin] ?? 0)) bins[bin] = hash;
  }
  return filled(bins);
}

/** How alike two texts are by their sketches, 0 to 1. */
export function likeness(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let bin = 0; bin < sketchBins; bin += 1) if (a[bin] === b[bin]) same += 1;
  return same / sketchBins;
}

/** Letters only, with single blanks: figures, marks and smileys are what a copy is varied with. */
function lettersOf(text: string): string {
  return text
    .slice(0, mostRead)
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}

/** FNV-1a over the letters of a shingle, its bits then mixed so that the upper ones can choose a bin. */
function hashOf(letters: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + shingleLetters; at += 1) {
    hash = imul(hash ^ letters.charCodeAt(at), 0x01000193);
  }
  return mixed(hash);
}

function mixed(value: number): number {
  let hash = value;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Empty bins take the value of a full one, the same for the same text. */
function filled(bins: Uint32Array): Sketch {
  return bins.map((own, bin) => {
    if (own !== empty) return own;
    for (let attempt = 1; ; attempt += 1) {
      const other = bins[mixed(bin * 1_000 + attempt) >>> 26] ?? empty;
      if (other !== empty) return other;
    }
  });
}
