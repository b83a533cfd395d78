import { sentencesOf } from '../promises/clauses.js';
import { stemsOf } from './gist.js';
import { fieldsOf, lexicon, subjectsIn } from './lexicon.js';
import { type Token, tokensOf } from './phrases.js';
import type { Subject } from './words/substance-words.js';

/** What a complaint is about, as far as an answer to it can be judged by. */
export interface Matter {
  readonly stems: ReadonlySet<string>;
  readonly subjects: ReadonlySet<Subject>;
  readonly fields: ReadonlySet<string>;
  /** Something is asked or demanded. */
  readonly asks: boolean;
  /** They ask for a person. */
  readonly asksWho: boolean;
  /** The words of the sentences that tell what the customer tried. */
  readonly tried: readonly Token[];
}

const who = new Set(['кто', 'кому', 'кого', 'чей', 'хто', 'чий', 'who', "who's", 'whose', 'whom']);

/** Reads what a customer's text is about. */
export function matterOf(complaint: string): Matter {
  const tokens = tokensOf(complaint);
  const subjects = subjectsIn(tokens);
  const sentences = sentencesOf(complaint);
  return {
    stems: stemsOf(tokens),
    subjects,
    fields: fieldsOf(subjects),
    asks: lexicon.asks.in(tokens) || sentences.some(({ isQuestion }) => isQuestion),
    asksWho: tokens.some(({ word }) => who.has(word)),
    tried: triedIn(complaint),
  };
}

/** First person past by its ending: вимикав, держал, скинула; or an English list of past verbs without a subject. */
function toldInPast(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ word }) => /^[а-яіїє']{3,}(?:[аияеуіо]л|[аияиую]в|[аияеуыії]ла)$/u.test(word)) ||
    (tokens[0]?.word ?? '').endsWith('ed')
  );
}

/** The sentences that say what was tried already, and the ones around them: "it did not help" may stand alone. */
function triedIn(complaint: string): Token[] {
  const sentences = sentencesOf(complaint).map(({ clauses }) =>
    tokensOf(complaint.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0)),
  );
  const tried = sentences.map((tokens) => lexicon.tried.in(tokens) || toldInPast(tokens));
  return sentences.filter((_, index) => tried[index] || tried[index + 1] || tried[index - 1]).flat();
}
