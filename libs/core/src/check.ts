import { type Urgency, urgencyRank } from './assessment.js';
import type { Verdicts } from './verdicts.js';

/** What a person says when Heard asks what a text is. */
export type CheckAnswer = 'urgent_complaint' | 'complaint' | 'question' | 'praise' | 'other' | 'cannot_tell';

/** Every answer to a check. */
export const checkAnswers: readonly CheckAnswer[] = [
  'urgent_complaint',
  'complaint',
  'question',
  'praise',
  'other',
  'cannot_tell',
];

/** Why a person is asked: the model could not tell, or the text was drawn at random. */
export type AskedFor = 'unsure' | 'sample';

/** The verdicts that an answer says, given how urgent the text stands; none where nobody can tell. */
export function verdictsOf(
  answer: CheckAnswer,
  askedFor: AskedFor,
  stands: Pick<Verdicts, 'urgency'>,
): Partial<Verdicts> {
  switch (answer) {
    case 'urgent_complaint':
      return {
        sentiment: 'negative',
        intent: 'complaint',
        urgency: isUrgent(stands.urgency) ? stands.urgency : 'high',
      };
    case 'complaint': {
      // A drawn text is asked about its urgency too; of an unsure one the rules tell it, once it is a complaint.
      const calmer = askedFor === 'sample' && isUrgent(stands.urgency);
      return { sentiment: 'negative', intent: 'complaint', ...(calmer && { urgency: 'normal' }) };
    }
    case 'question':
      return { sentiment: 'neutral', intent: 'question' };
    case 'praise':
      return { sentiment: 'positive', intent: 'praise' };
    case 'other':
      return { sentiment: 'neutral', intent: 'other' };
    case 'cannot_tell':
      return {};
  }
}

/** Somebody has to act today, or at once. */
export function isUrgent(urgency: Urgency): boolean {
  return urgencyRank(urgency) >= urgencyRank('high');
}
