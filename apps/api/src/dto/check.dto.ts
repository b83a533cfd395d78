import { type CheckAnswer, checkAnswers, unsureWidths } from '@heard/core';
import { Amount, OneOf, Whole } from './fields.js';
import { QueryWhole } from './free-fields.js';

/** What a person says of a text that Heard asked about. */
export class AnswerCheckDto {
  @OneOf(checkAnswers)
  is: CheckAnswer;

  @Whole({ min: 1, max: 1_000_000, about: 'Of the text that was shown: an edited one is asked about anew.' })
  revision: number;
}

/** How close is too close to call. */
export class ChangeUnsureBandDto {
  @Amount({
    min: 0,
    max: Math.max(...unsureWidths),
    about: 'A person is asked where negative leads or trails by less than this; at 0 nobody is.',
  })
  width: number;
}

/** Over the draws of how many days the figures are. */
export class AccuracyQuery {
  @QueryWhole({ min: 1, max: 730, otherwise: 180 })
  days?: number;
}

/** How many drawn mentions to list. */
export class SampleQuery {
  @QueryWhole({ min: 1, max: 100, otherwise: 10 })
  limit?: number;
}

/** A sample to be drawn. */
export class DrawSampleDto {
  @Whole({ min: 20, max: 500, about: 'So many of each language, of what came in since the last draw.' })
  size: number;
}
