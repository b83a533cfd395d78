import { sharedWords } from './gist.js';
import { fieldsOf, lexicon, subjectsIn } from './lexicon.js';
import type { Token } from './phrases.js';
import type { Matter } from './read-complaint.js';
import { mends, type Remedy, type Subject } from './words/substance-words.js';

/** A clause among what surrounds it. */
export interface Telling {
  readonly clause: readonly Token[];
  readonly sentence: readonly Token[];
  readonly matter: Matter;
  readonly remedies: ReadonlySet<Remedy>;
  /** Something was done, or will be. */
  readonly acted: boolean;
  /** It answers a question straight. */
  readonly isDirect: boolean;
}

/** From this on a clause is of the customer's matter. */
export const relevant = 1;

/**
 * How much a clause has to do with the customer's matter: common words and subjects speak for it, a remedy that fits,
 * a fault that is owned and a direct answer too; news for everybody and subjects of its own speak against it.
 */
export function relevance(telling: Telling): number {
  const { clause, sentence, matter, acted } = telling;
  const own = subjectsIn(sentence);
  const common = [...own].filter((subject) => matter.subjects.has(subject)).length;
  const words = sharedWords(matter.stems, withoutNames(sentence));
  const isForeign = own.size > 0 && common === 0 && words === 0 && matter.subjects.size > 0;
  const fitting = fits(telling);
  let score = Math.min(common, 1) + Math.min(words, 2) / 2;
  if (fitting) score += 1;
  if (lexicon.fault.in(sentence)) score += 1;
  if (lexicon.cause.in(clause)) score += 0.5;
  if (lexicon.pointing.in(clause)) score += 0.5;
  if (acted) score += 0.5;
  if (isGeneral(telling)) score -= 1;
  if (isRival(own, matter, words)) score -= 1.5;
  if (telling.isDirect) score += matter.asks ? 1 : 0.5;
  if (lexicon.notice.in(sentence)) score -= 2.5;
  else if (isForeign && !fitting && !telling.isDirect && !sharesField(own, matter)) score -= 1;
  return score;
}

function fits({ remedies, matter }: Telling): boolean {
  return [...remedies].some((remedy) => {
    const fields = mends[remedy];
    return !fields || matter.fields.size === 0 || fields.some((field) => matter.fields.has(field));
  });
}

function sharesField(own: ReadonlySet<Subject>, matter: Matter): boolean {
  return [...fieldsOf(own)].some((field) => matter.fields.has(field));
}

const personal =
  /^(?:я|мы|мне|нам|нас|наш.*|вы|вам|вас|ваш.*|ми|мені|ви|we|we'.*|i|i'.*|me|us|our|my|you|you'.*|your|yours)$/u;

/** It holds for everybody: nothing was done, nobody speaks or is spoken to. */
function isGeneral({ sentence, clause, acted, isDirect }: Telling): boolean {
  if (acted || isDirect || sentence.some(({ word }) => personal.test(word))) return false;
  return ![lexicon.pointing, lexicon.fault, lexicon.cause, lexicon.ongoing].some((each) => each.in(clause));
}

/** Things of which a customer has one in mind: another one of the kind is another matter. */
const things: readonly Subject[] = ['device', 'furniture', 'clothes'];

function isRival(own: ReadonlySet<Subject>, matter: Matter, commonWords: number): boolean {
  return commonWords === 0 && things.some((each) => own.has(each) && matter.subjects.has(each));
}

/** A street or a name in both texts makes no common matter. */
function withoutNames(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ isCapital }, index) => index === 0 || !isCapital);
}
