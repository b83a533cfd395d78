import type { Language } from '@heard/core';
import { gather } from '../evidence.js';
import { languageOf } from '../language.js';
import { attitudeOf, scoresOf, sentiments, weigh } from '../model/attitude.js';
import { weights, type Three } from '../model/weights.js';
import type { Label } from '../train/sample.js';

/** What the assessor makes of a text, in the numbers that figures are made of. */
export interface Judgement {
  readonly language: Language;
  readonly given: Label;
  readonly probabilities: Three;
  /** What the learned weights alone say, before the readable rules are heard. */
  readonly unruled: Three;
}

/** Reads a text by the very code that assesses. */
export function judge(text: string): Judgement {
  const evidence = gather({ text });
  const language = languageOf(evidence.reading);
  const model = weights();
  const { sentiment, probabilities } = attitudeOf(evidence, language, model);
  const unruled = weigh(scoresOf(evidence, model), { temperature: 1, bias: [0, 0, 0] }).probabilities;
  return { language, given: sentiments.indexOf(sentiment) as Label, probabilities, unruled };
}
