import { swearing } from './lexicon/swearing.js';

/** What stands for a hidden letter. Figures and signs that look like a letter are read as that letter first. */
const masks = new Set('*#@$!0123456789');
const looksLike: Readonly<Record<string, string>> = {
  '0': 'оo',
  '1': 'иіli',
  '3': 'зe',
  '4': 'чa',
  '6': 'б',
  '@': 'аa',
  $: 's',
  '!': 'і1i',
};

const longest = 24;
/** A row of masks may stand for this many letters more than it has signs: `п**ц`. */
const moreLetters = 3;
/** One hidden letter at the end is a footnote or a typing error. */
const fewestAtEnd = 2;

/** Whether a mask that may hide letters of the word before it stands at `at`; a mark of exclamation only within a word. */
export function isMaskAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code === exclamation) return text.charCodeAt(at + 1) > upperEnd;
  return code === 0x2a || code === 0x23 || code === 0x40 || code === 0x24;
}

const exclamation = 0x21;
/** Figures and marks end before the letters begin. */
const upperEnd = 0x40;

/** Where a word that goes on over masks from `start` ends; `undefined` where there is no swear word behind them. */
export function endOfMasked(text: string, start: number): number | undefined {
  let end = start;
  while (end < text.length && end - start < longest && belongs(text.charAt(end))) end += 1;
  // "f***!" ends with a mark of the sentence.
  while (end > start && '!#@$'.includes(text.charAt(end - 1))) end -= 1;
  const raw = text.slice(start, end);
  // "Ivan K***" hides a name.
  if (/^\p{Lu}[^\p{L}]*$/u.test(raw)) return undefined;
  return unmask(raw.toLowerCase()) === undefined ? undefined : end;
}

/** The swear word behind a masked one in small letters; `undefined` where there is none. */
export function unmask(word: string): string | undefined {
  if (word.length > longest || !/^\p{L}/u.test(word) || ![...word].some((char) => masks.has(char)))
    return undefined;
  // A sign for a letter is the usual way; more letters behind it are the second guess.
  for (const more of [0, moreLetters]) {
    for (const beginning of swearing) {
      const ending = new Fit(word, beginning, more).endingOf(0, 0);
      if (ending !== undefined) return beginning + ending;
    }
  }
  return undefined;
}

/** A masked word held against the beginning of a swear word. */
class Fit {
  constructor(
    private readonly word: string,
    private readonly beginning: string,
    private readonly more: number,
  ) {}

  /** What the word goes on with behind the beginning, if it fits from the places on. */
  endingOf(at: number, from: number): string | undefined {
    const { word, beginning } = this;
    if (from === beginning.length) return endsIn(word.slice(at));
    const char = word.charAt(at);
    if (char === '') return undefined;
    if (char === beginning.charAt(from)) return this.endingOf(at + 1, from + 1);
    if (!masks.has(char) || at === 0) return undefined;
    const isLike = (looksLike[char] ?? '').includes(beginning.charAt(from));
    const read = isLike ? this.endingOf(at + 1, from + 1) : undefined;
    return read ?? (/[0-9]/.test(char) ? undefined : this.behindMasks(at, from));
  }

  private behindMasks(at: number, from: number): string | undefined {
    const { word, beginning, more } = this;
    let signs = 1;
    while (masks.has(word.charAt(at + signs))) signs += 1;
    const isLast = at + signs === word.length;
    if (isLast && (signs < fewestAtEnd || from + signs + 1 < beginning.length)) return undefined;
    const fewest = more === 0 ? signs : 1;
    const most = Math.min(signs + more, beginning.length - from);
    for (let letters = Math.min(fewest, most); letters <= most; letters += 1) {
      const ending = this.endingOf(at + signs, from + letters);
      if (ending !== undefined) return ending;
    }
    return undefined;
  }
}

/** An ending of a few letters; of a Cyrillic word with a vowel in it, or else a letter of the word itself is missing. */
function endsIn(rest: string): string | undefined {
  return /^(?:[a-z]{0,6}|(?=\p{L}*[аеиоуыэюяіїєёьй])\p{L}{0,6})$/u.test(rest) ? rest : undefined;
}

function belongs(char: string): boolean {
  return masks.has(char) || /\p{L}/u.test(char);
}
