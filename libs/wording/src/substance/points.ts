import type { PointKind, RaisedPoint } from '@heard/core';
import { sentencesOf } from '../promises/clauses.js';
import { lexicon } from './lexicon.js';
import { type Token, tokensOf } from './phrases.js';

/** The points that a customer raises, sentence by sentence: what they ask, report and suggest. */
export function pointsIn(complaint: string): RaisedPoint[] {
  return sentencesOf(complaint).flatMap(({ clauses, isQuestion }): RaisedPoint[] => {
    const [first, last] = [clauses[0], clauses.at(-1)];
    if (!first || !last) return [];
    const tokens = tokensOf(complaint.slice(first.start, last.end));
    const isNothing = lexicon.courtesy.endAt(tokens, 0) !== undefined && tokens.length < 4;
    if (isNothing || (tokens.length < 3 && !isQuestion)) return [];
    return [{ kind: kindOf(tokens, isQuestion), start: first.start, end: last.end }];
  });
}

function kindOf(tokens: readonly Token[], isQuestion: boolean): PointKind {
  if (lexicon.suggests.in(tokens)) return 'suggested';
  return isQuestion || asks(tokens) ? 'asked' : 'reported';
}

/** A demand stands at the beginning of a clause or says "please": "where" inside a sentence asks nothing. */
function asks(tokens: readonly Token[]): boolean {
  const found = lexicon.asks.find(tokens);
  return found !== undefined && found.from < 3;
}
