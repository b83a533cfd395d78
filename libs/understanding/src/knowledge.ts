import type { Category, SignalCode } from '@heard/core';
import { en } from './lexicon/en.js';
import type { Cue, Lexicon, SignalPatterns } from './lexicon/lexicon.js';
import { ru } from './lexicon/ru.js';
import { uk } from './lexicon/uk.js';
import { Matcher } from './matcher.js';
import { en as enSignals } from './signals/en.js';
import { ru as ruSignals } from './signals/ru.js';
import { uk as ukSignals } from './signals/uk.js';
import type { Spoken } from './words.js';

/** What a pattern says when it is found. */
export type Finding =
  | { readonly kind: 'tone'; readonly weight: number; readonly language: Spoken }
  | { readonly kind: 'signal'; readonly code: SignalCode }
  | { readonly kind: 'counter'; readonly code: SignalCode }
  | { readonly kind: 'category'; readonly category: Category; readonly weight: number }
  | { readonly kind: 'cue'; readonly cue: Cue };

/** All languages, in the order in which their patterns are found. */
export const known: readonly (readonly [Spoken, Lexicon, SignalPatterns])[] = [
  ['ru', ru, ruSignals],
  ['uk', uk, ukSignals],
  ['en', en, enSignals],
];

/** All lexicons in one matcher, built at the first text: a mixed text meets every language it is mixed of. */
export function knowledge(): Matcher<Finding> {
  return (built ??= build());
}

let built: Matcher<Finding> | undefined;

function build(): Matcher<Finding> {
  const matcher = new Matcher<Finding>();
  for (const [language, lexicon, signals] of known) {
    const add = (sources: readonly string[], finding: Finding): void => {
      for (const source of sources) matcher.add(language, source, finding, lexicon.groups);
    };
    for (const strength of [1, 2, 3] as const) {
      add(lexicon.negative[strength], { kind: 'tone', weight: -strength, language });
      add(lexicon.positive[strength], { kind: 'tone', weight: strength, language });
    }
    add(lexicon.unjudging, { kind: 'tone', weight: 0, language });
    for (const [code, { says, hides = [] }] of entries(signals)) {
      add(says, { kind: 'signal', code });
      add(hides, { kind: 'counter', code });
    }
    for (const [cue, sources] of entries(lexicon.cues)) add(sources, { kind: 'cue', cue });
    for (const [category, sources] of entries(lexicon.categories)) {
      const [phrases, single] = split(sources, (source) => source.includes(' '));
      add(single, { kind: 'category', category, weight: 1 });
      add(phrases, { kind: 'category', category, weight: 2 });
    }
    for (const number of lexicon.numbers) matcher.addNumber(number);
  }
  return matcher;
}

/** The entries of a record by their literal keys. */
export function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

function split<T>(list: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
  return [list.filter(belongs), list.filter((item) => !belongs(item))];
}
