import type { Urgency, UrgencyReason, Verdicts } from '@heard/core';
import type { Texts } from './catalogue.js';

/** What is said around the verdicts on a text. */
export interface VerdictTexts {
  readonly field: Texts<keyof Verdicts>;
  readonly choose: string;
  readonly asHeard: string;
  readonly unsure: string;
  readonly restsOn: string;
  readonly corrected: string;
  readonly confirmed: string;
  readonly takeBack: string;
  readonly takeBackOf: string;
  readonly sentence: Texts<Urgency>;
  /** Clauses that stand one after the other in the sentence. */
  readonly why: Texts<UrgencyReason>;
}
