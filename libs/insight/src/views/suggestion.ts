import type {
  AnswerChannel,
  Category,
  Language,
  SuggestionEvent,
  SuggestionFlag,
  SuggestionState,
} from '@heard/core';
import type { Instant } from '../instant.js';
import type { PersonView, SourceRef } from './common.js';

/** A brand or a location. */
export interface PlaceName {
  readonly id: string;
  readonly name: string;
}

/** A suggestion in a list. */
export interface SuggestionItem {
  readonly id: string;
  readonly state: SuggestionState;
  /** In our words; absent until somebody gives it one. */
  readonly title?: string;
  /** The first customer's words. */
  readonly excerpt: string;
  readonly category: Category;
  readonly brand?: PlaceName;
  readonly location?: PlaceName;
  readonly assignee?: PersonView;
  readonly people: number;
  /** People who do not know yet what became of it. */
  readonly untold: number;
  readonly flags: readonly SuggestionFlag[];
  readonly madeAt: Instant;
  readonly decidedAt?: Instant;
  readonly doneAt?: Instant;
  readonly mergedInto?: string;
  readonly demo: boolean;
}

/** Where somebody's being told stands. */
export type VoiceState = 'waits' | 'sent' | 'told' | 'failed' | 'unreachable';

/** An answer to somebody who suggested it. */
export interface TellingView {
  readonly channel: AnswerChannel;
  readonly text: string;
  readonly evidence?: string;
  readonly at: Instant;
}

/** One person's saying. */
export interface VoiceView {
  readonly id: string;
  readonly who?: string;
  /** Their words: of a mention the sentence, otherwise as they were written down. */
  readonly words: string;
  readonly mentionId?: string;
  readonly url?: string;
  readonly source?: SourceRef;
  readonly caseId?: string;
  readonly caseNumber?: number;
  readonly caseOpen?: boolean;
  readonly language: Language;
  readonly saidAt: Instant;
  readonly unheard: boolean;
  readonly state: VoiceState;
  readonly telling?: TellingView;
  readonly unreachable?: string;
  /** The platform takes an answer of ours under it. */
  readonly canAnswerPublicly: boolean;
  /** A text for a person to finish and send; absent while nothing is decided. */
  readonly draft?: string;
  /** A text that asks somebody who was cut off what they wanted to say. */
  readonly askDraft?: string;
}

/** A suggestion that looks like this one. */
export interface AlikeView {
  readonly id: string;
  readonly title: string;
  readonly people: number;
  /** 0 to 1. */
  readonly likeness: number;
}

/** A step of the history of an entry of a register. */
export interface RegisterStep<Type extends string = string> {
  readonly seq: number;
  readonly type: Type;
  readonly at: Instant;
  readonly by: { readonly kind: 'person' | 'program' | 'heard' | 'customer'; readonly name?: string };
  /** What a person needs to read: a reason, what was done, a name. */
  readonly words?: string;
}

/** Everything of one suggestion. */
export interface SuggestionView extends SuggestionItem {
  readonly reason?: string;
  readonly done?: string;
  readonly voices: readonly VoiceView[];
  readonly alike: readonly AlikeView[];
  readonly history: readonly RegisterStep<SuggestionEvent['type']>[];
}
