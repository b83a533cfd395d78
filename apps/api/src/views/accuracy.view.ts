import type { Language } from '@heard/core';
import type * as shape from '@heard/insight';
import { MentionView } from './mention.view.js';
import { Int, ListOf, Num, Of, Word } from './shown.js';
import { words } from './words.js';

/** Drawn mentions that wait to be checked; their assessments are left out, so that they sway nobody. */
export class SampleView implements shape.SampleView {
  @ListOf(() => MentionView) items: MentionView[];
  @Int({ about: 'How many are open in all.' }) open: number;
}

/** A figure with its bounds, 95 %. */
export class EstimateView implements shape.EstimateView {
  @Num() value: number;
  @Num() from: number;
  @Num() to: number;
  @Int({ about: 'How many checked texts it rests on.' }) of: number;
}

/** How right the model is about one thing; a figure is absent where too little was checked. */
export class RightnessView implements shape.RightnessView {
  @Of(() => EstimateView, { optional: true, about: 'Of what it says to be so, how much is.' })
  precision?: EstimateView;
  @Of(() => EstimateView, { optional: true, about: 'Of what is so, how much it says to be.' })
  recall?: EstimateView;
}

/** What people said of texts that they came upon: where the model errs, not how often. */
export class FoundVerdictsView implements shape.FoundVerdictsView {
  @Int() texts: number;
  @Int() negativeKept: number;
  @Int() negativeTakenBack: number;
  @Int({ about: 'Negative by people, and not by the model.' }) negativeOverlooked: number;
  @Int() urgentKept: number;
  @Int() urgentTakenBack: number;
  @Int() urgentOverlooked: number;
}

/** How right the model is about one language. */
export class AccuracyOfLanguageView implements shape.AccuracyOfLanguageView {
  @Word(words.language) language: Language;
  @Int({ about: 'The texts that the sample stands for.' }) texts: number;
  @Int() drawn: number;
  @Int() checked: number;
  @Int() cannotTell: number;
  @Int({ about: 'Drawn, and nobody said anything yet.' }) open: number;
  @Of(() => RightnessView) negative: RightnessView;
  @Of(() => RightnessView, { about: 'Urgent is an urgency of `high` or `critical`.' }) urgent: RightnessView;
  @Of(() => FoundVerdictsView, { optional: true }) found?: FoundVerdictsView;
}

/** How right the model is, from what people checked. */
export class AccuracyView implements shape.AccuracyView {
  @Int() days: number;
  @ListOf(() => AccuracyOfLanguageView) languages: AccuracyOfLanguageView[];
  @Int({ about: 'New texts since the last draw, that could be drawn from.' }) newTexts: number;
  @Int({ about: 'So many of one language are needed for a draw.' }) neededTexts: number;
}
