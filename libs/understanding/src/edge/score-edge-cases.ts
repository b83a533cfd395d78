import type { Assess } from '@heard/core';
import type { EdgeCase } from './edge-case.js';
import { en } from './en.js';
import { ru } from './ru.js';
import { uk } from './uk.js';

/** How many hard texts of a language are read rightly, and the names of those that are not. */
export interface EdgeScore {
  readonly lang: 'ru' | 'uk' | 'en';
  readonly cases: number;
  readonly right: number;
  readonly share: number;
  readonly wrong: readonly WrongCase[];
}

/** A hard text read wrongly: what was read instead of what is held. */
export interface WrongCase {
  readonly name: string;
  readonly kind: EdgeCase['kind'];
  readonly text: string;
  readonly read: string;
}

/** The hard texts of each language. */
export const edgeCases = { ru, uk, en } as const;

/** Reads every hard text; a case is right only if all that is held of it is. */
export function scoreEdgeCases(assess: Assess): EdgeScore[] {
  return (['ru', 'uk', 'en'] as const).map((lang) => {
    const cases = edgeCases[lang];
    const wrong = cases.flatMap((each) => wrongIn(each, assess));
    const right = cases.length - wrong.length;
    return { lang, cases: cases.length, right, share: Number((right / cases.length).toFixed(4)), wrong };
  });
}

function wrongIn({ name, kind, text, rating, expects }: EdgeCase, assess: Assess): WrongCase[] {
  const assessment = assess({ text, ...(rating && { rating }) });
  const found = new Set(assessment.signals.map(({ code }) => code));
  const { signals = [], ...verdicts } = expects;
  const differing = (Object.keys(verdicts) as (keyof typeof verdicts)[])
    .filter((key) => assessment[key] !== verdicts[key])
    .map((key) => `${key} ${assessment[key]}, not ${verdicts[key]}`);
  const missing = signals.filter((code) => !found.has(code)).map((code) => `no ${code}`);
  const read = [...differing, ...missing].join('; ');
  return read === '' ? [] : [{ name, kind, text, read }];
}
