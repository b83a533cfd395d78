import type { Category, Intent, Sentiment, SignalCode } from '@heard/core';
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

/** The sentiment and how sure it is. */
export interface Attitude {
  readonly sentiment: Sentiment;
  readonly pNegative: number;
}

/** Decides the attitude: a logistic score of the blame found against the praise found. */
export function attitudeOf(evidence: Evidence): Attitude {
  const pNegative = Number(logistic(negativeScore(evidence)).toFixed(4));
  if (pNegative >= 0.5) return { sentiment: 'negative', pNegative };
  return { sentiment: praises(evidence) ? 'positive' : 'neutral', pNegative };
}

function negativeScore(evidence: Evidence): number {
  const { marks, cues } = evidence;
  const told = [...evidence.codes].filter((code) => troubles.has(code)).length;
  // Ironic praise is not praise.
  const praise = evidence.codes.has('sarcasm') ? 0.2 * evidence.positive : evidence.positive;
  return (
    -1.1 +
    1.6 * Math.log1p(evidence.negative) -
    1.1 * Math.log1p(praise) +
    1.2 * Math.min(told, 5) +
    0.6 * Math.min(cues.get('breach') ?? 0, 3) +
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

/** Decides what the author wants; a complaint that also asks or suggests is a complaint. */
export function intentOf(evidence: Evidence, sentiment: Sentiment): Intent {
  if (sentiment === 'negative') return onlySuggests(evidence) ? 'suggestion' : 'complaint';
  if (evidence.cues.has('reply')) return 'other';
  if (sentiment === 'positive') return 'praise';
  if (asks(evidence)) return 'question';
  return evidence.codes.has('suggestion') && !evidence.cues.has('news') ? 'suggestion' : 'other';
}

function onlySuggests({ codes, cues, negative }: Evidence): boolean {
  if (!codes.has('suggestion') || cues.has('breach')) return false;
  return negative < 2 && ![...codes].some((code) => troubles.has(code));
}

function asks({ marks, cues }: Evidence): boolean {
  if (marks.questions === 0 || marks.links > 0)
    return cues.has('ask') && marks.handles > 0 && marks.links === 0;
  return cues.has('ask') && !cues.has('news');
}

/** What a signal adds to a category. */
const leanings: Partial<Record<SignalCode, readonly [Category, number]>> = {
  safety: ['safety', 4],
  privacy: ['privacy', 5],
  fraud: ['billing', 1],
  rude_staff: ['staff', 2],
  discrimination: ['staff', 3],
  undelivered: ['delivery', 3],
  unauthorized_charge: ['billing', 4],
  paid_not_received: ['billing', 1],
  no_answer: ['support', 2],
  empty_reply: ['support', 2],
  sent_in_circles: ['support', 2],
  refund_demand: ['refund', 1.5],
};

/** Decides the main cause; without a cause of its own a judged text is about the product. */
export function categoryOf(evidence: Evidence, intent: Intent): Category {
  if (intent === 'other') return 'other';
  const weights = new Map<Category, number>();
  for (const [category, weight] of evidence.categories) weights.set(category, 2 * Math.log1p(weight));
  for (const code of evidence.codes) {
    const leaning = leanings[code];
    if (leaning) weights.set(leaning[0], (weights.get(leaning[0]) ?? 0) + leaning[1]);
  }
  let best: Category = intent === 'question' ? 'other' : 'product';
  let most = 0;
  for (const [category, weight] of weights) {
    if (weight > most) [best, most] = [category, weight];
  }
  return best;
}
