import type { Category, Intent, Sentiment, Urgency, UrgencyReason } from '@heard/core';
import type * as shape from '@heard/insight';
import { PersonView } from './people.view.js';
import { At, Int, Key, ListOf, Num, Of, Str, Strs, Word } from './shown.js';
import { words } from './words.js';

/** Whose word a verdict is. */
export class GivenByView implements shape.GivenBy {
  @Key({ about: 'The correction that says so; it can be taken back.' }) correctionId: string;
  @Of(() => PersonView) by: PersonView;
  @At() at: string;
}

/** Whose word the verdicts are that people gave; the others are what was understood. */
export class CorrectedByView implements shape.CorrectedBy {
  @Of(() => GivenByView, { optional: true }) sentiment?: GivenByView;
  @Of(() => GivenByView, { optional: true }) intent?: GivenByView;
  @Of(() => GivenByView, { optional: true }) urgency?: GivenByView;
  @Of(() => GivenByView, { optional: true }) category?: GivenByView;
}

/** What was understood of a text that people corrected. */
export class UnderstoodView implements shape.UnderstoodView {
  @Word(words.sentiment) sentiment: Sentiment;
  @Num() pNegative: number;
  @Word(words.intent) intent: Intent;
  @Word(words.urgency) urgency: Urgency;
  @Strs() urgencyReasons: UrgencyReason[];
  @Word(words.category) category: Category;
}

/** Some of the verdicts on a text. */
export class SomeVerdictsView {
  @Word(words.sentiment, { optional: true }) sentiment?: Sentiment;
  @Word(words.intent, { optional: true }) intent?: Intent;
  @Word(words.urgency, { optional: true }) urgency?: Urgency;
  @Word(words.category, { optional: true }) category?: Category;
}

/** What a model had understood. */
export class UnderstoodThenView {
  @Str() model: string;
  @Word(words.sentiment) sentiment: Sentiment;
  @Word(words.intent) intent: Intent;
  @Word(words.urgency) urgency: Urgency;
  @Word(words.category) category: Category;
}

/** Who took a correction back. */
export class TakenBackView {
  @Of(() => PersonView) by: PersonView;
  @At() at: string;
}

/** What a person said of a text. */
export class CorrectionView implements shape.CorrectionView {
  @Key() id: string;
  @Int({ about: 'The text that it is about: 1 for the first, more after each edit.' }) revision: number;
  @Of(() => SomeVerdictsView) given: SomeVerdictsView;
  @Of(() => SomeVerdictsView, { about: 'What stood before, of the same verdicts.' }) before: SomeVerdictsView;
  @Of(() => UnderstoodThenView) understood: UnderstoodThenView;
  @Str({ optional: true }) note?: string;
  @Of(() => PersonView) by: PersonView;
  @At() at: string;
  @Of(() => TakenBackView, { optional: true }) takenBack?: TakenBackView;
}

/** Corrections of a mention, newest first. */
export class CorrectionPage {
  @ListOf(() => CorrectionView) items: CorrectionView[];
  @Str({ optional: true }) nextCursor?: string;
}
