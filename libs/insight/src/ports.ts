import type { AnswerLimits, Assessment, Policy, WordsOfVerdicts } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { ChoiceInWords } from './views.js';

/** True where the platform takes answers through its API. */
export type CanReply = (platform: string) => boolean;

/** What an answer on a platform may be; undefined where none can be given. */
export type LimitsOf = (platform: string) => AnswerLimits | undefined;

/** What can be decided about items of a platform, by its own names; undefined where nothing is. */
export type DecisionsOf = (platform: string) => Readonly<Record<string, ChoiceInWords>> | undefined;

/** Where a platform delivers what happened in a source; undefined where it has no webhooks. */
export type WebhookUrl = (platform: string, sourceId: string) => string | undefined;

/** The policies of a workspace; a version never changes. */
export interface PolicyBook {
  get(tx: Transaction, version: number): Promise<Policy>;
}

/** The wall by which a workspace works. */
export interface Wall {
  timeZone(tx: Transaction): Promise<string>;
}

/** What the case page needs beside the tables. */
export interface CaseWorld {
  readonly canReply: CanReply;
  readonly limitsOf: LimitsOf;
  readonly decisionsOf: DecisionsOf;
  readonly policies: PolicyBook;
  readonly wall: Wall;
  readonly explain: Explain;
}

/** Which words of a text its verdicts rest on. */
export type Explain = (
  text: { readonly text: string },
  verdicts: Pick<Assessment, 'sentiment' | 'intent' | 'urgencyReasons' | 'category'>,
) => WordsOfVerdicts;
