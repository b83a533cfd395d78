import type { Language } from '@heard/core';
import type { Instant } from '../instant.js';

/** A figure before and after, with the gain and its bounds, 95 %. */
export interface GainView {
  readonly before: number;
  readonly after: number;
  readonly gain: { readonly value: number; readonly from: number; readonly to: number };
}

/** What an adaptation did to labels that it was not fitted to. */
export interface HeldBackView {
  /** Labels of the random sample. */
  readonly drawn: number;
  readonly right: GainView;
  readonly negativeF1: GainView;
  /** Of a hundred redrawings of the labels, the share in which the F1 of negative rises. */
  readonly certainty: number;
  readonly helps: boolean;
}

/** How usual complaints are in the texts of one language: among those of the training, and here. */
export interface PriorView {
  readonly language: Language;
  readonly texts: number;
  readonly usual: number;
  readonly here: number;
}

/** What the model learned here, and what that was measured to do. */
export interface AdaptationView {
  readonly version: number;
  /** `prior`: how usual complaints are; `recalibration`: how sure it is; `residual`: words of its own. */
  readonly kind: 'prior' | 'recalibration' | 'residual';
  readonly model: string;
  readonly proposedAt: Instant;
  /** What it was learned from. */
  readonly labels: { readonly drawn: number; readonly found: number };
  readonly texts: number;
  /** How many sources have a prior of their own in it. */
  readonly sources: number;
  readonly priors: readonly PriorView[];
  readonly heldBack?: HeldBackView;
  /** Why it may not be switched on; absent when it may. */
  readonly refused?: 'adaptation_outdated' | 'adaptation_unproven';
}

/** Something was switched on, or off where there is no version. */
export interface AdaptationSwitchView {
  readonly version?: number;
  readonly at: Instant;
  readonly by?: string;
}

/** What the model learned in a workspace, and what of it is switched on. */
export interface AdaptationsView {
  readonly model: string;
  /** Assesses beside the model now; absent where nothing is switched on. */
  readonly inForce?: AdaptationView;
  /** The newest of each kind. */
  readonly proposals: readonly AdaptationView[];
  /** The newest first. */
  readonly switches: readonly AdaptationSwitchView[];
  /** What people said so far that can be learned from. */
  readonly labels: { readonly drawn: number; readonly found: number };
  /** From how many on each kind is learned: texts of a language, checked texts, labels. */
  readonly needed: { readonly prior: number; readonly recalibration: number; readonly residual: number };
}
