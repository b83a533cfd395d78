import type {
  AnswerChannel,
  AnswerState,
  AssignedBecause,
  CaseEventType,
  Category,
  ClosedBecause,
  FailureKind,
  FixKind,
  FixState,
  HeldReason,
  Intent,
  Language,
  LaterBehaviour,
  MentionKind,
  PlatformState,
  PromiseState,
  RefusalCode,
  Role,
  Sentiment,
  StepGoal,
  Urgency,
  UrgencyReason,
  Verdict,
} from '@heard/core';
import type { RecoveryTexts } from './recovery-texts.js';
import type { VerdictTexts } from './verdict-texts.js';
import type { AlertView, NotificationView, SourceView } from '@heard/insight';

/** A text for each of some words. */
export type Texts<K extends string> = Readonly<Record<K, string>>;
type After<T extends string> = T extends `case.${infer Rest}` ? Rest : never;

/** Texts that may be nested; a plural is a key with `_one`, `_few`, `_many`, `_other`. */
export interface Section {
  readonly [key: string]: string | Section;
}

/** What every language says: a text for each word of the rules, and the texts of each page. */
export interface Catalogue {
  readonly urgency: Texts<Urgency>;
  /** Also names the signals: each of them may be a reason. */
  readonly reason: Texts<UrgencyReason>;
  readonly category: Texts<Category>;
  readonly language: Texts<Language>;
  readonly sentiment: Texts<Sentiment>;
  readonly intent: Texts<Intent>;
  readonly mentionKind: Texts<MentionKind>;
  readonly platformState: Texts<PlatformState>;
  readonly role: Texts<Role>;
  readonly failure: Texts<FailureKind>;
  readonly stepGoal: Texts<StepGoal>;
  readonly fixKind: Texts<FixKind>;
  readonly fixState: Texts<FixState>;
  readonly promiseState: Texts<PromiseState>;
  readonly answerState: Texts<AnswerState>;
  readonly channel: Texts<AnswerChannel>;
  readonly verdict: Texts<Verdict>;
  readonly behaviour: Texts<LaterBehaviour>;
  readonly closedBecause: Texts<ClosedBecause>;
  readonly assignedBecause: Texts<
    | AssignedBecause
    | 'no_reaction'
    | 'off_duty'
    | 'pinned_to_lead'
    | 'bad_verdict'
    | 'corrected'
    | 'complains_again'
  >;
  readonly event: { readonly case: Texts<After<CaseEventType>> };
  readonly held: Texts<HeldReason>;
  readonly refusal: Texts<RefusalCode>;
  readonly sourceState: Texts<SourceView['state']>;
  readonly alertKind: Texts<AlertView['kind']>;
  readonly alertState: Texts<AlertView['state']>;
  readonly receiver: Texts<NotificationView['receiver']>;
  readonly notificationState: Texts<NotificationView['state']>;
  readonly problem: Section;
  readonly app: Section;
  readonly demo: Section;
  readonly signIn: Section;
  readonly cases: Section;
  readonly case: Section;
  readonly act: Section;
  readonly alerts: Section;
  readonly take: Section;
  readonly sources: Section;
  readonly duty: Section;
  readonly users: Section;
  readonly letters: Section;
  readonly settings: Section;
  readonly places: Section;
  readonly policy: Section;
  readonly promises: Section;
  readonly accuracy: Section;
  readonly checks: Section;
  readonly pasted: Section;
  readonly recovery: RecoveryTexts;
  readonly incidents: Section;
  readonly suggestions: Section;
  readonly causes: Section;
  readonly reports: Section;
  readonly outcomePage: Section;
  readonly reportPage: Section;
  readonly answering: Section;
  readonly verdicts: VerdictTexts;
}
