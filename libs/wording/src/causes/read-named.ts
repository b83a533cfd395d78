import type { Named } from '@heard/core';
import { type Token, tokensOf } from '../substance/phrases.js';
import { nameKey } from './name-key.js';
import type { CauseWords } from './words/cause-words.js';
import { en } from './words/en.js';
import { ru } from './words/ru.js';
import { uk } from './words/uk.js';

/** Whom and what a text names, as it could be the cause of other complaints too. */
export interface NamedInText {
  readonly couriers: readonly Named[];
  readonly products: readonly Named[];
  readonly places: readonly Named[];
}

/** Of longer texts only the beginning is read. */
const mostRead = 10_000;
/** More of one kind in one text are a list, not a complaint. */
const mostOfAKind = 8;
const longestProduct = 60;

type List = { readonly exact: ReadonlySet<string>; readonly beginnings: readonly string[] };
const lists = Object.fromEntries(
  (Object.keys(ru) as (keyof CauseWords)[]).map((kind) => [kind, listOf(kind)]),
) as Readonly<Record<keyof CauseWords, List>>;

function listOf(kind: keyof CauseWords): List {
  const words = [ru, uk, en].flatMap((language) => language[kind].trim().split(/\s+/u));
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    beginnings: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
  };
}

/** Reads couriers, products and places that a text names. The three languages are read together: texts mix them. */
export function readNamed(whole: string): NamedInText {
  const text = whole.slice(0, mostRead);
  const tokens = tokensOf(text);
  const found: Record<keyof NamedInText, Map<string, Named>> = {
    couriers: new Map(),
    products: new Map(),
    places: new Map(),
  };
  const put = (kind: keyof NamedInText, named: Named | undefined): void => {
    if (named && named.key !== '' && found[kind].size < mostOfAKind) {
      if (!found[kind].has(named.key)) found[kind].set(named.key, named);
    }
  };
  for (const [index, { word }] of tokens.entries()) {
    if (is('people', word)) put('couriers', personAt(text, tokens, index));
    if (is('branches', word)) put('places', branchAt(text, tokens, index));
    if (is('streets', word)) put('places', streetAt(text, tokens, index));
    if (is('numbered', word)) put('products', numberedAt(text, tokens, index));
  }
  for (const product of quoted(text)) put('products', product);
  return {
    couriers: [...found.couriers.values()],
    products: [...found.products.values()],
    places: [...found.places.values()],
  };
}

function is(kind: keyof CauseWords, word: string): boolean {
  const { exact, beginnings } = lists[kind];
  return exact.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}

/** "курьер Олег", "курьер по имени Олег", "courier #17", "Oleg, your courier". */
function personAt(text: string, tokens: readonly Token[], index: number): Named | undefined {
  const number = numberAfter(text, tokens, index);
  if (number !== undefined) return { key: `#${number}`, shown: `№ ${number}` };
  let next = index + 1;
  while (next - index <= 3 && is('called', tokens[next]?.word ?? '')) next += 1;
  if (isJoined(text, tokens, index, next) && isName(text, tokens[next])) return nameFrom(text, tokens, next);
  return nameBefore(text, tokens, index);
}

function nameBefore(text: string, tokens: readonly Token[], index: number): Named | undefined {
  const whose = is('whose', tokens[index - 1]?.word ?? '') ? 1 : 0;
  const name = tokens[index - 1 - whose];
  const after = tokens[index - whose];
  if (!name || !after || !isName(text, name)) return undefined;
  // Without a comma between, a capital is that of the sentence: "Вчера курьер…".
  return /^\s*[,(–—-]\s*$/u.test(text.slice(name.end, after.start))
    ? nameFrom(text, tokens, index - 1 - whose)
    : undefined;
}

/** The name with the surname that follows; the first name alone makes the key, as most give no more. */
function nameFrom(text: string, tokens: readonly Token[], at: number): Named | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first) return undefined;
  const isWhole = second && isName(text, second) && text.slice(first.end, second.start) === ' ';
  return { key: nameKey(first.word), shown: text.slice(first.start, isWhole ? second.end : first.end) };
}

