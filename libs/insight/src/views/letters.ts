import type { Instant } from '../instant.js';
import type { SourceRef } from './common.js';

/** A letter that nobody could read as a mention. */
export interface UnreadLetterView {
  readonly id: string;
  readonly source: SourceRef;
  /** Why a person has to read it. */
  readonly because: 'unknown_sender' | 'not_authentic' | 'not_understood' | 'unreadable';
  readonly from?: string;
  readonly subject: string;
  readonly text: string;
  readonly receivedAt: Instant;
}
