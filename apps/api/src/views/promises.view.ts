import type { PromiseState, Urgency } from '@heard/core';
import type * as shape from '@heard/insight';
import { PersonView } from './people.view.js';
import { At, Bool, Int, Key, ListOf, Num, Of, Str, Word } from './shown.js';
import { words } from './words.js';

/** The case that a promise is of. */
export class PromisedCaseView {
  @Key() id: string;
  @Int() number: number;
  @Word(words.caseStatus) status: 'open' | 'closed';
  @Str({ optional: true }) customer?: string;
  @Word(words.urgency) urgency: Urgency;
}

/** A promise with the case and the customer it was made to. */
export class PromiseDue implements shape.PromiseDue {
  @Key() id: string;
  @Str() what: string;
  @At() due: string;
  @Word(words.promiseState) state: PromiseState;
  @At() madeAt: string;
  @Of(() => PersonView, { optional: true }) madeBy?: PersonView;
  @At({ optional: true, about: 'When the assignee was warned that little time is left.' }) warnedAt?: string;
  @At({ optional: true, about: 'When it was kept, or broke.' }) settledAt?: string;
  @Key({ optional: true, about: 'The first promise of the same thing.' }) repeats?: string;
  @Of(() => PersonView) assignee: PersonView;
  @Of(() => PromisedCaseView) case: PromisedCaseView;
  @Bool() demo: boolean;
}

/** Promises, the first due first. */
export class PromisePage {
  @ListOf(() => PromiseDue) items: PromiseDue[];
  @Str({ optional: true }) nextCursor?: string;
}

/** The share that was kept, with the bounds between which it likely lies. */
export class KeptShareView {
  @Int() count: number;
  @Int() of: number;
  @Num({ optional: true, about: 'Absent where nothing came to its end.' }) share?: number;
  @Num({ about: 'Lower bound, 95 %.' }) from: number;
  @Num({ about: 'Upper bound, 95 %.' }) to: number;
}

/** How the promises of one person ended. */
export class KeptOfPersonView {
  @Of(() => PersonView, { optional: true, about: 'Absent for programs.' }) person?: PersonView;
  @Int() kept: number;
  @Int() broken: number;
  @Int({ about: 'Of these, promises of what had been promised before.' }) again: number;
  @Of(() => KeptShareView) rate: KeptShareView;
}

/** Who keeps their word: kept / (kept + broken) of those that came to their end in the days before now. */
export class KeptRateView implements shape.KeptRateView {
  @Int() days: number;
  @At() since: string;
  @Int() kept: number;
  @Int() broken: number;
  @Int() again: number;
  @Of(() => KeptShareView) rate: KeptShareView;
  @ListOf(() => KeptOfPersonView, { about: 'By the person who gave the promise.' })
  people: KeptOfPersonView[];
}
