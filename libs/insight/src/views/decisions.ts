import type { DecisionRule } from '@heard/core';

/** A text in the three languages of the interface. */
export interface InLanguages {
  readonly ru: string;
  readonly uk: string;
  readonly en: string;
}

/** A choice about an item of a platform, in words. */
export interface ChoiceInWords extends DecisionRule {
  readonly label: InLanguages;
  /** What comes of it. */
  readonly hint: InLanguages;
}

/** A choice that the platform offers now. */
export interface DecisionChoiceView extends ChoiceInWords {
  /** The platform's own name of it. */
  readonly action: string;
}

/** What can be decided about one of the customer's texts, e.g. a claim for a return. */
export interface DecisionsView {
  readonly mentionId: string;
  /** How it stands: goes with the decision, so that nobody's is overruled unseen. */
  readonly seen: string;
  readonly choices: readonly DecisionChoiceView[];
}

/** What an answer decided. */
export interface DecidedView {
  readonly action: string;
  readonly label: InLanguages;
}
