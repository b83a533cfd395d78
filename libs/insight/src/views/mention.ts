import type {
  BrandReply,
  Category,
  Intent,
  Language,
  MentionKind,
  MissedContact,
  PlatformState,
  Sentiment,
  Signal,
  Urgency,
  UrgencyReason,
  Verdicts,
  WordsBehind,
  WordsOfVerdicts,
} from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView, SourceRef } from './common.js';

/** Whose word a verdict is. */
export interface GivenBy {
  /** The correction that says so; it can be taken back. */
  readonly correctionId: string;
  readonly by: PersonView;
  readonly at: Instant;
}

/** Whose word the verdicts are that people gave; the others are what was understood. */
export type CorrectedBy = Partial<Record<keyof Verdicts, GivenBy>>;

/** What was understood of a text that people corrected. */
export interface UnderstoodView extends Verdicts {
  readonly pNegative: number;
  readonly urgencyReasons: readonly UrgencyReason[];
}

/** What a person said of a text. */
export interface CorrectionView {
  readonly id: string;
  /** The text that it is about. */
  readonly revision: number;
  readonly given: Partial<Verdicts>;
  /** What stood before, of the same verdicts. */
  readonly before: Partial<Verdicts>;
  /** What had been understood by then, and by which model. */
  readonly understood: Verdicts & { readonly model: string };
  readonly note?: string;
  readonly by: PersonView;
  readonly at: Instant;
  readonly takenBack?: { readonly by: PersonView; readonly at: Instant };
}

/** What stands of a text: what people said of it, else what Heard understood. */
export interface AssessmentView {
  readonly language: Language;
  readonly sentiment: Sentiment;
  readonly pNegative: number;
  readonly intent: Intent;
  readonly urgency: Urgency;
  readonly urgencyReasons: readonly UrgencyReason[];
  readonly category: Category;
  readonly signals: readonly Signal[];
  /** How far the sentiment leads the next one, 0 (a toss-up) to 1. */
  readonly margin?: number;
  /** Too close to call: a person is asked, and nobody said yet. */
  readonly unsure?: true;
  /** The words behind the sentiment, the weightiest first. */
  readonly because?: readonly WordsBehind[];
  /** The words that each verdict rests on; only in the thread of a case, and only of verdicts that nobody corrected. */
  readonly behind?: WordsOfVerdicts;
  /** A second language that a good part of the text is in. */
  readonly alsoIn?: Exclude<Language, 'other'>;
  /** Only the beginning and the end of a very long text were read. */
  readonly partial?: true;
  readonly model: string;
  /** Absent where nobody corrected it. */
  readonly corrected?: CorrectedBy;
  /** What had been understood; absent where nobody corrected it. */
  readonly understood?: UnderstoodView;
}

/** The same text in another place. */
export interface SameTextView {
  readonly id: string;
  readonly source: SourceRef;
  readonly author?: string;
  readonly postedAt: Instant;
  readonly url?: string;
  readonly caseId?: string;
}

/** One public text. */
export interface MentionView {
  readonly id: string;
  readonly source: SourceRef;
  readonly kind: MentionKind;
  readonly externalId: string;
  readonly parentExternalId?: string;
  readonly author?: { readonly externalId?: string; readonly name?: string };
  readonly isBrand: boolean;
  readonly text: string;
  readonly title?: string;
  readonly rating?: { readonly value: number; readonly scale: number };
  readonly url?: string;
  readonly postedAt: Instant;
  readonly firstSeenAt: Instant;
  readonly editedAt?: Instant;
  readonly platformState: PlatformState;
  /** When it was first known to be deleted. */
  readonly goneAt?: Instant;
  /** Its words and its author were taken out, because the customer deleted it or asked for it. */
  readonly wiped?: true;
  /** Of a call that nobody answered. */
  readonly missed?: MissedContact;
  /** The person of the staff who told of it. */
  readonly reportedBy?: PersonView;
  /** 1 for the first text, more after each edit. */
  readonly revision: number;
  /** The texts before it, newest first, at most 20; lists of mentions leave it empty. */
  readonly earlier: readonly { readonly revision: number; readonly text: string; readonly seenAt: Instant }[];
  readonly assessment?: AssessmentView;
  /** The brand's answer that the platform shows beside it (reviews). */
  readonly brandReply?: { readonly text: string; readonly at?: Instant; readonly state: BrandReply['state'] };
  readonly caseId?: string;
  /** The location it is about. */
  readonly locationId?: string;
  /** Where else the same text was posted, at most 20; lists of mentions leave it empty. */
  readonly sameText: readonly SameTextView[];
  readonly demo: boolean;
}
