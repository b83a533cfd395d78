import {
  type AnswerChannel,
  type Category,
  type CauseEvent,
  causeStates,
  type CauseState,
  type FailureKind,
  failureKinds,
  type Language,
  type SuggestionEvent,
  type SuggestionFlag,
  suggestionStates,
  type SuggestionState,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { SourceRef } from './mention.view.js';
import { PersonView } from './people.view.js';
import { At, Bool, Int, Key, ListOf, Num, Of, Str, Word, Words } from './shown.js';
import { words } from './words.js';

/** A brand or a location. */
export class PlaceName implements shape.PlaceName {
  @Key() id: string;
  @Str() name: string;
}

/** A suggestion in a list. */
export class SuggestionItem implements shape.SuggestionItem {
  @Key() id: string;
  @Word(suggestionStates) state: SuggestionState;
  @Str({ optional: true, about: 'In our words.' }) title?: string;
  @Str({ about: "The first customer's words." }) excerpt: string;
  @Word(words.category) category: Category;
  @Of(() => PlaceName, { optional: true }) brand?: PlaceName;
  @Of(() => PlaceName, { optional: true }) location?: PlaceName;
  @Of(() => PersonView, { optional: true }) assignee?: PersonView;
  @Int({ about: 'How many people suggested it.' }) people: number;
  @Int({ about: 'How many of them do not know yet what became of it.' }) untold: number;
  @Words(['people_not_told', 'not_heard_out']) flags: SuggestionFlag[];
  @At() madeAt: string;
  @At({ optional: true }) decidedAt?: string;
  @At({ optional: true }) doneAt?: string;
  @Key({ optional: true }) mergedInto?: string;
  @Bool() demo: boolean;
}

/** Suggestions, newest first. */
export class SuggestionPage {
  @ListOf(() => SuggestionItem) items: SuggestionItem[];
  @Str({ optional: true }) nextCursor?: string;
}

/** An answer to somebody who suggested it. */
export class TellingView implements shape.TellingView {
  @Word(words.answerChannel) channel: AnswerChannel;
  @Str() text: string;
  @Str({ optional: true }) evidence?: string;
  @At() at: string;
}

/** One person's saying. */
export class VoiceView implements shape.VoiceView {
  @Key() id: string;
  @Str({ optional: true }) who?: string;
  @Str() words: string;
  @Key({ optional: true }) mentionId?: string;
  @Str({ optional: true }) url?: string;
  @Of(() => SourceRef, { optional: true }) source?: SourceRef;
  @Key({ optional: true }) caseId?: string;
  @Int({ optional: true }) caseNumber?: number;
  @Bool({ optional: true }) caseOpen?: boolean;
  @Word(words.language) language: Language;
  @At() saidAt: string;
  @Bool({ about: 'They were cut off: what they wanted to say has to be asked for.' }) unheard: boolean;
  @Word(['waits', 'sent', 'told', 'failed', 'unreachable']) state: shape.VoiceState;
  @Of(() => TellingView, { optional: true }) telling?: TellingView;
  @Str({ optional: true, about: 'Why they cannot be told.' }) unreachable?: string;
  @Bool() canAnswerPublicly: boolean;
  @Str({ optional: true, about: 'In their language, for a person to finish and send.' }) draft?: string;
  @Str({ optional: true, about: 'Asks somebody who was cut off what they wanted to say.' }) askDraft?: string;
}

/** A suggestion in much the same words. */
export class AlikeView implements shape.AlikeView {
  @Key() id: string;
  @Str() title: string;
  @Int() people: number;
  @Num({ about: '0 to 1.' }) likeness: number;
}

/** Who did it. */
export class StepActor {
  @Word(['person', 'program', 'heard', 'customer']) kind: 'person' | 'program' | 'heard' | 'customer';
  @Str({ optional: true }) name?: string;
}

/** A step of the history of a suggestion. */
export class SuggestionStep implements shape.RegisterStep {
  @Int() seq: number;
  @Str() type: SuggestionEvent['type'];
  @At() at: string;
  @Of(() => StepActor) by: StepActor;
  @Str({ optional: true, about: 'What a person needs to read of it.' }) words?: string;
}

/** A step of the history of a cause. */
export class CauseStep implements shape.RegisterStep {
  @Int() seq: number;
  @Str() type: CauseEvent['type'];
  @At() at: string;
  @Of(() => StepActor) by: StepActor;
  @Str({ optional: true, about: 'What a person needs to read of it.' }) words?: string;
}

/** Everything of one suggestion. */
export class SuggestionView extends SuggestionItem implements shape.SuggestionView {
  @Str({ optional: true, about: 'Why it was accepted or declined.' }) reason?: string;
  @Str({ optional: true, about: 'What was done.' }) done?: string;
  @ListOf(() => VoiceView) voices: VoiceView[];
  @ListOf(() => AlikeView) alike: AlikeView[];
  @ListOf(() => SuggestionStep) history: SuggestionStep[];
}

/** Complaints in equal stretches of time before and after a fix. */
export class ChangeView implements shape.ChangeView {
  @Int() before: number;
  @Int() after: number;
  @Num({ about: 'How long each stretch is.' }) weeks: number;
  @Num({ optional: true, about: 'After by before; absent where there was nothing before.' }) ratio?: number;
  @Num({ about: 'The lower limit of its 95 % interval.' }) low: number;
  @Num({ optional: true, about: 'The upper limit; absent where there is none.' }) high?: number;
}

/** A root cause in a list. */
export class CauseItem implements shape.CauseItem {
  @Key() id: string;
  @Word(causeStates) state: CauseState;
  @Str() title: string;
  @Words(failureKinds) failures: FailureKind[];
  @Of(() => PlaceName, { optional: true }) brand?: PlaceName;
  @Of(() => PlaceName, { optional: true }) location?: PlaceName;
  @Of(() => PersonView) answerable: PersonView;
  @Int() cases: number;
  @Int({ about: 'Cases whose customers complained after the last fix.' }) recurrences: number;
  @At() namedAt: string;
  @At({ optional: true }) fixedAt?: string;
  @Of(() => ChangeView, { optional: true, about: 'Of the cases said to have it.' }) linked?: ChangeView;
  @Bool() demo: boolean;
}

/** Root causes, newest first. */
export class CausePage {
  @ListOf(() => CauseItem) items: CauseItem[];
  @Str({ optional: true }) nextCursor?: string;
}

/** A case of a cause. */
export class CaseOfCauseView implements shape.CaseOfCauseView {
  @Key() id: string;
  @Int() number: number;
  @Str({ optional: true }) customer?: string;
  @Word(words.caseStatus) status: 'open' | 'closed';
  @At() postedAt: string;
  @Bool() recurrence: boolean;
}

/** A try to remove a cause. */
export class CauseFixView implements shape.CauseFixView {
  @At() at: string;
  @Str() what: string;
  @Str() evidence: string;
}

/** Everything of one root cause. */
export class CauseView extends CauseItem implements shape.CauseView {
  @Str({ optional: true }) plan?: string;
  @ListOf(() => CauseFixView) fixes: CauseFixView[];
  @ListOf(() => CaseOfCauseView) caseList: CaseOfCauseView[];
  @Of(() => ChangeView, { optional: true, about: 'Of all cases of its kinds of failure at its place.' })
  ofKind?: ChangeView;
  @ListOf(() => CauseStep) history: CauseStep[];
}
