import { QueryCache, QueryClient } from '@tanstack/react-query';
import { hasStatus, isPassing } from './api/problem.js';

const retryMs = 5000;
const quickRetries = 2;
let onSignedOut: () => void = () => undefined;

/** Says what happens when the session ends under an open page. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

/** What fails for a moment is asked again by itself, first quickly, then every five seconds; a no is a no. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (hasStatus(error, 401)) onSignedOut();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 2000,
      retry: (failures, error) => isPassing(error) && failures < quickRetries,
      retryDelay: (attempt) => 400 * 2 ** attempt,
      refetchInterval: (query) => (isPassing(query.state.error) ? retryMs : false),
    },
  },
});
