import type {
  Actor,
  CaseCommand,
  CollectedMention,
  DutyCalendar,
  Intent,
  Language,
  Role,
  Sentiment,
  Urgency,
} from '@heard/core';
import type {
  AlertLinkView,
  AlertView,
  CaseListItem,
  CaseView,
  DutyView,
  HistoryEntry,
  LetterView,
  MentionView,
  PageOf,
  PersonView,
  SourceView,
  UserView,
} from '@heard/insight';
import type {
  ApiKey,
  EscalationPolicy,
  InterfaceLanguage,
  KeyHolder,
  OwnChange,
  SignedIn,
} from '@heard/staff';

/** A part of a list: up to `limit` items after the opaque cursor that the page before gave. */
export interface PageAsked {
  readonly cursor?: string;
  readonly limit: number;
}

/** Sessions and API keys. */
export interface AuthPart {
  /** Faults with code `wrong_credentials` or `too_many_attempts`. */
  signIn(
    email: string,
    password: string,
    from: { readonly address: string },
  ): Promise<SignedIn & { readonly token: string }>;
  findSession(token: string): Promise<SignedIn | undefined>;
  signOut(workspaceId: string, sessionId: string): Promise<void>;
  changeOwn(workspaceId: string, session: SignedIn, change: OwnChange): Promise<SignedIn>;
  findKey(key: string): Promise<KeyHolder | undefined>;
  listKeys(workspaceId: string): Promise<readonly ApiKey[]>;
  createKey(
    workspaceId: string,
    asked: { readonly name: string; readonly scopes: readonly string[] },
    by: Actor,
  ): Promise<ApiKey & { readonly key: string }>;
  revokeKey(workspaceId: string, keyId: string, by: Actor): Promise<void>;
}

/** What an administrator enters about a person. */
export interface UserAsked {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  readonly brandIds?: readonly string[];
  readonly interfaceLanguage?: InterfaceLanguage;
  readonly password?: string;
}

/** People, duty and escalation. */
export interface StaffPart {
  list(workspaceId: string): Promise<readonly UserView[]>;
  add(
    workspaceId: string,
    asked: UserAsked,
    by: Actor,
  ): Promise<{ readonly user: UserView; readonly oneTimePassword?: string }>;
  change(
    workspaceId: string,
    staffId: string,
    asked: Partial<UserAsked> & { readonly active?: boolean },
    by: Actor,
  ): Promise<UserView>;
  /** True when the person is active and on duty now; faults `missing` when there is no such person. */
  isOnDuty(workspaceId: string, staffId: string): Promise<boolean>;
  duty(workspaceId: string): Promise<{
    readonly timeZone: string;
    readonly items: readonly DutyView[];
    readonly leadOnCall?: PersonView;
  }>;
  setDuty(workspaceId: string, staffId: string, calendar: DutyCalendar, by: Actor): Promise<DutyView>;
  policy(workspaceId: string): Promise<EscalationPolicy>;
  setPolicy(workspaceId: string, policy: EscalationPolicy, by: Actor): Promise<EscalationPolicy>;
}

/** Which cases. */
export interface CasesAsked extends PageAsked {
  readonly status: 'open' | 'closed' | 'all';
  readonly assigneeId?: string;
  readonly urgencies?: readonly Urgency[];
}

/** Cases, and every act on them. */
export interface CasesPart {
  list(workspaceId: string, asked: CasesAsked): Promise<PageOf<CaseListItem>>;
  get(workspaceId: string, caseId: string): Promise<CaseView | undefined>;
  history(workspaceId: string, caseId: string, page: PageAsked): Promise<PageOf<HistoryEntry> | undefined>;
  /** Faults `missing` for an unknown case, and `refused` with `code` and `about` when a rule says no. */
  act(workspaceId: string, caseId: string, command: CaseCommand, by: Actor): Promise<void>;
}

/** Which mentions. */
export interface MentionsAsked extends PageAsked {
  readonly sourceId?: string;
  readonly caseId?: string;
  readonly sentiment?: Sentiment;
  readonly intent?: Intent;
  readonly urgency?: Urgency;
  readonly since?: Date;
}

