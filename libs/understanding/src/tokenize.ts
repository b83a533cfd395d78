import tokenizers from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';

/** A word, number or mark of the text; offsets are UTF-16 code units of the original, end exclusive. */
export interface Token {
  readonly kind: 'word' | 'number' | 'currency' | 'smile' | 'frown' | 'mark' | 'end' | 'handle' | 'link';
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

/** Alternatives are ordered: links and handles must win over the words inside them. */
const pattern =
  /https?:\/\/[^\s]{1,2000}|@[\p{L}\p{N}_]+|[:;=][-'^]?[)D\]]+|[:;=][-'^]?[(|/[]+|\){2,}|\({2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’ʼ‘`][\p{L}\p{M}]+)*|\p{N}+(?:[.,:]\p{N}+)*|[$€£₴₽]|\p{Extended_Pictographic}|[.!?…\n]+|[,;:—]/gu;

const tokenizer = new tokenizers.RegexpTokenizer({ pattern, gaps: false });

const smiles = new Set('😀😁😂😃😄😅😆😉😊😋😍😎🙂🤗😘🥰👍👏❤💕💖🎉✅🔥💪🙏✈⭐');
const frowns = new Set('😞😟😠😡😢😣😤😥😩😫😭😱😒😕🙁☹🤬🤮🤢👎💩😖😔🤦😬💔🤡');

/** Splits a text into words and marks with their places, in linear time. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const raw of tokenizer.tokenize(text) ?? []) {
    const start = text.indexOf(raw, from);
    from = start + raw.length;
    const kind = kindOf(raw);
    if (kind === 'word' && text[start - 1] === '#') pushHashtag(tokens, raw, start);
    else tokens.push({ kind, raw, start, end: from });
  }
  return tokens;
}

function kindOf(raw: string): Token['kind'] {
  const first = raw[0] ?? '';
  if (first === '@') return 'handle';
  if (raw.startsWith('http://') || raw.startsWith('https://')) return 'link';
  if ('.!?…\n'.includes(first)) return 'end';
  if ('$€£₴₽'.includes(first)) return 'currency';
  if (first === ')') return 'smile';
  if (first === '(') return 'frown';
  if (':;=,—'.includes(first)) return markKind(raw);
  if (smiles.has(raw)) return 'smile';
  if (frowns.has(raw)) return 'frown';
  if (first >= '0' && first <= '9') return 'number';
  return /^\p{L}/u.test(raw) ? 'word' : /^\p{N}/u.test(raw) ? 'number' : 'mark';
}

function markKind(raw: string): Token['kind'] {
  if (raw.length === 1) return 'mark';
  return /[)D\]]$/.test(raw) ? 'smile' : 'frown';
}

/** Humps, and the verdict that ends many tags: `#unitedfail`. */
const hashtagPart =
  /(?:fail|fails|sucks|rocks)$|\p{Lu}?(?:(?!(?:fail|fails|sucks|rocks)$)[\p{Ll}\p{M}\p{N}])+|\p{Lu}+(?!\p{Ll})|[^\p{Lu}\p{Ll}]+/gu;

/** `#WorstAirlineEver` is read as the words it is made of. */
function pushHashtag(tokens: Token[], raw: string, start: number): void {
  for (const part of raw.matchAll(hashtagPart)) {
    const at = start + part.index;
    tokens.push({ kind: 'word', raw: part[0], start: at, end: at + part[0].length });
  }
}
