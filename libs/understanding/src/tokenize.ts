import { easyMarkAt, endOfEasyWord, isBlank } from './easy-words.js';
import { endOfMasked, isMaskAt } from './masked-words.js';

/** What stands in a text apart from its words. */
export type MarkKind = 'currency' | 'smile' | 'frown' | 'mark' | 'end' | 'handle' | 'link';

/** Takes words and marks in their order; offsets are UTF-16 code units of the text, end exclusive. */
export interface TokenSink {
  word(text: string, start: number, end: number): void;
  mark(kind: MarkKind, raw: string): void;
}

/** Alternatives are ordered: links and handles must win over the words inside them. */
const pattern =
  /https?:\/\/[^\s]{1,2000}|@[\p{L}\p{N}_]+|[:;=][-'^]?[)D\]]+|[:;=][-'^]?[(|/[]+|\){2,}|\({2,}|\p{L}[\p{L}\p{M}\p{N}\p{Cf}]*(?:['’ʼ‘`][\p{L}\p{M}\p{Cf}]+)*|\p{N}+(?:[.,:]\p{N}+)*|[$€£₴₽]|\p{Extended_Pictographic}|[.!?…\n]+|[,;:—]/gu;

const smiles = new Set('😀😁😂😃😄😅😆😉😊😋😍😎🙂🤗😘🥰👍👏❤💕💖🎉✅🔥💪🙏✈⭐');
const frowns = new Set('😞😟😠😡😢😣😤😥😩😫😭😱😒😕🙁☹🤬🤮🤢👎💩😖😔🤦😬💔🤡');

/** Splits a text into words and marks with their places, in linear time. */
export function tokenize(text: string, sink: TokenSink): void {
  let at = 0;
  while (at < text.length) {
    if (isBlank(text, at)) {
      at += 1;
      continue;
    }
    const end = endOfEasyWord(text, at);
    if (end > at) {
      at = takeWhole(text, at, end, sink);
      continue;
    }
    const mark = easyMarkAt(text, at);
    if (mark) {
      sink.mark(mark, text.charAt(at));
      at += 1;
      continue;
    }
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return;
    at = pattern.lastIndex;
    const raw = found[0];
    const kind = kindOf(raw);
    if (kind === 'word') at = takeWhole(text, found.index, at, sink);
    else sink.mark(kind, raw);
  }
}

/** Takes a word, and what goes on behind a mask: `п#здец`; returns where it ends. */
function takeWhole(text: string, start: number, end: number, sink: TokenSink): number {
  const last = isMaskAt(text, end) ? (endOfMasked(text, start) ?? end) : end;
  takeWord(text, start, last, sink);
  return last;
}

function takeWord(text: string, start: number, end: number, sink: TokenSink): void {
  const isTag = start > 0 && text.charCodeAt(start - 1) === hash;
  if (isTag && !startsWithFigure.test(text.slice(start, end))) takeHashtag(text, start, end, sink);
  else sink.word(text, start, end);
}

const hash = '#'.charCodeAt(0);

const startsWithFigure = /^\p{N}/u;

function kindOf(raw: string): MarkKind | 'word' {
  const first = raw[0] ?? '';
  if (first === '@') return 'handle';
  if (raw.startsWith('http://') || raw.startsWith('https://')) return 'link';
  if ('.!?…\n'.includes(first)) return 'end';
  if ('$€£₴₽'.includes(first)) return 'currency';
  if (first === ')') return 'smile';
  if (first === '(') return 'frown';
  if (':;=,—'.includes(first)) return faceOf(raw);
  if (smiles.has(raw)) return 'smile';
  if (frowns.has(raw)) return 'frown';
  return /^[\p{L}\p{N}]/u.test(raw) ? 'word' : 'mark';
}

function faceOf(raw: string): MarkKind {
  if (raw.length === 1) return 'mark';
  return /[)D\]]$/.test(raw) ? 'smile' : 'frown';
}

/** Humps, and the verdict that ends many tags: `#unitedfail`. */
const hashtagPart =
  /(?:fail|fails|sucks|rocks)$|\p{Lu}?(?:(?!(?:fail|fails|sucks|rocks)$)[\p{Ll}\p{M}\p{N}])+|\p{Lu}+(?!\p{Ll})|[^\p{Lu}\p{Ll}]+/gu;

/** `#WorstAirlineEver` is read as the words it is made of. */
function takeHashtag(text: string, start: number, end: number, sink: TokenSink): void {
  for (const part of text.slice(start, end).matchAll(hashtagPart)) {
    const at = start + part.index;
    sink.word(text, at, at + part[0].length);
  }
}
