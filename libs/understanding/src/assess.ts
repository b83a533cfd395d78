import type { Assess, Intent } from '@heard/core';
import { gather } from './evidence.js';
import { languageOf } from './language.js';
import { urgencyOf } from './urgency.js';
import { attitudeOf, categoryOf, intentOf } from './verdict.js';

/** Name and version of this assessor, stored with every assessment. */
export const modelName = 'rules-1';

/** Understands one text by rules over words; the same answer for the same input. */
export const assess: Assess = (input) => {
  const evidence = gather(input);
  const { sentiment, pNegative } = attitudeOf(evidence);
  const intent = intentOf(evidence, sentiment);
  const { urgency, reasons } = urgencyOf(evidence, intent);
  return {
    language: languageOf(evidence.reading),
    sentiment,
    pNegative,
    intent,
    urgency,
    urgencyReasons: reasons,
    category: categoryOf(evidence, intent),
    signals: tells(intent) ? evidence.signals : [],
    model: modelName,
  };
};

/** Praise and news name waiting, fraud or money without having met them. */
function tells(intent: Intent): boolean {
  return intent !== 'praise' && intent !== 'other';
}
