import type { LengthUnit } from '@heard/core';
import type * as shape from '@heard/insight';
import { At, Bool, Int, Key, Of, Str, Word } from './shown.js';
import { words } from './words.js';

/** How often and for how long an answer can be corrected. */
export class EditsView {
  @Int() times: number;
  @Int() withinDays: number;
}

/** What one answer takes of a daily allowance. */
export class AnswerCostView {
  @Int() units: number;
  @Int() ofDaily: number;
}

/** The answer that stands there now. */
export class StandingAnswerView {
  @Str() text: string;
  @At({ optional: true }) at?: string;
  @Word(words.replyState) state: 'visible' | 'pending' | 'rejected';
}

/** The platform's one private answer to a comment. */
export class PrivateAnswerView implements shape.PrivateAnswerView {
  @Int({ optional: true }) maxLength?: number;
  @Int({ optional: true }) minLength?: number;
  @Word(words.lengthUnit) unit: LengthUnit;
  @Key({ about: 'The comment that it would be given to.' }) mentionId: string;
  @At({ about: 'The platform takes it until then.' }) until: string;
  @Word(words.privateAnswer) state: 'open' | 'given' | 'over';
}

/** What an answer through the source may be. */
export class AnsweringView implements shape.AnsweringView {
  @Int({ optional: true, about: 'Absent where the platform publishes none.' }) maxLength?: number;
  @Int({ optional: true }) minLength?: number;
  @Word(words.lengthUnit, {
    about: 'What length is counted in: Unicode characters, UTF-16 units, or bytes of UTF-8.',
  })
  unit: LengthUnit;
  @Bool({ about: 'False where links are not taken.' }) links: boolean;
  @Bool({ optional: true, about: 'False where phone numbers and addresses are not taken.' }) contacts?: false;
  @Bool({ about: 'A new answer takes the place of the one that stands.' }) replaces: boolean;
  @Bool({ about: 'The platform looks at it before it shows it.' }) moderated: boolean;
  @Of(() => EditsView, { optional: true }) edits?: EditsView;
  @Of(() => AnswerCostView, { optional: true }) cost?: AnswerCostView;
  @Of(() => StandingAnswerView, {
    optional: true,
    about: 'A new answer takes its place: give its text as `instead`.',
  })
  standing?: StandingAnswerView;
  @Of(() => PrivateAnswerView, { optional: true }) privately?: PrivateAnswerView;
}
