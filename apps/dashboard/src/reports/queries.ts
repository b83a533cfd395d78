import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  ClocksReport,
  DigestListItem,
  DigestView,
  MoneyReport,
  OutcomesReport,
  PageOf,
  PromisesReport,
  ReachReport,
  ReportFilters,
  ScoresReport,
} from '@heard/insight';
import { api, queryString } from '../api/client.js';

/** What a report is narrowed to, as it stands in the address. */
export interface ReportFilter {
  readonly from?: string;
  readonly to?: string;
  readonly brand?: string;
  readonly location?: string;
  readonly platform?: string;
  readonly category?: string;
  readonly failure?: string;
  readonly assignee?: string;
}

/** Every report by its name. */
export interface Reports {
  readonly clocks: ClocksReport;
  readonly reach: ReachReport;
  readonly promises: PromisesReport;
  readonly outcomes: OutcomesReport;
  readonly money: MoneyReport;
  readonly scores: ScoresReport;
}

/** Where a report is read from. */
export const reportPath = (name: keyof Reports, filter: ReportFilter, format?: 'csv'): string =>
  `/reports/${name}${queryString({ ...filter, format })}`;

export const reportQuery = <N extends keyof Reports>(name: N, filter: ReportFilter) =>
  queryOptions({
    queryKey: ['reports', name, filter] as const,
    queryFn: ({ signal }) => api.get<Reports[N]>(reportPath(name, filter), signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const reportFiltersQuery = queryOptions({
  queryKey: ['report-filters'],
  queryFn: ({ signal }) => api.get<ReportFilters>('/reports/filters', signal),
  staleTime: 5 * 60_000,
});

export const digestsQuery = infiniteQueryOptions({
  queryKey: ['digests'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    api.get<PageOf<DigestListItem>>(`/digests${queryString({ cursor: pageParam, limit: '50' })}`, signal),
  getNextPageParam: (last) => last.nextCursor,
});

export const digestQuery = (week: string) =>
  queryOptions({
    queryKey: ['digest', week],
    queryFn: ({ signal }) => api.get<DigestView>(`/digests/${encodeURIComponent(week)}`, signal),
    placeholderData: keepPreviousData,
  });