/** Mentions: reading, and taking in what is pushed. */
export interface MentionsPart {
  list(workspaceId: string, asked: MentionsAsked): Promise<PageOf<MentionView>>;
  get(workspaceId: string, mentionId: string): Promise<MentionView | undefined>;
  /** Into the push source of that name or id, which is made when its name is new. A later text of a known mention is accepted. */
  push(
    workspaceId: string,
    source: string,
    mentions: readonly CollectedMention[],
    by: Actor,
  ): Promise<{ readonly accepted: number; readonly duplicates: number }>;
}

/** A platform and what connecting it needs. */
export interface PlatformView {
  readonly platform: string;
  readonly title: string;
  readonly canReply: boolean;
  readonly settings: readonly {
    readonly key: string;
    readonly label: Readonly<Record<InterfaceLanguage, string>>;
    readonly secret: boolean;
    readonly required: boolean;
    readonly pattern?: string;
    readonly help?: string | Readonly<Record<InterfaceLanguage, string>>;
  }[];
}

/** What a person fills in to connect a source. */
export interface SourceAsked {
  readonly platform: string;
  readonly name: string;
  readonly brandId?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Whether a connection works, and what it lacks. */
export type SourceChecked =
  { readonly ok: true } | { readonly ok: false; readonly missing: readonly string[] };

/** Connected sources. */
export interface SourcesPart {
  platforms(): readonly PlatformView[];
  list(workspaceId: string, page: PageAsked): Promise<PageOf<SourceView>>;
  get(workspaceId: string, sourceId: string): Promise<SourceView | undefined>;
  connect(workspaceId: string, asked: SourceAsked, by: Actor): Promise<SourceView>;
  change(
    workspaceId: string,
    sourceId: string,
    asked: {
      readonly name?: string;
      readonly settings?: Readonly<Record<string, string>>;
      readonly paused?: boolean;
    },
    by: Actor,
  ): Promise<SourceView>;
  remove(workspaceId: string, sourceId: string, by: Actor): Promise<void>;
  check(workspaceId: string, sourceId: string): Promise<SourceChecked>;
}

/** A program that is told of alerts. */
export interface ReceiverView {
  readonly id: string;
  readonly kind: 'webhook';
  readonly name: string;
  readonly url: string;
}

/** Alerts, the links in their letters, and receivers. */
export interface AlertsPart {
  list(
    workspaceId: string,
    asked: PageAsked & { readonly state: AlertView['state'] | 'all' },
  ): Promise<PageOf<AlertView>>;
  get(workspaceId: string, alertId: string): Promise<AlertView | undefined>;
  take(workspaceId: string, alertId: string, by: Actor): Promise<AlertView>;
  /** Undefined for a token that was never given, is too old, or whose alert is gone. */
  byLink(token: string): Promise<AlertLinkView | undefined>;
  takeByLink(token: string): Promise<AlertLinkView | undefined>;
  receivers(workspaceId: string): Promise<readonly ReceiverView[]>;
  addReceiver(
    workspaceId: string,
    asked: { readonly name: string; readonly url: string },
    by: Actor,
  ): Promise<ReceiverView & { readonly secret: string }>;
  removeReceiver(workspaceId: string, receiverId: string, by: Actor): Promise<void>;
}

/** Something changed; ask for it again. */
export interface Change {
  readonly kind: string;
  readonly id: string;
}

/** Somebody who wants to hear of changes. */
export interface LiveListener {
  changed(change: Change): void;
  /** News may have been missed: ask for everything again. */
  lost(): void;
}

/** News of one workspace. */
export interface LivePart {
  /** Returns how to stop. */
  subscribe(workspaceId: string, listener: LiveListener): () => void;
}

/** Whether this process can serve. */
export interface HealthPart {
  /** Faults, in words for an operator, while the database does not answer or has not the newest schema. */
  ready(): Promise<void>;
}

/** The demo's made-up mailbox. */
export interface DemoPart {
  running(workspaceId: string): Promise<boolean>;
  letters(workspaceId: string, page: PageAsked): Promise<PageOf<LetterView>>;
}

/** Everything the api needs of the rest of Heard, put together where a process is composed. */
export interface ApiParts {
  readonly auth: AuthPart;
  readonly staff: StaffPart;
  readonly cases: CasesPart;
  readonly mentions: MentionsPart;
  readonly sources: SourcesPart;
  readonly alerts: AlertsPart;
  readonly live: LivePart;
  readonly health: HealthPart;
  /** Absent where no demo can run. */
  readonly demo?: DemoPart;
}

/** The one token that controllers ask their parts by. */
export const API_PARTS = Symbol('ApiParts');
