import type { CollectedMention, Decision } from '@heard/core';

/**
 * Where a source stands: opaque to everybody but the source's own folder, stored with the mentions of its page
 * in one transaction. Plain JSON.
 */
export type Cursor = Readonly<Record<string, unknown>>;

/** One step of collecting: what was read, and where to go on. */
export interface Page {
  readonly mentions: readonly CollectedMention[];
  /** Stored together with the mentions; handed back at the next call. */
  readonly cursor: Cursor;
  /** True when there is more to read at once; false when the source is read up to now. */
  readonly more: boolean;
  /** When to come again, where the source plans its calls; else after the usual pause. */
  readonly dueAt?: Date;
  /** What the platform says is gone. */
  readonly gone?: readonly GoneMention[];
  /** Letters that a person has to read. */
  readonly unread?: readonly UnreadLetter[];
  /** Lists that this page ended, read from end to end. */
  readonly whole?: readonly WholeList[];
  /** A part of the source was refused to us while the rest goes on: what is missing is to be told now. */
  readonly refused?: true;
}

/** A letter of a mailbox that is no mention by itself: whose it is, or what it says, cannot be told. */
export interface UnreadLetter {
  /** The same for the same letter. */
  readonly key: string;
  readonly because: 'unknown_sender' | 'not_authentic' | 'not_understood' | 'unreadable';
  readonly from?: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: Date;
}

/** A mention that is not on the platform any more. */
export interface GoneMention {
  readonly kind: CollectedMention['kind'];
  readonly externalId: string;
}

/**
 * A list that was read from end to end since `startedAt`: what is stored of it, was posted at or after `from`, and was
 * not handed over since is not shown any more.
 */
export interface WholeList {
  /** The thread; without it, all of the source. */
  readonly rootExternalId?: string;
  /** The list holds only these, where a source has several lists. */
  readonly kind?: CollectedMention['kind'];
  readonly from?: Date;
  readonly startedAt: Date;
}

/** What a webhook told of, read. */
export interface Pushed {
  readonly mentions: readonly CollectedMention[];
  readonly gone?: readonly GoneMention[];
  /** It told that something was refused to us: what is missing is to be told now. */
  readonly refused?: true;
}

/** What an answer is given to. */
export interface ReplyTarget {
  readonly externalId: string;
  readonly parentExternalId?: string;
  readonly rootExternalId?: string;
  readonly kind: CollectedMention['kind'];
  /** The platform's own object, where the caller has it: some platforms call a mention by another id than its canonical one. */
  readonly raw?: unknown;
  /** The answer that stands there, as the writer saw it: only it may be replaced. */
  readonly instead?: string;
  /** The answer was given to the platform before, and may have been taken. */
  readonly again?: true;
}

/** What was decided about an item, with the words that go with it, or none. */
export interface DecisionMade extends Decision {
  readonly comment: string;
}

/** Our answer as the platform shows it now. */
export interface SeenReply {
  readonly externalId: string;
  readonly state: 'visible' | 'pending' | 'rejected';
  /** Why the platform rejected it, in its own words. */
  readonly reason?: string;
}

/** What a connection test found; `missing` names each missing thing in plain words, with where it is granted. */
export type CheckResult =
  | {
      readonly ok: true;
      /** When the access ends by itself, where the platform tells: warn before. */
      readonly expiresAt?: Date;
      /** What may be granted too, with where that is done; all else works without it. */
      readonly optional?: readonly string[];
      /** What the platform has begun to offer and nobody reads yet, in plain words. */
      readonly unheard?: readonly string[];
    }
  | { readonly ok: false; readonly missing: readonly string[] };

/**
 * A place where customers speak in public, seen through one connected account.
 * Every method throws a `Fault` (throttled, unavailable, disconnected, rejected, missing, bug); nothing above
 * reads a status code. No error text holds a secret.
 */
export interface Source {
  collect(from: Cursor | undefined, signal: AbortSignal): Promise<Page>;
  /** Proves the account still works with the cheapest calls the platform offers. */
  check(signal: AbortSignal): Promise<CheckResult>;
  /** Answers in public; absent where the platform does not allow it. Platforms give no idempotency key: call `findReply` before any retry. */
  reply?(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }>;
  /** Reads the thread for our own answer with this text, written at or after `since`. */
  findReply?(to: ReplyTarget, text: string, since: Date, signal: AbortSignal): Promise<SeenReply | undefined>;
  /** Answers in private, once, where the platform allows it; call `findPrivateReply` before any retry. */
  replyPrivately?(to: ReplyTarget, text: string, signal: AbortSignal): Promise<{ externalId: string }>;
  /** Reads the private conversation for our own answer with this text; absent where it cannot be read. */
  findPrivateReply?(
    to: ReplyTarget,
    text: string,
    since: Date,
    signal: AbortSignal,
  ): Promise<SeenReply | undefined>;
  /** Decides about an item by a choice that it offers; absent where nothing is decided through the API. Call `findDecision` before any retry. */
  decide?(on: ReplyTarget, made: DecisionMade, signal: AbortSignal): Promise<{ externalId: string }>;
  /** Reads the item: whether this decision stands there. One that stands otherwise by now is `rejected`. */
  findDecision?(on: ReplyTarget, made: DecisionMade, signal: AbortSignal): Promise<SeenReply | undefined>;
  /** Reads one event of the platform's webhook: a mention itself, or a hint to fetch one. */
  takePushed?(event: unknown, signal: AbortSignal): Promise<Pushed>;
}
