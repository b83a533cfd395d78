import type {
  Category,
  Intent,
  Language,
  Sentiment,
  SignalCode,
  TextPlace,
  Urgency,
  UrgencyReason,
  WordsBehind,
  WordsOfVerdicts,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { CorrectedByView, UnderstoodView } from './correction.view.js';
import { Bool, Int, ListOf, Num, Of, Str, Strs, Word } from './shown.js';
import { words } from './words.js';

/** A signal and its place in the text, in UTF-16 code units, end exclusive. */
export class SignalView {
  @Str() code: SignalCode;
  @Int() start: number;
  @Int() end: number;
}

/** Words that speak for a sentiment: UTF-16 code units of the text, end exclusive. */
export class WordsBehindView implements WordsBehind {
  @Word(['negative', 'positive']) says: 'negative' | 'positive';
  @Int() start: number;
  @Int() end: number;
}

/** A place in a text: UTF-16 code units, end exclusive. */
export class TextPlaceView implements TextPlace {
  @Int() start: number;
  @Int() end: number;
}

/** The words that verdicts rest on. */
export class WordsOfVerdictsView implements WordsOfVerdicts {
  @ListOf(() => TextPlaceView, { optional: true }) sentiment?: TextPlaceView[];
  @ListOf(() => TextPlaceView, { optional: true }) intent?: TextPlaceView[];
  @ListOf(() => TextPlaceView, { optional: true }) urgency?: TextPlaceView[];
  @ListOf(() => TextPlaceView, { optional: true }) category?: TextPlaceView[];
}

/** What stands of a text: what people said of it, else what Heard understood. */
export class AssessmentView implements shape.AssessmentView {
  @Word(words.language) language: Language;
  @Word(words.sentiment) sentiment: Sentiment;
  @Num() pNegative: number;
  @Word(words.intent) intent: Intent;
  @Word(words.urgency) urgency: Urgency;
  @Strs() urgencyReasons: UrgencyReason[];
  @Str() category: Category;
  @ListOf(() => SignalView) signals: SignalView[];
  @Num({ optional: true, about: 'How far the sentiment leads the next one, 0 (a toss-up) to 1.' })
  margin?: number;
  @Bool({ optional: true, about: 'Too close to call: a person is asked, and nobody said yet.' })
  unsure?: true;
  @ListOf(() => WordsBehindView, { optional: true }) because?: WordsBehindView[];
  @Of(() => WordsOfVerdictsView, {
    optional: true,
    about: 'What each verdict rests on that nobody corrected; only in the thread of a case.',
  })
  behind?: WordsOfVerdictsView;
  @Word(['ru', 'uk', 'en'], { optional: true, about: 'A second language that a good part of it is in.' })
  alsoIn?: 'ru' | 'uk' | 'en';
  @Bool({ optional: true, about: 'Only the beginning and the end of a very long text were read.' })
  partial?: true;
  @Str() model: string;
  @Of(() => CorrectedByView, { optional: true, about: 'Absent where nobody corrected it.' })
  corrected?: CorrectedByView;
  @Of(() => UnderstoodView, {
    optional: true,
    about: 'What had been understood; absent where nobody corrected it.',
  })
  understood?: UnderstoodView;
}
