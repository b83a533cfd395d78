import type { Sentiment } from '@heard/core';
import type { Evidence } from './evidence.js';
import { troublesIn } from './blame.js';

/** A text in which so little judges is not a short review. */
const mostJudging = 0.3;
const shortestChatter = 4;

/** Whether a text is about goods or services, or whoever sells them, as far as words can tell. */
export function isAboutTrade(evidence: Evidence): boolean {
  const { isReview, marks, cues, categories, codes } = evidence;
  if (isReview || marks.handles > 0 || categories.size > 0 || codes.size > 0) return true;
  return cues.has('trade') || cues.has('breach');
}

/** Talk among people that no manager need act on: about nothing that anybody sells. */
export function isChatter(evidence: Evidence): boolean {
  const { wordCount, negative, positive, cues, marks } = evidence;
  if (isAboutFellow(evidence)) return true;
  if (isAboutTrade(evidence) || wordCount < shortestChatter) return false;
  // Whoever is asked something politely is asked as a seller, whatever it is about.
  if (cues.has('ask') && marks.questions > 0) return false;
  return negative + positive <= mostJudging * wordCount;
}

/** A quarrel with a neighbour, a boss, a former husband. */
function isAboutFellow({ isReview, marks, cues }: Evidence): boolean {
  return (
    cues.has('fellow') && !isReview && marks.handles === 0 && !cues.has('trade') && !cues.has('addressed')
  );
}

/** News, told of others and to nobody in particular. */
export function isNews({ cues, marks, isReview }: Evidence): boolean {
  if (isReview || cues.has('own') || cues.has('ask') || cues.has('addressed')) return false;
  return cues.has('report') || cues.has('sanctions') || (cues.has('news') && marks.links > 0);
}

/** A report of what happened to others has no attitude of its own; what governments do to a firm is told with one. */
function isReport(evidence: Evidence): boolean {
  return isNews(evidence) && evidence.cues.has('report') && !evidence.codes.has('sarcasm');
}

/** Somebody sells, hires, or begs for followers, and complains of nothing. */
export function isAdvert(evidence: Evidence): boolean {
  const { cues, isReview, marks } = evidence;
  const adverts = cues.get('advert') ?? 0;
  if (adverts === 0 || isReview || cues.has('own') || troublesIn(evidence) > 0) return false;
  return adverts > 1 || marks.links > 0 || (!cues.has('breach') && evidence.positive < 2);
}

/** Words of mourning. */
export function isCondolence({ cues, codes }: Evidence): boolean {
  return cues.has('condolence') && codes.size === 0 && !cues.has('breach');
}

/** Nothing but orders to whoever or whatever reads it. */
export function isOnlyOrders({ reading }: Evidence): boolean {
  return reading.isOnlyOrders;
}

/** What the rules see so plainly that the model may not overrule it; `undefined` for most texts. */
export function plainlySaid(evidence: Evidence): Sentiment | undefined {
  if (isOnlyOrders(evidence) || isCondolence(evidence) || isAdvert(evidence)) return 'neutral';
  if (isReport(evidence)) return 'neutral';
  if (isToldByStars(evidence)) return evidence.stars > 0 ? 'positive' : 'negative';
  if (evidence.wordCount === 0) return byFaces(evidence);
  if (isAboutFellow(evidence) || isPlainQuestion(evidence)) return 'neutral';
  if (evidence.cues.has('rival') && evidence.stars <= 0) return 'negative';
  if (isPraiseAfterAll(evidence)) return 'positive';
  return leavesOpen(evidence) ? 'negative' : undefined;
}

/** A short question in which what may go wrong is only the reason to ask. */
function isPlainQuestion(evidence: Evidence): boolean {
  const { marks, cues, wordCount, negative, isReview } = evidence;
  if (isReview || marks.questions !== 1 || marks.exclamations > 0 || marks.frowns > 0) return false;
  if (!cues.has('ask') || cues.has('breach') || wordCount > longestQuestion) return false;
  return negative < 2 && troublesIn(evidence) === 0;
}

const longestQuestion = 25;

/** A word or two that do not plainly disagree with the stars above them: "ok". */
function isToldByStars({ stars, wordCount, negative, positive }: Evidence): boolean {
  return Math.abs(stars) > 0.5 && wordCount <= 3 && (stars > 0 ? negative : positive) < 2;
}

function byFaces({ marks }: Evidence): Sentiment | undefined {
  if (marks.smiles === marks.frowns) return undefined;
  return marks.smiles > marks.frowns ? 'positive' : 'negative';
}

/** It was put right, or nothing went wrong: "not late, not broken". */
function isPraiseAfterAll(evidence: Evidence): boolean {
  const { isSolved, positive, negative, denied, wordCount } = evidence;
  if (wordCount > longestTurned) return false;
  if (isSolved) return positive > 0 && negative <= positive;
  return denied > 1 && negative === 0 && troublesIn(evidence) === 0 && isAboutTrade(evidence);
}

/** "A fine phone, but it no longer charges and nobody answers": what went wrong stands last, and nothing after it. */
function leavesOpen(evidence: Evidence): boolean {
  const { afterContrast, isSolved, wordCount } = evidence;
  // A long review has many a "but".
  if (!afterContrast || isSolved || wordCount > longestTurned) return false;
  const { negative, positive, signals, breaches } = afterContrast;
  if (positive > 0) return false;
  return signals > 0 || (breaches > 0 && negative >= 2);
}

const longestTurned = 35;
