import { stemsOf } from './gist.js';
import { lexicon } from './lexicon.js';
import { tokensOf } from './phrases.js';
import type { ReadClause } from './read-answer.js';

const quoted = /[«"“„]([^«»"“”„]{3,300})[»"”“]/gu;

/**
 * Takes from an answer what tells the customer nothing: what they quote as having been told already, and excuses with
 * nothing beside them. An excuse is told to whoever asks why.
 */
export function withoutNothingNew(complaint: string, clauses: readonly ReadClause[]): ReadClause[] {
  const told = [...complaint.matchAll(quoted)].map(([, words = '']) => stemsOf(tokensOf(words)));
  const asksWhy = lexicon.asksWhy.in(tokensOf(complaint));
  const excused = clauses.some(({ isExcuse }) => isExcuse);
  const tellsNothing = (each: ReadClause): boolean =>
    isTold(each, told) || (excused && !asksWhy && (each.isExcuse || isLacking(each)));
  return clauses.map((each) => (tellsNothing(each) ? { ...each, deed: 'says', relevance: 0 } : each));
}

/** All that carries meaning in the clause stands in one quotation, a figure among it. */
function isTold({ tokens }: ReadClause, told: readonly ReadonlySet<string>[]): boolean {
  const figures = tokens.filter(({ word }) => /\d/u.test(word));
  if (figures.length === 0) return false;
  const words = tokens.filter((token) => stemsOf([token]).size > 0);
  return told.some((stems) => words.every((token) => [...stemsOf([token])].some((stem) => stems.has(stem))));
}

function isLacking({ deed, isResult, tokens }: ReadClause): boolean {
  return deed === 'tells' && !isResult && lexicon.lacking.in(tokens);
}
