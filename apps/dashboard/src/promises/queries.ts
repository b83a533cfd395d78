import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { KeptRateView, PageOf, PromiseDue } from '@heard/insight';
import { api, queryString } from '../api/client.js';

/** Promises that are open, and those that broke this week; mine alone where asked. */
export const promisesQuery = (mine: boolean) =>
  infiniteQueryOptions({
    queryKey: ['cases', 'promises', mine],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<PromiseDue>>(
        `/promises${queryString({ mine: mine ? 'true' : undefined, cursor: pageParam, limit: '50' })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

/** Who keeps their word. It begins with `cases`, so that news of a case asks for it again. */
export const keptRateQuery = queryOptions({
  queryKey: ['cases', 'kept-rate'],
  queryFn: ({ signal }) => api.get<KeptRateView>('/promises/kept-rate', signal),
});
