import {
  type Assessment,
  type Intent,
  moreUrgent,
  type Sentiment,
  type SignalCode,
  type Urgency,
  type UrgencyReason,
  urgencyRank,
} from '@heard/core';
import type { Opinion } from './reader.js';

/** What nobody may talk down: a reader can be fooled by a text, and too much care costs less than too little. */
const weighty: ReadonlySet<UrgencyReason> = new Set<SignalCode | UrgencyReason>([
  'safety',
  'privacy',
  'fraud',
  'legal',
  'press',
  'discrimination',
  'unauthorized_charge',
  'money_taken',
  'vulnerable_person',
  'child_affected',
  'ill_affected',
  'elderly_affected',
  'stranded',
  'violence',
  'stuck_now',
]);

/** The second assessment: what a stronger reader says, and of the first what it says nothing of. */
export function secondOpinion(first: Assessment, opinion: Opinion, model: string): Assessment {
  const sentiment = likeliest(first.sentiment, opinion);
  const intent = opinion.intent ?? intentAfter(first, sentiment);
  const urgency = urgencyAfter(first, intent, opinion.urgency);
  return {
    ...first,
    sentiment,
    pNegative: Number(opinion.negative.toFixed(4)),
    lean: Number(leanOf(opinion).toFixed(3)),
    intent,
    urgency,
    urgencyReasons: reasonsAfter(first, urgency),
    category: opinion.category ?? (intent === 'other' ? 'other' : first.category),
    model,
  };
}

/** The same measure as our own model's, from probabilities. */
function leanOf({ negative, neutral, positive }: Opinion): number {
  const other = Math.max(neutral, positive);
  return negative + other === 0 ? 0 : (negative - other) / (negative + other);
}

/** Of equals, what was said first. */
function likeliest(first: Sentiment, opinion: Opinion): Sentiment {
  let best = first;
  for (const each of ['negative', 'neutral', 'positive'] as const) {
    if (opinion[each] > opinion[best]) best = each;
  }
  return best;
}

/** A reader that tells the attitude alone changes the intent only where the two no longer fit. */
function intentAfter({ sentiment: before, intent }: Assessment, sentiment: Sentiment): Intent {
  if (sentiment === before) return intent;
  if (sentiment === 'negative') return intent === 'suggestion' ? intent : 'complaint';
  if (intent !== 'complaint' && intent !== 'praise') {
    return sentiment === 'positive' && intent === 'other' ? 'praise' : intent;
  }
  return sentiment === 'positive' ? 'praise' : 'other';
}

function urgencyAfter(first: Assessment, intent: Intent, said: Urgency | undefined): Urgency {
  const asked = said ?? usualFor(first, intent);
  // By the rubric nothing else needs anybody.
  const fitting = intent === 'complaint' || intent === 'question' ? asked : 'none';
  return first.urgencyReasons.some((reason) => weighty.has(reason))
    ? moreUrgent(first.urgency, fitting)
    : fitting;
}

function usualFor(first: Assessment, intent: Intent): Urgency {
  if (intent === first.intent) return first.urgency;
  if (intent === 'complaint') return moreUrgent(first.urgency, 'normal');
  return 'none';
}

/** The reasons of the first go on where it was as urgent or more; otherwise the second reading is the reason. */
function reasonsAfter(first: Assessment, urgency: Urgency): readonly UrgencyReason[] {
  if (urgency === 'none') return [];
  if (urgency === first.urgency) return first.urgencyReasons;
  const kept = urgencyRank(urgency) > urgencyRank(first.urgency) ? first.urgencyReasons : [];
  return [...kept.filter((reason) => reason !== 'mild' && reason !== 'second_reading'), 'second_reading'];
}
