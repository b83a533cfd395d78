import { isCyrillic } from './words.js';

/** What the letters of one word say about its language. */
export interface Letters {
  readonly script: 'cyrillic' | 'latin' | 'other' | 'figures';
  /** Weight of letters that only one of the two languages has. */
  readonly ru: number;
  readonly uk: number;
  /** Cyrillic of a language that is neither. */
  readonly isStrange: boolean;
  /** A frequent word, or a letter, of a language that is not English but looks so. */
  readonly isForeign: boolean;
}

/** Frequent words of languages that Heard does not understand, so that they are not taken for English. */
const foreign = new Set(
  'der die das und ist nicht ich wir mit ein eine le les des est et je nous pas pour une el los las que y es no muy con por il lo gli che non per sono molto nie jest się na to dla bardzo'.split(
    ' ',
  ),
);

const usual: Readonly<Record<Letters['script'], Letters>> = {
  cyrillic: { script: 'cyrillic', ru: 0, uk: 0, isStrange: false, isForeign: false },
  latin: { script: 'latin', ru: 0, uk: 0, isStrange: false, isForeign: false },
  other: { script: 'other', ru: 0, uk: 0, isStrange: false, isForeign: false },
  figures: { script: 'figures', ru: 0, uk: 0, isStrange: false, isForeign: false },
};

/** What a letter tells, one bit each. */
const tellsRu = 1;
const tellsUk = 2;
const tellsStrange = 4;
const tellsForeign = 8;

/** The bits of every letter up to the last of the Cyrillic ones. */
const toldEnd = 0x530;
const told = new Uint8Array(toldEnd);
for (const [bit, letters] of [
  [tellsRu, 'ыэъ'],
  [tellsUk, 'іїєґ'],
  [tellsStrange, 'ўәғқңөұүһђћџљњѓќ'],
  [tellsForeign, 'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿąćęłńśźż'],
] as const) {
  for (const letter of letters) told[letter.charCodeAt(0)] = bit;
}

/** What an everyday letter tells, in bits. */
export function toldBy(letter: number): number {
  return told[letter] ?? 0;
}

/** What the letters of a word of everyday Cyrillic tell together. */
export function cyrillicLetters(bits: number): Letters {
  return bits === 0 ? usual.cyrillic : rarely('cyrillic', bits);
}

/** Reads the letters of a normalised word. */
export function lettersOf(text: string): Letters {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < toldEnd) bits |= told[code] ?? 0;
  }
  const script = scriptOf(text);
  if (script === 'figures') bits &= tellsForeign;
  if (script !== 'cyrillic' && foreign.has(text)) bits |= tellsForeign;
  // Most words share one of four answers.
  return bits === 0 ? usual[script] : rarely(script, bits);
}

const rare: Readonly<Record<Letters['script'], Letters[]>> = {
  cyrillic: [],
  latin: [],
  other: [],
  figures: [],
};

/** The one object for all equal answers, of which there are a few dozen. */
function rarely(script: Letters['script'], bits: number): Letters {
  return (rare[script][bits] ??= {
    script,
    ru: bits & tellsRu ? 2 : 0,
    uk: bits & tellsUk ? 2 : 0,
    isStrange: (bits & tellsStrange) !== 0,
    isForeign: (bits & tellsForeign) !== 0,
  });
}

function scriptOf(text: string): Letters['script'] {
  if (isCyrillic(text)) return 'cyrillic';
  if (/^\d/.test(text)) return 'figures';
  return /^[a-zà-ÿ]/.test(text) ? 'latin' : 'other';
}
