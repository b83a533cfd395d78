import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { CauseState } from '@heard/core';
import type { CauseItem, CauseView, PageOf } from '@heard/insight';
import { api, queryString } from '../api/client.js';

export type CauseFilter = CauseState | 'all';

export const causesQuery = (state: CauseFilter) =>
  infiniteQueryOptions({
    queryKey: ['causes', 'list', state],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<CauseItem>>(`/causes${queryString({ state, cursor: pageParam })}`, signal),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const causeQuery = (id: string) =>
  queryOptions({
    queryKey: ['causes', 'one', id],
    queryFn: ({ signal }) => api.get<CauseView>(`/causes/${encodeURIComponent(id)}`, signal),
  });

export const causeOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['causes', 'case', caseId],
    queryFn: ({ signal }) => api.get<PageOf<CauseItem>>(`/causes${queryString({ case: caseId })}`, signal),
  });

/** The causes that may be chosen for a case. */
export const knownCausesQuery = queryOptions({
  queryKey: ['causes', 'known'],
  queryFn: ({ signal }) => api.get<PageOf<CauseItem>>(`/causes${queryString({ limit: '100' })}`, signal),
});
