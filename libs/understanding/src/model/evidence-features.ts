import type { SignalCode } from '@heard/core';
import type { Evidence } from '../evidence.js';
import type { Cue } from '../lexicon/lexicon.js';

const codes: readonly SignalCode[] = [
  'safety',
  'privacy',
  'fraud',
  'legal',
  'press',
  'rude_staff',
  'discrimination',
  'undelivered',
  'paid_not_received',
  'unauthorized_charge',
  'waiting',
  'money',
  'repeat_contact',
  'broken_promise',
  'sent_in_circles',
  'no_answer',
  'empty_reply',
  'churn',
  'refund_demand',
  'suggestion',
  'sarcasm',
];

const cues: readonly Cue[] = [
  'own',
  'breach',
  'stuck',
  'vulnerable',
  'danger',
  'mild',
  'ask',
  'blocked',
  'news',
  'reply',
  'resolved',
];

const firstCode = 11;
const firstCue = firstCode + codes.length;
/** How many numbers `evidenceFeatures` gives. */
export const evidenceSize = firstCue + cues.length;

/** What the readable rules found in a text, as numbers between about 0 and 4, in an order that never changes. */
export function evidenceFeatures(
  evidence: Evidence,
  into: Float32Array = new Float32Array(evidenceSize),
): Float32Array {
  const { negative, positive, marks, wordCount } = evidence;
  const words = Math.max(wordCount, 1);
  const root = Math.sqrt(words);
  into[0] = Math.log1p(negative);
  into[1] = Math.log1p(positive);
  into[2] = negative / root;
  into[3] = positive / root;
  into[4] = Math.log1p(marks.smiles);
  into[5] = Math.log1p(marks.frowns);
  into[6] = Math.log1p(marks.exclamations);
  into[7] = Math.log1p(marks.questions);
  into[8] = Math.min(marks.links, 1);
  into[9] = Math.min(marks.handles, 1);
  into[10] = Math.log1p(words) / 4;
  into.fill(0, firstCode);
  for (const code of evidence.codes) {
    const at = codes.indexOf(code);
    if (at >= 0) into[firstCode + at] = 1;
  }
  for (const [cue, count] of evidence.cues) {
    const at = cues.indexOf(cue);
    if (at >= 0) into[firstCue + at] = Math.min(count, 3) / 1.5;
  }
  return into;
}
