import type { Actor, CollectedMention, Intent, Sentiment, Urgency, Verdicts } from '@heard/core';
import type { CorrectionView, MentionView, PageOf, UnreadLetterView } from '@heard/insight';
import type { Pasted, PastedText, ReadLetter } from '@heard/pipeline';
import type { PageAsked } from './page.js';

/** Which mentions. */
export interface MentionsAsked extends PageAsked {
  readonly sourceId?: string;
  readonly caseId?: string;
  readonly sentiment?: Sentiment;
  readonly intent?: Intent;
  readonly urgency?: Urgency;
  readonly since?: Date;
}

/** A person of the staff who does something. */
export type PersonActing = Extract<Actor, { readonly kind: 'person' }>;

/** Mentions: reading, correcting, and taking in what is pushed. */
export interface MentionsPart {
  list(workspaceId: string, asked: MentionsAsked): Promise<PageOf<MentionView>>;
  get(workspaceId: string, mentionId: string): Promise<MentionView | undefined>;
  /** What people said of it, the newest first; undefined when there is no such mention. */
  corrections(
    workspaceId: string,
    mentionId: string,
    page: PageAsked,
  ): Promise<PageOf<CorrectionView> | undefined>;
  /** Saying what was said already changes nothing. */
  correct(
    workspaceId: string,
    mentionId: string,
    given: Partial<Verdicts> & { readonly note?: string },
    by: PersonActing,
  ): Promise<void>;
  /** Taking back what was taken back changes nothing. */
  takeBack(workspaceId: string, mentionId: string, correctionId: string, by: PersonActing): Promise<void>;
  /** What a person saw and pasted; the same text of the same page is one mention. */
  paste(workspaceId: string, pasted: PastedText, by: PersonActing): Promise<Pasted>;
  /** Letters that wait for a person to read them, those that wait longest first. */
  unreadLetters(workspaceId: string, page: PageAsked): Promise<PageOf<UnreadLetterView>>;
  readLetter(workspaceId: string, letterId: string, read: ReadLetter, by: PersonActing): Promise<Pasted>;
  setLetterAside(workspaceId: string, letterId: string, by: PersonActing): Promise<void>;
  /** Into the push source of that name or id, which is made when its name is new. A later text of a known mention is accepted. */
  push(
    workspaceId: string,
    source: string,
    mentions: readonly CollectedMention[],
    by: Actor,
  ): Promise<{ readonly accepted: number; readonly duplicates: number }>;
}
