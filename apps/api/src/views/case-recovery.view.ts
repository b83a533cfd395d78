import type {
  AnswerChannel,
  ClockMark,
  ClosedBecause,
  FixPart,
  HeldReason,
  LeavingRisk,
  NoteCode,
  Pin,
  PointHandled,
  PointHolds,
  PointKind,
  RecordClaim,
  RefusalCode,
  RoundBecause,
  ScorePoint,
  StepGoal,
} from '@heard/core';
import type * as shape from '@heard/insight';
import { PersonView } from './people.view.js';
import { InThreeLanguagesView } from './policy.view.js';
import { At, Bool, Facts, Int, Key, ListOf, Num, Of, Str, Strs, Word, Words } from './shown.js';
import { words } from './words.js';

/** What was held against an answer that was sent all the same, and why it was. */
export class OverruledView {
  @Words(words.heldReason) reasons: HeldReason[];
  @Str() why: string;
}

/** Where the customer asked to be answered. */
export class AskedChannelView {
  @Word(words.answerChannel) channel: AnswerChannel;
  @Str({ optional: true, about: 'The number or address that they gave.' }) contact?: string;
  @At() at: string;
}

/** What a system of ours says about the matter. */
export class OurRecordView {
  @Word(words.recordClaim) claim: RecordClaim;
  @Str({ about: 'Where it says so.' }) where: string;
  @At() at: string;
}

/** What a customer's text says about the recovery itself. */
export class NoteView implements shape.NoteView {
  @Word(words.noteCode) code: NoteCode;
  @Key() mentionId: string;
  @At() at: string;
  @Int({ optional: true, about: 'Its place in the text, in UTF-16 code units.' }) start?: number;
  @Int({ optional: true, about: 'Exclusive.' }) end?: number;
  @Str({ optional: true, about: "The customer's own words." }) words?: string;
  @Word(words.answerChannel, { optional: true }) channel?: AnswerChannel;
}

/** Something that the customer asked, reported or suggested, and what our answers did with it. */
export class PointView implements shape.PointView {
  @Key() mentionId: string;
  @Word(words.pointKind) kind: PointKind;
  @Int() start: number;
  @Int() end: number;
  @Str() words: string;
  @Word(words.pointHandled, { about: 'Open until it is answered, dated or refused.' }) handled: PointHandled;
  @Key({ optional: true, about: 'The answer that did it.' }) answerId?: string;
}

/** What the customer told us and must not be asked again. */
export class ToldView implements shape.ToldView {
  @Key() mentionId: string;
  @Word(words.toldKind) kind: shape.ToldView['kind'];
  @Int() start: number;
  @Int() end: number;
  @Str() words: string;
}

/** The risk that the customer leaves, with what makes it. */
export class LeavingView {
  @Num({ about: '0 to 1.' }) chance: number;
  @Words(words.leavingBecause) because: LeavingRisk['because'][number][];
}

/** The six points of a case, from facts alone. */
export class ScoreView {
  @Facts({ about: 'Each of the six points: yes, no, or not_due.' }) points: Record<ScorePoint, PointHolds>;
  @Int() held: number;
  @Int({ about: 'So many points the case gives reason to ask for.' }) due: number;
}

/** A round with its own clock. */
export class RoundView implements shape.RoundView {
  @Word(words.roundBecause) because: RoundBecause;
  @At() startedAt: string;
  @At({ optional: true }) answeredAt?: string;
  @At({ optional: true }) endedAt?: string;
  @Int() waitMs: number;
}

/** A step of the playbook with its clock, its state and how to put it. */
export class CaseStepView implements shape.StepView {
  @Str() key: string;
  @Word(words.stepGoal) goal: StepGoal;
  @Word(words.stepClock) clock: 'customer' | 'working';
  @At() due: string;
  @Word(words.stepState) state: 'done' | 'waiting' | 'overdue';
  @At({ optional: true }) doneAt?: string;
  @Bool({ about: 'Its clock passed before it was done.' }) late: boolean;
  @Of(() => InThreeLanguagesView, { about: 'How to put it; never sent by itself.' })
  hint: InThreeLanguagesView;
}

/** The playbook under which the case is handled. */
export class CasePlaybookView implements shape.PlaybookView {
  @Of(() => InThreeLanguagesView) title: InThreeLanguagesView;
  @ListOf(() => CaseStepView) steps: CaseStepView[];
}

/** What has to happen next, and by when. */
export class AgendaView implements shape.AgendaView {
  @Word(words.agendaKind) kind: shape.AgendaView['kind'];
  @At() due: string;
  @Str({ optional: true }) what?: string;
  @Key({ optional: true }) promiseId?: string;
  @Key({ optional: true }) fixId?: string;
  @Str({ optional: true }) step?: string;
  @Word(words.stepGoal, { optional: true }) goal?: StepGoal;
}

/** A part of the recovery that was given to the customer. */
export class DonePartView {
  @Word(words.fixPart) part: FixPart;
  @Str() evidence: string;
  @At() at: string;
}

/** A case that stays with its lead. */
export class PinView {
  @Of(() => PersonView) to: PersonView;
  @Word(words.pinBecause) because: Pin['because'];
  @At() at: string;
}

/** A hand-off that the customer had to make. */
export class CustomerHandOffView {
  @Key({ optional: true }) mentionId?: string;
  @Str({ optional: true }) words?: string;
  @At() at: string;
}

/** How long something took; the times of what has not happened run on. */
export class MarkView implements shape.MarkView {
  @Word(words.clockMark) mark: ClockMark;
  @At({ optional: true }) at?: string;
  @Int({ about: "By the customer's clock, which never stops." }) customerMs: number;
  @Int({ about: 'By our working hours.' }) workingMs: number;
}

/** Both clocks of the whole case. */
export class BothClocksView {
  @Int() customerMs: number;
  @Int() workingMs: number;
  @ListOf(() => MarkView) marks: MarkView[];
}

/** What a right to close still lacks; empty when the case can be closed by it. */
export class ClosingView implements shape.ClosingView {
  @Word(words.closedBecause) because: ClosedBecause;
  @Strs({ about: 'The codes of refusals that a closing would meet.' }) missing: RefusalCode[];
}
