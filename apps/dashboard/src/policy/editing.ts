import type { Policy } from '@heard/core';
import type { PolicySectionName } from '@heard/insight';
import type { PolicyWords } from './policy-words.js';

/** What every section of the page works with. */
export interface Editing {
  /** As it was typed so far. */
  readonly policy: Policy;
  /** What is in force, before the changes. */
  readonly before: Policy;
  readonly words: PolicyWords;
  readonly mayEdit: boolean;
  readonly changed: readonly PolicySectionName[];
  readonly change: (next: Partial<Policy>) => void;
}
