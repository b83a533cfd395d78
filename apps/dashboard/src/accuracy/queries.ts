import { queryOptions } from '@tanstack/react-query';
import type { AccuracyView, AdaptationsView, SampleView } from '@heard/insight';
import { api } from '../api/client.js';

/** How right the model is. Its key begins that of the other two, so that an answer asks for all of them again. */
export const accuracyQuery = queryOptions({
  queryKey: ['accuracy', 'figures'],
  queryFn: ({ signal }) => api.get<AccuracyView>('/accuracy', signal),
});

const shownAtOnce = 5;

/** The next drawn posts to check. */
export const sampleQuery = queryOptions({
  queryKey: ['accuracy', 'sample'],
  queryFn: ({ signal }) => api.get<SampleView>(`/accuracy/sample?limit=${shownAtOnce}`, signal),
});

const lookAgainMs = 30_000;

/** What the model learned here; it learns in the background, so that news come without notice. */
export const adaptationsQuery = queryOptions({
  queryKey: ['accuracy', 'adaptations'],
  queryFn: ({ signal }) => api.get<AdaptationsView>('/adaptations', signal),
  refetchInterval: lookAgainMs,
});
