import type {
  DigestListItem,
  DigestView,
  PageOf,
  ReportAsked,
  ReportFilters,
  ReportName,
  ReportsByName,
} from '@heard/insight';
import type { PageAsked } from './page.js';

/** Reports, and what was told to the director week by week. */
export interface ReportsPart {
  get<N extends ReportName>(workspaceId: string, name: N, asked: ReportAsked): Promise<ReportsByName[N]>;
  filters(workspaceId: string): Promise<ReportFilters>;
  digests(workspaceId: string, page: PageAsked): Promise<PageOf<DigestListItem>>;
  /** By the Monday of the week; undefined when there is none. */
  digest(workspaceId: string, week: string): Promise<DigestView | undefined>;
}
