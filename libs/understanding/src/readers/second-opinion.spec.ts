import type { Assessment } from '@heard/core';
import type { Opinion } from './reader.js';
import { secondOpinion } from './second-opinion.js';

const chatter: Assessment = {
  language: 'uk',
  sentiment: 'neutral',
  pNegative: 0.45,
  intent: 'other',
  urgency: 'none',
  urgencyReasons: [],
  category: 'other',
  signals: [],
  model: 'rules-1',
};
const complaint: Assessment = {
  ...chatter,
  sentiment: 'negative',
  pNegative: 0.6,
  intent: 'complaint',
  urgency: 'high',
  urgencyReasons: ['undelivered'],
  category: 'delivery',
  signals: [{ code: 'undelivered', start: 0, end: 4 }],
};
const leaked: Assessment = { ...complaint, urgency: 'critical', urgencyReasons: ['privacy'] };
const opinion = (negative: number, positive: number, rest: Partial<Opinion> = {}): Opinion => ({
  negative,
  neutral: 1 - negative - positive,
  positive,
  ...rest,
});

it.each<[string, Assessment, Opinion, Partial<Assessment>]>([
  [
    'chatter found negative is a complaint for the working day, since the second reading says so',
    chatter,
    opinion(0.9, 0),
    { sentiment: 'negative', intent: 'complaint', urgency: 'normal', urgencyReasons: ['second_reading'] },
  ],
  [
    'a complaint confirmed keeps its urgency and its reasons',
    complaint,
    opinion(0.9, 0),
    { intent: 'complaint', urgency: 'high', urgencyReasons: ['undelivered'], pNegative: 0.9 },
  ],
  [
    'a complaint found to be praise needs nobody',
    complaint,
    opinion(0.1, 0.8),
    { sentiment: 'positive', intent: 'praise', urgency: 'none', urgencyReasons: [] },
  ],
  [
    'a complaint found to be neutral is chatter',
    complaint,
    opinion(0.2, 0.1),
    { sentiment: 'neutral', intent: 'other', urgency: 'none', category: 'other' },
  ],
  [
    'a suggestion found negative stays a suggestion',
    { ...chatter, intent: 'suggestion' },
    opinion(0.8, 0),
    { intent: 'suggestion', urgency: 'none' },
  ],
  [
    'what may be a leak of data is not talked down, whatever a text made the reader say',
    leaked,
    opinion(0, 1, { intent: 'praise', urgency: 'none' }),
    { urgency: 'critical', urgencyReasons: ['privacy'] },
  ],
  [
    'a reader that can tell raises the urgency, and the first reasons stay beside its own',
    complaint,
    opinion(0.9, 0, { intent: 'complaint', urgency: 'critical', category: 'safety' }),
    { urgency: 'critical', urgencyReasons: ['undelivered', 'second_reading'], category: 'safety' },
  ],
  [
    'a reader that can tell lowers it',
    complaint,
    opinion(0.9, 0, { intent: 'complaint', urgency: 'low' }),
    { urgency: 'low', urgencyReasons: ['second_reading'] },
  ],
  [
    'an urgency that does not fit the intent is none',
    chatter,
    opinion(0.1, 0.1, { intent: 'other', urgency: 'critical' }),
    { urgency: 'none', urgencyReasons: [] },
  ],
  ['of equals, what was said first', complaint, opinion(0.5, 0.5), { sentiment: 'negative' }],
])('%s', (_name, first, said, expected) => {
  const second = secondOpinion(first, said, 'chat:small');
  expect(second).toMatchObject({ ...expected, model: 'chat:small' });
  expect(second.signals).toEqual(first.signals);
});
