import type {
  AnswerChannel,
  AnswerState,
  AssignedBecause,
  CaseEventType,
  Category,
  ClosedBecause,
  FixKind,
  FixState,
  Intent,
  Language,
  LaterBehaviour,
  MentionKind,
  PlatformState,
  PromiseState,
  RefusalCode,
  Role,
  Sentiment,
  Urgency,
  UrgencyReason,
  Verdict,
} from '@heard/core';
import type { AlertView, NotificationView, SourceView } from '@heard/insight';

type Texts<K extends string> = Readonly<Record<K, string>>;
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
  readonly fixKind: Texts<FixKind>;
  readonly fixState: Texts<FixState>;
  readonly promiseState: Texts<PromiseState>;
  readonly answerState: Texts<AnswerState>;
  readonly channel: Texts<AnswerChannel>;
  readonly verdict: Texts<Verdict>;
  readonly behaviour: Texts<LaterBehaviour>;
  readonly closedBecause: Texts<ClosedBecause>;
  readonly assignedBecause: Texts<AssignedBecause | 'no_reaction'>;
  readonly event: { readonly case: Texts<After<CaseEventType>> };
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
}
