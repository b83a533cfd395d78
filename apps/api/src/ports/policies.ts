import type { Actor } from '@heard/core';
import type { PageOf, PolicyChangeView, PolicyVersionView, SuggestedFixesView } from '@heard/insight';
import type { PageAsked } from './page.js';

/** What managers set about recovery, in versions; and what it suggests for a case. */
export interface PoliciesPart {
  /** The newest version. */
  current(workspaceId: string): Promise<PolicyVersionView>;
  /** Faults `missing` when there is no such version. */
  get(workspaceId: string, version: number): Promise<PolicyVersionView>;
  /** The newest first. */
  versions(workspaceId: string, page: PageAsked): Promise<PageOf<PolicyChangeView>>;
  /**
   * Saves the next version. Faults `invalid` (`invalid_policy`) with the place of the first mistake, `conflict`
   * (`policy_changed`) when `basedOn` is not the newest, `refused` (`lead_needed`, `director_needed`).
   */
  change(workspaceId: string, basedOn: number, policy: unknown, by: Actor): Promise<PolicyVersionView>;
  /** What to offer on a case; undefined when there is no such case. */
  suggestedFixes(workspaceId: string, caseId: string): Promise<SuggestedFixesView | undefined>;
}
