import type { PromiseState } from '@heard/core';
import type { KeptRateView, PageOf, PromiseDue } from '@heard/insight';
import type { PageAsked } from './page.js';

/** Which promises. */
export interface PromisesAsked extends PageAsked {
  readonly state?: PromiseState;
  readonly assigneeId?: string;
}

/** The promises of a workspace. */
export interface PromisesPart {
  list(workspaceId: string, asked: PromisesAsked): Promise<PageOf<PromiseDue>>;
  keptRate(workspaceId: string): Promise<KeptRateView>;
}
