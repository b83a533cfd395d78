import type { Assessment, SignalCode } from '@heard/core';

/** A text in our own words and what a duty manager reads in it; what is not named is not checked. */
export interface Golden extends Partial<Pick<Assessment, 'sentiment' | 'intent' | 'urgency' | 'category'>> {
  readonly text: string;
  readonly signals?: readonly SignalCode[];
}
