import { type HeldReason, type PointHandled, sameThing, type SubstanceCheck } from '@heard/core';
import { alike, alikeInWords, contained, sharedWords, stemsOf } from './gist.js';
import { lexicon } from './lexicon.js';
import { type Token, tokensOf } from './phrases.js';
import { withoutNothingNew } from './nothing-new.js';
import { pointsIn } from './points.js';
import { type Deed, type ReadClause, readAnswer } from './read-answer.js';
import { type Matter, matterOf } from './read-complaint.js';
import { relevant } from './relevance.js';
import { isTried } from './tried.js';

/** An answer with what it answers and what was said before. */
export interface SubstanceAsked {
  /** The customer's texts. */
  readonly complaint: string;
  readonly answer: string;
  /** What was sent to this person before, oldest first. */
  readonly previous: readonly string[];
  /** What was sent to others lately. */
  readonly toOthers?: readonly string[];
  /** From which likeness an answer to others counts as the same, 0 to 1; 0.9 when absent. */
  readonly sameAsOthers?: number;
  /** A refusal that is recorded with its reason, evidence and way to appeal. */
  readonly refusal?: { readonly reason: string; readonly evidence: string; readonly appeal: string };
  /** When and where it is written; promises are then counted from there. */
  readonly at?: Date;
  readonly timeZone?: string;
}

/** Of longer texts only the beginning is read. */
const mostRead = 8_000;
/** So many of the earlier answers are compared, the latest ones. */
const mostCompared = 50;
const sameAsBefore = 0.7;

/**
 * Says whether an answer helps with anything that the customer raised. Boilerplate beside substance does no harm,
 * brevity does not either, and politeness saves nothing.
 */
export function checkSubstance(asked: SubstanceAsked): SubstanceCheck {
  const complaint = asked.complaint.slice(0, mostRead);
  const answer = asked.answer.slice(0, mostRead);
  const matter = matterOf(complaint);
  const clauses = withoutNothingNew(complaint, readAnswer(answer, matter));
  const reasons = reasonsAgainst({ ...asked, complaint, answer }, clauses, matter);
  return { held: reasons.length > 0, reasons, points: handledPoints(complaint, clauses) };
}

function reasonsAgainst(asked: SubstanceAsked, clauses: readonly ReadClause[], matter: Matter): HeldReason[] {
  const repeated = repeats(asked, clauses, matter);
  if (repeated) return [repeated];
  const refused = clauses.some(({ deed }) => deed === 'refusal');
  if (refused && !asked.refusal && !isReasoned(asked.answer, clauses) && !helpsBesides(clauses)) {
    return ['refusal_without_reason'];
  }
  if (refused && (asked.refusal || isReasoned(asked.answer, clauses))) return [];
  if (clauses.some(helps)) return [];
  if (clauses.some(({ deed }) => deed === 'step')) return stepReasons(clauses, matter);
  if (clauses.some(({ deed, tokens }) => deed === 'channel' && sharesSteps(tokens, matter)))
    return ['points_to_tried'];
  return [emptiness(clauses)];
}

/** Something of the matter is told, dated or done. */
function helps({ deed, relevance }: ReadClause): boolean {
  return (deed === 'tells' || deed === 'dated') && relevance >= relevant;
}

/** Beside a refusal only what is done counts: a cause alone does not. */
function helpsBesides(clauses: readonly ReadClause[]): boolean {
  return clauses.some((each) => helps(each) && (each.deed === 'dated' || each.isResult));
}

function emptiness(clauses: readonly ReadClause[]): HeldReason {
  const has = (...deeds: readonly Deed[]): boolean => clauses.some(({ deed }) => deeds.includes(deed));
  if (has('perk') && !has('dated')) return 'unfit_offer';
  if (clauses.some(({ isNotice, deed }) => isNotice && (deed === 'tells' || deed === 'says')))
    return 'ignores_point';
  if (has('channel')) return 'moves_channel_only';
  if (has('tells', 'dated', 'discipline', 'says')) return 'ignores_point';
  return has('courtesy', 'handover', 'question') ? 'courtesy_only' : 'ignores_point';
}

/** The form that is to be filled in was filled in already. */
function sharesSteps(tokens: readonly Token[], { tried }: Matter): boolean {
  return sharedWords(stemsOf(tried), tokens) > 1;
}

