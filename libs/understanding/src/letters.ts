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

/** Reads the letters of a normalised word. */
export function lettersOf(text: string): Letters {
  const isForeign = foreign.has(text) || /[à-ÿąćęłńśźż]/.test(text);
  const script = scriptOf(text);
  const ru = script !== 'figures' && /[ыэъ]/.test(text) ? 2 : 0;
  const uk = script !== 'figures' && /[іїєґ]/.test(text) ? 2 : 0;
  const isStrange = script !== 'figures' && /[ўәғқңөұүһђћџљњѓќ]/.test(text);
  // Most words share one of four answers.
  return isForeign || isStrange || ru + uk > 0 ? { script, ru, uk, isStrange, isForeign } : usual[script];
}

function scriptOf(text: string): Letters['script'] {
  if (/^\d/.test(text)) return 'figures';
  if (isCyrillic(text)) return 'cyrillic';
  return /^[a-zà-ÿ]/.test(text) ? 'latin' : 'other';
}
