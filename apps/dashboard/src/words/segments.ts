import type { Signal, SignalCode, TextPlace } from '@heard/core';

/** A stretch of a text that is shown in one way. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly codes: readonly SignalCode[];
  /** Of what the reader points at. */
  readonly isLit: boolean;
  /** Of what the tone was read from. */
  readonly hasTone: boolean;
  readonly href?: string;
}

/** Places of a text beside its signals. */
export interface Shown {
  readonly lit?: readonly TextPlace[];
  readonly tone?: readonly TextPlace[];
}

const webAddress = /https?:\/\/[^\s<>"'«»]+/giu;
const closing = /[.,;:!?)\]}…]+$/u;

interface Span {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

function safeHref(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

function addresses(text: string): readonly Span[] {
  return [...text.matchAll(webAddress)].flatMap((match) => {
    const shown = match[0].replace(closing, '');
    const href = safeHref(shown);
    return href === undefined ? [] : [{ start: match.index, end: match.index + shown.length, href }];
  });
}

/** Cuts a text at the borders of what is marked and of web addresses; joined together the segments are the text again. */
export function segmentsOf(
  text: string,
  signals: readonly Signal[],
  { lit = [], tone = [] }: Shown = {},
): readonly Segment[] {
  const links = addresses(text);
  const fits = ({ start, end }: TextPlace): boolean => start < end && end <= text.length;
  const [inside, litInside, toneInside] = [signals.filter(fits), lit.filter(fits), tone.filter(fits)];
  const places = [...inside, ...litInside, ...toneInside, ...links];
  const borders = places.flatMap(({ start, end }) => [Math.max(0, start), end]);
  const cuts = [...new Set([0, ...borders, text.length])].toSorted((a, b) => a - b);
  // Links may be as many as words: they come in their order and are gone through once.
  let nextLink = 0;
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const holds = (each: TextPlace): boolean => each.start <= start && end <= each.end;
    const codes = inside.filter(holds).map((each) => each.code);
    while ((links[nextLink]?.end ?? Infinity) <= start) nextLink += 1;
    const link = links[nextLink];
    const href = link && holds(link) ? link.href : undefined;
    return {
      text: text.slice(start, end),
      start,
      codes: [...new Set(codes)],
      isLit: litInside.some(holds),
      hasTone: toneInside.some(holds),
      ...(href ? { href } : {}),
    };
  });
}

/** The beginning of a text, not cut inside a character; the whole text when it is little longer than the limit. */
export function beginningOf(text: string, limit: number): string {
  if (text.length <= limit * 1.2) return text;
  const last = text.charCodeAt(limit - 1);
  const cutsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, cutsPair ? limit - 1 : limit);
}

/** Longer words than this let the browser think for seconds about where to break them. */
const longestWord = 300;
const pieceLength = 100;
const longWord = new RegExp(`\\S{${longestWord},}`, 'gu');
/** What does not stand alone: marks, and what joins pictures; and, before the break, the joiner itself. */
const clings = /^(?:\p{M}|\u200d|\p{Emoji_Modifier}|[\udc00-\udfff])/u;

/** The text in pieces between which a line may break: one piece, but for words without end. */
export function breakable(text: string): readonly string[] {
  const breaks: number[] = [];
  for (const { 0: word, index } of text.matchAll(longWord)) {
    for (let at = pieceLength; at < word.length; at += pieceLength) {
      while (at < word.length && isJoined(word, at)) at += 1;
      if (at < word.length) breaks.push(index + at);
    }
  }
  return [0, ...breaks].map((from, nth) => text.slice(from, breaks[nth]));
}

function isJoined(word: string, at: number): boolean {
  const isPair = /[\ud800-\udbff]/.test(word.charAt(at - 1)) && /[\udc00-\udfff]/.test(word.charAt(at));
  return isPair || word.charAt(at - 1) === '\u200d' || clings.test(word.slice(at, at + 2));
}
