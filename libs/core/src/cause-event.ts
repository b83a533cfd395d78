import type { FailureKind } from './failure.js';
import type { Actor } from './staff.js';

/** What happened to a root cause, without its stamp. */
export type CauseFact =
  | {
      readonly type: 'cause.named';
      readonly title: string;
      readonly failures: readonly FailureKind[];
      readonly answerable: string;
      readonly brandId?: string;
      readonly locationId?: string;
    }
  | { readonly type: 'cause.titled'; readonly title: string }
  | { readonly type: 'cause.handed_to'; readonly to: string }
  | { readonly type: 'cause.work_begun'; readonly plan: string }
  | { readonly type: 'cause.fixed'; readonly what: string; readonly evidence: string }
  | { readonly type: 'cause.case_linked'; readonly caseId: string; readonly postedAt: Date }
  /** The case turned out to have another cause. */
  | { readonly type: 'cause.case_unlinked'; readonly caseId: string }
  /** A customer complained of it after the fix. */
  | { readonly type: 'cause.recurred'; readonly caseId: string; readonly postedAt: Date };

/** A step of a cause's history. Never edited after it was written. */
export type CauseEvent = CauseFact & { readonly at: Date; readonly by: Actor };
