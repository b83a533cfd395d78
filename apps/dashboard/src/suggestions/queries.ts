import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { SuggestionState } from '@heard/core';
import type { PageOf, SuggestionItem, SuggestionView } from '@heard/insight';
import { api, queryString } from '../api/client.js';

/** What the list of suggestions is narrowed to. */
export interface SuggestionFilter {
  readonly state: Exclude<SuggestionState, 'merged'> | 'open' | 'all';
  readonly mine: boolean;
}

export const suggestionsQuery = ({ state, mine }: SuggestionFilter) =>
  infiniteQueryOptions({
    queryKey: ['suggestions', 'list', state, mine],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<SuggestionItem>>(
        `/suggestions${queryString({ state, assignee: mine ? 'me' : undefined, cursor: pageParam })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const suggestionQuery = (id: string) =>
  queryOptions({
    queryKey: ['suggestions', 'one', id],
    queryFn: ({ signal }) => api.get<SuggestionView>(`/suggestions/${encodeURIComponent(id)}`, signal),
  });

export const suggestionsOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['suggestions', 'case', caseId],
    queryFn: ({ signal }) =>
      api.get<PageOf<SuggestionItem>>(`/suggestions${queryString({ state: 'all', case: caseId })}`, signal),
  });
