import type { Category, Intent, Sentiment, Urgency } from '@heard/core';
import { words } from '../views/words.js';
import { OneOf, Text } from './fields.js';

/** What a person says of a text: one verdict or several. */
export class CorrectionDto {
  @OneOf(words.sentiment, { optional: true })
  sentiment?: Sentiment;

  @OneOf(words.intent, { optional: true, about: 'A complaint is also negative, unless said otherwise.' })
  intent?: Intent;

  @OneOf(words.urgency, { optional: true })
  urgency?: Urgency;

  @OneOf(words.category, { optional: true })
  category?: Category;

  @Text({ max: 1_000, optional: true, about: 'Why, for colleagues.' })
  note?: string;
}
