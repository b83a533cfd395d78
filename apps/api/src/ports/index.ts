import type { AuthPart } from './auth.js';
import type { StaffPart } from './staff.js';
import type { CasesPart } from './cases.js';
import type { CustomerPagesPart } from './customer-pages.js';
import type { MentionsPart } from './mentions.js';
import type { PromisesPart } from './promises.js';
import type { ReportsPart } from './reports.js';
import type { SourcesPart } from './sources.js';
import type { PoliciesPart } from './policies.js';
import type { AlertsPart } from './alerts.js';
import type { CausesPart, SuggestionsPart } from './registers.js';
import type { IncidentsPart } from './incidents.js';
import type { LivePart } from './live.js';
import type { HealthPart } from './health.js';
import type { DemoPart } from './demo.js';
import type { PlacesPart } from './places.js';
import type { UnderstandingPart } from './understanding.js';
import type { WebhooksPart } from './webhooks.js';

export type * from './alerts.js';
export type * from './auth.js';
export type * from './cases.js';
export type * from './customer-pages.js';
export type * from './demo.js';
export type * from './health.js';
export type * from './incidents.js';
export type * from './live.js';
export type * from './mentions.js';
export type * from './page.js';
export type * from './places.js';
export type * from './policies.js';
export type * from './promises.js';
export type * from './registers.js';
export type * from './reports.js';
export type * from './sources.js';
export type * from './staff.js';
export type * from './understanding.js';
export type * from './webhooks.js';

/** Everything the api needs of the rest of Heard, put together where a process is composed. */
export interface ApiParts {
  readonly auth: AuthPart;
  readonly staff: StaffPart;
  readonly cases: CasesPart;
  readonly promises: PromisesPart;
  readonly customerPages: CustomerPagesPart;
  readonly mentions: MentionsPart;
  readonly sources: SourcesPart;
  readonly places: PlacesPart;
  readonly alerts: AlertsPart;
  readonly reports: ReportsPart;
  readonly policies: PoliciesPart;
  readonly suggestions: SuggestionsPart;
  readonly causes: CausesPart;
  readonly incidents: IncidentsPart;
  readonly understanding: UnderstandingPart;
  readonly webhooks: WebhooksPart;
  readonly live: LivePart;
  readonly health: HealthPart;
  /** Absent where no demo can run. */
  readonly demo?: DemoPart;
}

/** The one token that controllers ask their parts by. */
export const API_PARTS = Symbol('ApiParts');
