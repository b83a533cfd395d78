import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PageOf, PolicyChangeView, PolicyVersionView, SuggestedFixesView } from '@heard/insight';
import { api, queryString } from '../api/client.js';

/** The newest version. */
export const policyNowQuery = queryOptions({
  queryKey: ['policy', 'now'],
  queryFn: ({ signal }) => api.get<PolicyVersionView>('/policy', signal),
});

/** One version; it never changes. */
export const policyVersionQuery = (version: number) =>
  queryOptions({
    queryKey: ['policy', 'version', version],
    queryFn: ({ signal }) => api.get<PolicyVersionView>(`/policy/versions/${version}`, signal),
    staleTime: Infinity,
  });

/** Who changed what, the newest first. */
export const policyVersionsQuery = infiniteQueryOptions({
  queryKey: ['policy', 'versions'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    api.get<PageOf<PolicyChangeView>>(
      `/policy/versions${queryString({ cursor: pageParam, limit: '20' })}`,
      signal,
    ),
  getNextPageParam: (last) => last.nextCursor,
});

/** What to offer on a case. */
export const suggestedFixesQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'suggested-fixes'],
    queryFn: ({ signal }) =>
      api.get<SuggestedFixesView>(`/cases/${encodeURIComponent(caseId)}/suggested-fixes`, signal),
    staleTime: 60_000,
  });
