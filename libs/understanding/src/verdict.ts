import type { Category, Intent, Sentiment, SignalCode } from '@heard/core';
import { isTrouble } from './blame.js';
import type { Evidence } from './evidence.js';
import { isAdvert, isChatter, isCondolence, isNews, isOnlyOrders } from './post-kind.js';

/** Decides what the author wants; a complaint that also asks or suggests is a complaint. */
export function intentOf(evidence: Evidence, sentiment: Sentiment): Intent {
  if (isOthers(evidence)) return 'other';
  if (sentiment === 'negative') return onlySuggests(evidence) ? 'suggestion' : 'complaint';
  if (evidence.cues.has('reply')) return 'other';
  if (sentiment === 'positive') return wishes(evidence) ? 'suggestion' : 'praise';
  if (asks(evidence)) return 'question';
  return evidence.codes.has('suggestion') && !evidence.cues.has('news') ? 'suggestion' : 'other';
}

/** What calls for nobody: talk among friends, news, adverts, mourning, orders to the reader. */
function isOthers(evidence: Evidence): boolean {
  return (
    isOnlyOrders(evidence) ||
    isChatter(evidence) ||
    isNews(evidence) ||
    isAdvert(evidence) ||
    isCondolence(evidence)
  );
}

/** "It would be lovely if there were a bench": the kind word belongs to the wish. */
function wishes({ codes, positive }: Evidence): boolean {
  return codes.has('suggestion') && positive <= 2;
}

function onlySuggests({ codes, cues, negative }: Evidence): boolean {
  if (!codes.has('suggestion') || cues.has('breach')) return false;
  return negative < 2 && ![...codes].some(isTrouble);
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

/** The category that a signal speaks for, if any. */
export const categoryOfSignal = (code: SignalCode): Category | undefined => leanings[code]?.[0];

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
