import type {
  AnswerLimits,
  AssignedBecause,
  AssignedFor,
  ClosedBecause,
  HandOff,
  LengthLimit,
  RefusalToCustomer,
} from '@heard/core';
import type { Instant } from '../instant.js';
import type { AlertView } from './alert.js';
import type { CaseListItem } from './case-list.js';
import type { CaseRecovery } from './case-recovery.js';
import type { PromiseView, FixView, AnswerView, HistoryEntry, OutcomeView } from './case-parts.js';
import type { PersonView } from './common.js';
import type { DecisionsView } from './decisions.js';
import type { MentionView } from './mention.js';

/** The platform's one private answer to a comment. */
export interface PrivateAnswerView extends LengthLimit {
  /** The comment that it would be given to. */
  readonly mentionId: string;
  readonly until: Instant;
  readonly state: 'open' | 'given' | 'over';
}

/** What an answer through the source may be. */
export interface AnsweringView extends Omit<AnswerLimits, 'privately' | 'messages'> {
  /** The answer that a new one would take the place of. */
  readonly standing?: MentionView['brandReply'];
  readonly privately?: PrivateAnswerView;
}

/** Everything of one case. */
export interface CaseView extends CaseListItem, CaseRecovery {
  readonly assignedBecause: AssignedBecause;
  /** What spoke for the first assignee. */
  readonly assignedFor: readonly AssignedFor[];
  readonly assigneeSince: Instant;
  /** When somebody who can help first opened it. */
  readonly seenAt?: Instant;
  /** The conversation in order of posting: the customer's texts, other people's, and our own; at most 200. */
  readonly thread: readonly MentionView[];
  readonly answers: readonly AnswerView[];
  readonly promises: readonly PromiseView[];
  readonly fixes: readonly FixView[];
  readonly handOffs: readonly (Omit<HandOff, 'at' | 'actedAt' | 'from' | 'to'> & {
    readonly from: PersonView;
    readonly to: PersonView;
    readonly at: Instant;
    /** When the new assignee did something. */
    readonly actedAt?: Instant;
    /** What it cost the customer: until the new assignee did something, or lost the case again. */
    readonly lostMs: number;
  })[];
  readonly refusal?: Omit<RefusalToCustomer, 'at'> & { readonly at: Instant };
  readonly outcome?: OutcomeView;
  readonly closedBecause?: ClosedBecause;
  /** The newest 100 steps in their order; `GET /cases/:id/history` has them all. */
  readonly history: readonly HistoryEntry[];
  readonly clocks: {
    readonly postedAt: Instant;
    readonly answeredAt?: Instant;
    readonly firstOfferAt?: Instant;
    readonly fixedAt?: Instant;
    readonly customerWaitMs: number;
    readonly unansweredMs: number;
  };
  /** False where the platform takes no answers through its API: record one given elsewhere. */
  readonly canAnswerInPublic: boolean;
  /** The mention that a public answer would be given to. */
  readonly answerTo?: string;
  /** Absent where none can be given. */
  readonly answering?: AnsweringView;
  /** What can be decided about the customer's texts now. */
  readonly decisions: readonly DecisionsView[];
  readonly alerts: readonly AlertView[];
}
