import type {
  AgendaItem,
  AnswerChannel,
  BothClocks,
  CaseFlag,
  ClockMark,
  ClosedBecause,
  FailureKind,
  FixPart,
  InThreeLanguages,
  LeavingRisk,
  NoteCode,
  Pin,
  PlaybookStep,
  PointHandled,
  PointKind,
  RecordClaim,
  RefusalCode,
  RoundBecause,
  Score,
  StepStanding,
  ToldKind,
} from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView } from './common.js';

/** What a customer's text says about the recovery itself. */
export interface NoteView {
  readonly code: NoteCode;
  readonly mentionId: string;
  readonly at: Instant;
  /** The place in the text as it was assessed last: UTF-16 code units, end exclusive; absent where it is not there any more. */
  readonly start?: number;
  readonly end?: number;
  /** The customer's own words at that place, to be shown inert. */
  readonly words?: string;
  readonly channel?: AnswerChannel;
}

/** Something that the customer asked, reported or suggested, and what our answers did with it. */
export interface PointView {
  readonly mentionId: string;
  readonly kind: PointKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly handled: PointHandled;
  /** The answer that did it. */
  readonly answerId?: string;
}

/** What the customer told us and must not be asked again. */
export interface ToldView {
  readonly mentionId: string;
  readonly kind: ToldKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** A step of the playbook with its clock, its state and how to put it. */
export interface StepView {
  readonly key: string;
  readonly goal: PlaybookStep['goal'];
  readonly clock: PlaybookStep['clock'];
  readonly due: Instant;
  readonly state: StepStanding['state'];
  readonly doneAt?: Instant;
  /** True when its clock passed before it was done. */
  readonly late: boolean;
  readonly hint: InThreeLanguages;
}

/** The playbook under which a case is handled. */
export interface PlaybookView {
  readonly title: InThreeLanguages;
  readonly steps: readonly StepView[];
}

/** A round with its own clock. */
export interface RoundView {
  readonly because: RoundBecause;
  readonly startedAt: Instant;
  readonly answeredAt?: Instant;
  readonly endedAt?: Instant;
  readonly waitMs: number;
}

/** What has to happen next, and by when. */
export interface AgendaView {
  readonly kind: AgendaItem['kind'];
  readonly due: Instant;
  /** What was promised or is to be done. */
  readonly what?: string;
  readonly promiseId?: string;
  readonly fixId?: string;
  readonly step?: string;
  readonly goal?: PlaybookStep['goal'];
}

/** How long something took: by the customer's clock, and by our working hours. */
export interface MarkView {
  readonly mark: ClockMark;
  readonly at?: Instant;
  readonly customerMs: number;
  readonly workingMs: number;
}

/** What a right to close still lacks. */
export interface ClosingView {
  readonly because: ClosedBecause;
  readonly missing: readonly RefusalCode[];
}

/** What the history tells of the recovery, beside its answers, promises and fixes. */
export interface CaseRecovery {
  readonly failure: FailureKind;
  readonly policyVersion: number;
  readonly asked?: {
    readonly channel: AnswerChannel;
    readonly contact?: string;
    readonly at: Instant;
  };
  /** What systems of ours say about the matter. */
  readonly records: readonly {
    readonly claim: RecordClaim;
    readonly where: string;
    readonly at: Instant;
  }[];
  readonly notes: readonly NoteView[];
  readonly points: readonly PointView[];
  readonly told: readonly ToldView[];
  readonly flags: readonly CaseFlag[];
  readonly leaving: LeavingRisk;
  readonly score: Score;
  readonly rounds: readonly RoundView[];
  readonly playbook: PlaybookView;
  /** The first due first. */
  readonly agenda: readonly AgendaView[];
  readonly parts: readonly { readonly part: FixPart; readonly evidence: string; readonly at: Instant }[];
  readonly pinned?: {
    readonly to: PersonView;
    readonly because: Pin['because'];
    readonly at: Instant;
  };
  /** Hand-offs that the customer had to make. */
  readonly customerHandOffs: readonly {
    readonly mentionId?: string;
    readonly words?: string;
    readonly at: Instant;
  }[];
  readonly noOfferBecause?: string;
  readonly causeId?: string;
  readonly reportsSent: readonly Instant[];
  readonly outcomeAskedAt?: Instant;
  readonly bothClocks: Pick<BothClocks, 'customerMs' | 'workingMs'> & { readonly marks: readonly MarkView[] };
  readonly closing: readonly ClosingView[];
}
