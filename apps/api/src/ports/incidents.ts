import type { Actor, IncidentCommand, InThreeLanguages, LikelyHit } from '@heard/core';
import type {
  IncidentListItem,
  IncidentsAsked,
  IncidentStep,
  IncidentView,
  LikelyHitView,
  MessageFindingsView,
  PageOf,
} from '@heard/insight';
import type { GivenByHand, ToldBefore } from '@heard/recovery';

/** What people do to an incident; what Heard notes by itself is no business of the api. */
export type IncidentAct = Extract<
  IncidentCommand,
  { type: 'confirm' | 'dismiss' | 'add_case' | 'remove_case' | 'decide' | 'send_on' | 'resolve' | 'reopen' }
>;

/** A list of people as it is handed in: rows, or the text of a file. */
export interface HandedIn {
  readonly people?: readonly LikelyHit[];
  /** CSV with a head, or JSON lines. */
  readonly text?: string;
}

/** What became of the rows of a list. */
export interface ListedReport {
  readonly added: number;
  readonly known: number;
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

/** Incidents, and the people who are likely hit. */
export interface IncidentsPart {
  list(workspaceId: string, asked: IncidentsAsked): Promise<PageOf<IncidentListItem>>;
  get(workspaceId: string, incidentId: string): Promise<IncidentView | undefined>;
  steps(workspaceId: string, incidentId: string): Promise<readonly IncidentStep[] | undefined>;
  open(workspaceId: string, caseIds: readonly string[], by: Actor): Promise<string>;
  act(workspaceId: string, incidentId: string, command: IncidentAct, by: Actor): Promise<void>;
  check(
    workspaceId: string,
    incidentId: string,
    texts: InThreeLanguages,
  ): Promise<readonly MessageFindingsView[]>;
  given(workspaceId: string, incidentId: string, caseId: string, how: GivenByHand, by: Actor): Promise<void>;
  likelyHit(workspaceId: string, incidentId: string): Promise<readonly LikelyHitView[] | undefined>;
  addLikelyHit(workspaceId: string, incidentId: string, list: HandedIn, by: Actor): Promise<ListedReport>;
  tellLikelyHit(
    workspaceId: string,
    incidentId: string,
    personId: string,
    how: ToldBefore,
    by: Actor & { readonly kind: 'person' },
  ): Promise<void>;
}
