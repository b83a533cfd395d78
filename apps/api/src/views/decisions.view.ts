import type { LengthUnit } from '@heard/core';
import type * as shape from '@heard/insight';
import { LabelView } from './mention.view.js';
import { Bool, Int, Key, ListOf, Of, Str, Word } from './shown.js';
import { words } from './words.js';

/** The words that go with a choice. */
export class DecisionCommentView {
  @Int({ optional: true }) maxLength?: number;
  @Int({ optional: true }) minLength?: number;
  @Word(words.lengthUnit) unit: LengthUnit;
  @Bool() required: boolean;
}

/** A choice that the platform offers now. */
export class DecisionChoiceView implements shape.DecisionChoiceView {
  @Str({ about: "The platform's own name of it." }) action: string;
  @Of(() => LabelView) label: LabelView;
  @Of(() => LabelView, { about: 'What comes of it.' }) hint: LabelView;
  @Of(() => DecisionCommentView, { optional: true, about: 'Absent where no words go with it.' })
  comment?: DecisionCommentView;
}

/** What can be decided about one of the customer's texts, e.g. a claim for a return. */
export class DecisionsView implements shape.DecisionsView {
  @Key() mentionId: string;
  @Str({ about: 'How it stands: give it with the decision, so that nobody’s is overruled unseen.' })
  seen: string;
  @ListOf(() => DecisionChoiceView) choices: DecisionChoiceView[];
}

/** What an answer decided. */
export class DecidedView implements shape.DecidedView {
  @Str({ about: "The platform's own name of it." }) action: string;
  @Of(() => LabelView) label: LabelView;
}
