import type { Language } from '@heard/core';
import type * as shape from '@heard/insight';
import { At, Bool, Int, ListOf, Num, Of, Str, Word } from './shown.js';
import { words } from './words.js';

/** A gain with its bounds, 95 %. */
export class GainBoundsView {
  @Num() value: number;
  @Num() from: number;
  @Num() to: number;
}

/** A figure before and after. */
export class GainView implements shape.GainView {
  @Num() before: number;
  @Num() after: number;
  @Of(() => GainBoundsView) gain: GainBoundsView;
}

/** What an adaptation did to labels that it was not fitted to. */
export class HeldBackView implements shape.HeldBackView {
  @Int({ about: 'Labels of the random sample.' }) drawn: number;
  @Of(() => GainView, { about: 'The share of right verdicts.' }) right: GainView;
  @Of(() => GainView) negativeF1: GainView;
  @Num({ about: 'The share of redrawings of the labels in which the F1 of negative rises.' })
  certainty: number;
  @Bool() helps: boolean;
}

/** How usual complaints are in the texts of one language. */
export class PriorView implements shape.PriorView {
  @Word(words.language) language: Language;
  @Int() texts: number;
  @Num({ about: 'The share of negative among the texts of the training.' }) usual: number;
  @Num({ about: 'The share that the stream of this workspace says.' }) here: number;
}

/** How many labels. */
export class LabelCountView {
  @Int({ about: 'Of the random sample.' }) drawn: number;
  @Int({ about: 'That people came upon.' }) found: number;
}

/** What the model learned here. */
export class AdaptationView implements shape.AdaptationView {
  @Int() version: number;
  @Word(['prior', 'recalibration', 'residual'], {
    about:
      '`prior`: how usual complaints are; `recalibration`: how sure the model is; `residual`: words of its own.',
  })
  kind: shape.AdaptationView['kind'];
  @Str({ about: 'The weights beside which it was learned.' }) model: string;
  @At() proposedAt: string;
  @Of(() => LabelCountView) labels: LabelCountView;
  @Int({ about: 'Texts without a label that it was learned from.' }) texts: number;
  @Int({ about: 'How many sources have a prior of their own in it.' }) sources: number;
  @ListOf(() => PriorView) priors: PriorView[];
  @Of(() => HeldBackView, { optional: true }) heldBack?: HeldBackView;
  @Word(['adaptation_outdated', 'adaptation_unproven'], {
    optional: true,
    about: 'Why it may not be switched on.',
  })
  refused?: shape.AdaptationView['refused'];
}

/** Something was switched on, or off where there is no version. */
export class AdaptationSwitchView implements shape.AdaptationSwitchView {
  @Int({ optional: true }) version?: number;
  @At() at: string;
  @Str({ optional: true }) by?: string;
}

/** From how many on each kind is learned. */
export class NeededLabelsView {
  @Int({ about: 'Texts of one language.' }) prior: number;
  @Int({ about: 'Checked texts of the random sample.' }) recalibration: number;
  @Int({ about: 'Labels, as many of them checked as a recalibration needs.' }) residual: number;
}

/** What the model learned in a workspace. */
export class AdaptationsView implements shape.AdaptationsView {
  @Str() model: string;
  @Of(() => AdaptationView, { optional: true, about: 'Assesses beside the model now.' })
  inForce?: AdaptationView;
  @ListOf(() => AdaptationView, { about: 'The newest of each kind.' }) proposals: AdaptationView[];
  @ListOf(() => AdaptationSwitchView, { about: 'The newest first.' }) switches: AdaptationSwitchView[];
  @Of(() => LabelCountView) labels: LabelCountView;
  @Of(() => NeededLabelsView) needed: NeededLabelsView;
}
