import type { Actor, Urgency } from '@heard/core';
import type { CaseListItem, CaseView, HistoryEntry, PageOf } from '@heard/insight';
import type { CaseAsked } from '@heard/recovery';
import type { PageAsked } from './page.js';

/** Which cases. */
export interface CasesAsked extends PageAsked {
  readonly status: 'open' | 'closed' | 'all';
  readonly assigneeId?: string;
  readonly urgencies?: readonly Urgency[];
  readonly brandId?: string;
  readonly locationId?: string;
}

/** Cases, and every act on them. */
export interface CasesPart {
  list(workspaceId: string, asked: CasesAsked): Promise<PageOf<CaseListItem>>;
  get(workspaceId: string, caseId: string): Promise<CaseView | undefined>;
  history(workspaceId: string, caseId: string, page: PageAsked): Promise<PageOf<HistoryEntry> | undefined>;
  /** Faults `missing` for an unknown case, and `refused` with `code` and `about` when a rule says no. */
  act(workspaceId: string, caseId: string, command: CaseAsked, by: Actor): Promise<void>;
}