/** Written like a name: a capital, then small letters. */
function isName(text: string, token: Token | undefined): boolean {
  if (!token?.isCapital || is('notNames', token.word)) return false;
  const written = text.slice(token.start, token.end);
  return written.length >= 2 && /^\p{Lu}[\p{Ll}'’ʼ-]+(?:\p{Lu}\p{Ll}+)?$/u.test(written);
}

/** Nothing but blanks, commas, marks of a number and quotation marks stands between two words. */
function isJoined(text: string, tokens: readonly Token[], from: number, to: number): boolean {
  const [first, last] = [tokens[from], tokens[to]];
  return first !== undefined && last !== undefined && !/[.!?;:\n]/u.test(text.slice(first.end, last.start));
}

function numberAfter(text: string, tokens: readonly Token[], index: number): string | undefined {
  const at = is('number', tokens[index + 1]?.word ?? '') ? index + 2 : index + 1;
  const token = tokens[at];
  if (!token || !/^\d{1,6}$/u.test(token.word)) return undefined;
  const between = text.slice(tokens[index]?.end, token.start);
  return /^[\s\p{L}№#.]*$/u.test(between) && between.length <= 12 ? token.word : undefined;
}

/** "отделение № 12", "магазин на Сумской", "the branch on Baker Street". */
function branchAt(text: string, tokens: readonly Token[], index: number): Named | undefined {
  const number = numberAfter(text, tokens, index);
  const branch = text.slice(tokens[index]?.start, tokens[index]?.end);
  if (number !== undefined) return { key: `#${number}`, shown: `${branch} № ${number}` };
  let next = index + 1;
  if (!is('at', tokens[next]?.word ?? '')) return undefined;
  next += 1;
  // "магазин на улице Сумской": the street is read by its own word.
  if (is('streets', tokens[next]?.word ?? '')) return undefined;
  const name = tokens[next];
  if (!name || !isName(text, name) || !isJoined(text, tokens, index, next)) return undefined;
  return { key: nameKey(name.word), shown: text.slice(name.start, name.end) };
}

/** "улица Сумская", "вул. Сумська", "Baker Street". */
function streetAt(text: string, tokens: readonly Token[], index: number): Named | undefined {
  for (const at of [index + 1, index - 1]) {
    const [street, name] = [tokens[index], tokens[at]];
    if (!street || !name || !isName(text, name)) continue;
    const between = at > index ? text.slice(street.end, name.start) : text.slice(name.end, street.start);
    if (/^\.?\s*$/u.test(between)) {
      return { key: nameKey(name.word), shown: text.slice(name.start, name.end) };
    }
  }
  return undefined;
}

/** "рейс 101", "train 72": a thing that goes by its number. */
function numberedAt(text: string, tokens: readonly Token[], index: number): Named | undefined {
  const number = numberAfter(text, tokens, index);
  const thing = tokens[index];
  if (number === undefined || !thing) return undefined;
  return {
    key: `${nameKey(thing.word)}#${number}`,
    shown: `${text.slice(thing.start, thing.end)} ${number}`,
  };
}

const inQuotes = /[«„“"]([^«»„“”"\n]{2,60})[»“”"]/gu;

/** What is called so in quotation marks: begins with a capital or a figure, few words, and nobody says it. */
function* quoted(text: string): Iterable<Named> {
  for (const found of text.matchAll(inQuotes)) {
    const shown = (found[1] ?? '').trim();
    const words = tokensOf(shown);
    const before = tokensOf(text.slice(Math.max(0, found.index - 40), found.index)).slice(-2);
    const isSpeech =
      before.some(({ word }) => is('speech', word)) ||
      /[:,]\s*$/u.test(text.slice(0, found.index)) ||
      /[.!?…,]$/u.test(shown);
    if (isSpeech || words.length === 0 || words.length > 6 || shown.length > longestProduct) continue;
    if (!/^[\p{Lu}\d]/u.test(shown)) continue;
    yield { key: words.map(({ word }) => word.slice(0, 6)).join(' '), shown };
  }
}
