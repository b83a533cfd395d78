import type { Actor, CauseState, SuggestionState } from '@heard/core';
import type { CauseItem, CauseView, PageOf, SuggestionItem, SuggestionView } from '@heard/insight';
import type {
  AskedOfCause,
  CauseToName,
  SimpleCommand,
  SuggestionToAdd,
  TellingAsked,
} from '@heard/recovery';
import type { PageAsked } from './page.js';

/** Which suggestions. */
export interface SuggestionsAsked extends PageAsked {
  readonly state: SuggestionState | 'open' | 'all';
  readonly assigneeId?: string;
  readonly brandId?: string;
  readonly caseId?: string;
}

/** What customers suggest, and every act on it. */
export interface SuggestionsPart {
  list(workspaceId: string, asked: SuggestionsAsked): Promise<PageOf<SuggestionItem>>;
  get(workspaceId: string, id: string): Promise<SuggestionView | undefined>;
  /** Returns the id of the new one. */
  add(workspaceId: string, asked: SuggestionToAdd, by: Actor): Promise<string>;
  act(workspaceId: string, id: string, command: SimpleCommand, by: Actor): Promise<void>;
  tell(workspaceId: string, id: string, asked: TellingAsked, by: Actor): Promise<void>;
  group(workspaceId: string, id: string, into: string, by: Actor): Promise<void>;
  /** Returns the id of the one that was split off. */
  split(workspaceId: string, id: string, voiceIds: readonly string[], by: Actor): Promise<string>;
}

/** Which causes. */
export interface CausesAsked extends PageAsked {
  readonly state: CauseState | 'all';
  readonly answerableId?: string;
  readonly caseId?: string;
}

/** Root causes, and every act on them. */
export interface CausesPart {
  list(workspaceId: string, asked: CausesAsked): Promise<PageOf<CauseItem>>;
  get(workspaceId: string, id: string): Promise<CauseView | undefined>;
  /** Returns the id of the new one. */
  name(workspaceId: string, asked: CauseToName, by: Actor): Promise<string>;
  act(workspaceId: string, id: string, command: AskedOfCause, by: Actor): Promise<void>;
}
