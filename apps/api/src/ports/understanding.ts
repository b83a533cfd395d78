import type { Actor, CheckAnswer } from '@heard/core';
import type { AccuracyView, AdaptationsView, ChecksView, SampleView, UnsureBandView } from '@heard/insight';
import type { PersonActing } from './mentions.js';
import type { PageAsked } from './page.js';

/** What people are asked about, and how a workspace sets the model. */
export interface UnderstandingPart {
  checks(workspaceId: string, asked: PageAsked): Promise<ChecksView>;
  check(
    workspaceId: string,
    mentionId: string,
    revision: number,
    said: CheckAnswer,
    by: PersonActing,
  ): Promise<void>;
  unsureBand(workspaceId: string): Promise<UnsureBandView>;
  changeUnsureBand(workspaceId: string, width: number, by: Actor): Promise<UnsureBandView>;
  /** Over the draws of so many days. */
  accuracy(workspaceId: string, days: number): Promise<AccuracyView>;
  sample(workspaceId: string, limit: number): Promise<SampleView>;
  /** So many of each language that has enough new texts. */
  drawSample(workspaceId: string, size: number, by: Actor): Promise<AccuracyView>;
  adaptations(workspaceId: string): Promise<AdaptationsView>;
  learn(workspaceId: string): Promise<AdaptationsView>;
  /** A version assesses from now on, or none. */
  switchAdaptation(workspaceId: string, version: number | undefined, by: Actor): Promise<AdaptationsView>;
}
