import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ChecksView, PageOf, UnreadLetterView, UnsureBandView } from '@heard/insight';
import { api, queryString } from '../api/client.js';

const lookAgainMs = 60_000;
const pageSize = '20';

/** What people are asked about; new texts come without news, so it is asked for again and again. */
export const checksQuery = infiniteQueryOptions({
  queryKey: ['checks'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    api.get<ChecksView>(`/checks${queryString({ cursor: pageParam, limit: pageSize })}`, signal),
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: lookAgainMs,
});

/** Letters that no template reads. */
export const unreadLettersQuery = infiniteQueryOptions({
  queryKey: ['unread-letters'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) =>
    api.get<PageOf<UnreadLetterView>>(
      `/unread-letters${queryString({ cursor: pageParam, limit: pageSize })}`,
      signal,
    ),
  getNextPageParam: (last) => last.nextCursor,
  refetchInterval: lookAgainMs,
});

/** How close is too close to call. */
export const unsureBandQuery = queryOptions({
  queryKey: ['unsure-band'],
  queryFn: ({ signal }) => api.get<UnsureBandView>('/unsure-band', signal),
});
