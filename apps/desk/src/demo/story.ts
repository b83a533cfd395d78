import type { Intent, Language } from '@heard/core';

/** The platforms of the demo. */
export type DemoPlatform = 'facebook' | 'instagram' | 'google';

/** One text that a made-up person, or the made-up bookshop, puts on a made-up platform. */
export interface Saying {
  /** Names it for good: what was said already is remembered by it. */
  readonly key: string;
  /** Seconds after the saying before it, at the usual pace. */
  readonly after: number;
  readonly platform: DemoPlatform;
  readonly kind: 'post' | 'comment' | 'review';
  /** Absent when the bookshop itself says it. */
  readonly author?: string;
  /** The saying that it stands under. */
  readonly under?: string;
  readonly text: string;
  readonly stars?: number;
  /** Stood there already when the demo began. */
  readonly daysAgo?: number;
  /** What a reader would say it is; `other` is advertising and noise. */
  readonly intent: Intent;
  readonly language: Language;
  /** What the same person says once, after seeing our public answer; on Google they rewrite the review. */
  readonly afterAnswer?: { readonly text: string; readonly stars?: number };
}

/** What one customer lives through. */
export interface Story {
  readonly name: string;
  readonly sayings: readonly Saying[];
}