/** Steps help unless the customer tried them, or they are of something else. */
function stepReasons(clauses: readonly ReadClause[], matter: Matter): HeldReason[] {
  const steps = clauses.filter(({ deed }) => deed === 'step');
  const tried = steps.filter(({ tokens }) => isTried(tokens, matter.tried)).length;
  if (tried * 2 >= steps.length && tried > 0) return ['points_to_tried'];
  if (steps.some((each) => each.relevance >= relevant / 2)) return [];
  return [clauses.some(({ deed }) => deed === 'perk') ? 'unfit_offer' : 'ignores_point'];
}

function isReasoned(answer: string, clauses: readonly ReadClause[]): boolean {
  const tokens = tokensOf(answer);
  const told = clauses.some(({ deed }) => deed === 'tells');
  const why = lexicon.cause.in(tokens) || lexicon.fault.in(tokens) || told;
  const shown = lexicon.evidence.in(tokens);
  const appeal = lexicon.appeal.in(tokens);
  return why && (shown ? 1 : 0) + (appeal ? 1 : 0) + (told ? 1 : 0) >= 2;
}

/** The same text, the same text as to others, or the same promise once more. */
function repeats(
  asked: SubstanceAsked,
  clauses: readonly ReadClause[],
  matter: Matter,
): HeldReason | undefined {
  const { answer, toOthers = [], sameAsOthers = 0.9 } = asked;
  const tokens = tokensOf(answer);
  const previous = asked.previous.slice(-mostCompared).map((each) => each.slice(0, mostRead));
  if (isPromiseRenewed(answer, clauses, previous, matter)) return 'repromise';
  for (const text of previous) {
    const before = tokensOf(text);
    if (
      alike(tokens, before) >= sameAsBefore ||
      contained(tokens, before) >= 0.85 ||
      alikeInWords(tokens, before) >= 0.75
    ) {
      return 'repeats_previous';
    }
  }
  const isSame = toOthers
    .slice(-mostCompared)
    .some((text) => alike(tokens, tokensOf(text.slice(0, mostRead))) >= sameAsOthers);
  return isSame ? 'same_as_to_others' : undefined;
}

/** A promise that was made before, with nothing done meanwhile; the very same text is a repetition instead. */
function isPromiseRenewed(
  answer: string,
  clauses: readonly ReadClause[],
  previous: readonly string[],
  matter: Matter,
): boolean {
  const said = clauses.filter(({ deed, isResult }) => (deed === 'dated' || deed === 'tells') && !isResult);
  if (said.length === 0 || clauses.some((each) => helps(each) && each.isResult)) return false;
  const spelt = (text: string): string =>
    tokensOf(text)
      .map(({ word }) => word)
      .join(' ');
  if (previous.some((text) => spelt(text) === spelt(answer))) return false;
  const before = previous.flatMap((text) =>
    readAnswer(text, matter)
      .filter(({ deed }) => deed === 'dated' || deed === 'handover')
      .map(({ start, end }) => text.slice(start, end)),
  );
  return said.some((each) =>
    before.some((earlier) => isSamePromise(answer.slice(each.start, each.end), each, earlier)),
  );
}

function isSamePromise(words: string, { deed, tokens }: ReadClause, earlier: string): boolean {
  if (sameThing(words, earlier)) return true;
  return deed === 'dated' && sharedWords(stemsOf(tokensOf(earlier)), tokens) > 0;
}

/** What the answer does with each point: by shared words, else by what it does at all. */
function handledPoints(complaint: string, clauses: readonly ReadClause[]): SubstanceCheck['points'] {
  const telling = clauses.filter((each) => helps(each) || each.deed === 'refusal');
  return pointsIn(complaint).map((point) => {
    const stems = stemsOf(tokensOf(complaint.slice(point.start, point.end)));
    const near = telling.map((each) => ({ each, words: sharedWords(stems, each.tokens) }));
    const nearest = near.toSorted((a, b) => b.words - a.words)[0]?.each;
    return { ...point, handled: handledBy(nearest?.deed) };
  });
}

function handledBy(deed: Deed | undefined): PointHandled {
  if (deed === 'dated') return 'dated';
  if (deed === 'refusal') return 'refused';
  return deed === undefined ? 'open' : 'answered';
}
