import type { Sentiment, SignalCode } from '@heard/core';
import type { Evidence } from './evidence.js';

/** Signals that say by themselves that something went wrong. */
const troubles: ReadonlySet<SignalCode> = new Set([
  'safety',
  'privacy',
  'fraud',
  'rude_staff',
  'discrimination',
  'undelivered',
  'paid_not_received',
  'unauthorized_charge',
  'waiting',
  'repeat_contact',
  'broken_promise',
  'sent_in_circles',
  'no_answer',
  'empty_reply',
  'churn',
  'refund_demand',
  'sarcasm',
] as const);

/** True for a signal that says by itself that something went wrong. */
export const isTrouble = (code: SignalCode): boolean => troubles.has(code);

/** The sentiment and how sure it is. */
export interface Attitude {
  readonly sentiment: Sentiment;
  readonly pNegative: number;
}

/** What the readable rules alone make of it: a logistic score of the blame found against the praise found. */
export function attitudeByRules(evidence: Evidence): Attitude {
  const pNegative = Math.round(10_000 * logistic(negativeScore(evidence))) / 10_000;
  if (pNegative >= 0.5) return { sentiment: 'negative', pNegative };
  return { sentiment: praises(evidence) ? 'positive' : 'neutral', pNegative };
}

/** How many signals say that something went wrong. */
export function troublesIn({ codes, cues }: Evidence): number {
  let told = 0;
  for (const code of codes) if (troubles.has(code)) told += 1;
  return announces(codes, cues) ? told + 1 : told;
}

/** Nobody announces a court, a regulator or the press to whoever did no wrong; to name them is nothing yet. */
function announces(codes: Evidence['codes'], cues: Evidence['cues']): boolean {
  return cues.has('danger') && (codes.has('legal') || codes.has('press'));
}

function negativeScore(evidence: Evidence): number {
  const { marks, cues } = evidence;
  const told = troublesIn(evidence);
  // Ironic praise is not praise.
  const praise = evidence.codes.has('sarcasm') ? 0.2 * evidence.positive : evidence.positive;
  return (
    -1.1 +
    1.6 * Math.log1p(evidence.negative) -
    1.1 * Math.log1p(praise) +
    1.2 * Math.min(told, 5) +
    0.6 * Math.min(cues.get('breach') ?? 0, 3) +
    (evidence.codes.has('sarcasm') ? 0.8 : 0) +
    (cues.has('own') ? 0.2 : 0) +
    0.5 * Math.min(marks.handles, 1) +
    1.2 * Math.min(marks.frowns, 2) -
    0.9 * Math.min(marks.smiles, 2) -
    1.4 * Math.min(marks.links, 1) -
    (cues.has('news') ? 0.7 : 0) -
    (cues.has('reply') ? 1.5 : 0) -
    (cues.has('resolved') ? 0.3 : 0) -
    (told === 0 && asksPlainly(evidence) ? 1.2 : 0) -
    2.2 * evidence.stars
  );
}

/** A short question in which what does not work is only the reason to ask. */
function asksPlainly({ marks, cues, wordCount, negative }: Evidence): boolean {
  return (
    marks.questions > 0 && marks.exclamations === 0 && cues.has('ask') && wordCount <= 25 && negative <= 3
  );
}

function praises(evidence: Evidence): boolean {
  const { marks, cues } = evidence;
  if (cues.has('reply')) return false;
  const warmth = evidence.positive + 0.7 * Math.min(marks.smiles, 2) + 2 * evidence.stars;
  const distance = (cues.has('news') ? 1.5 : 0) + (marks.links > 0 ? 1 : 0) + 0.4 * evidence.negative;
  return warmth - distance >= 1.5;
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
