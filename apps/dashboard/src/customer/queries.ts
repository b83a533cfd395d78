import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { OutcomePageView, ReportPageView } from '@heard/insight';
import { api, queryString } from '../api/client.js';
import type { InterfaceLanguage } from '../i18n/index.js';

export const outcomePath = (token: string): string => `/outcome-links/${encodeURIComponent(token)}`;

export const outcomeLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['outcome-link', token],
    queryFn: ({ signal }) => api.get<OutcomePageView>(outcomePath(token), signal),
  });

/** How often the page of an open case looks whether there is something new. */
const lookAgainMs = 60_000;

export const reportLinkQuery = (token: string, language: InterfaceLanguage | undefined) =>
  queryOptions({
    queryKey: ['report-link', token, language],
    queryFn: ({ signal }) =>
      api.get<ReportPageView>(
        `/report-links/${encodeURIComponent(token)}${queryString({ language })}`,
        signal,
      ),
    refetchInterval: (query) => (query.state.data?.open ? lookAgainMs : false),
    placeholderData: keepPreviousData,
  });
