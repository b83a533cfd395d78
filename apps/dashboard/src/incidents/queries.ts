import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  IncidentListItem,
  IncidentStep,
  IncidentView,
  LikelyHitView,
  MessageFindingsView,
  PageOf,
} from '@heard/insight';
import { api, queryString } from '../api/client.js';

export type IncidentFilter = 'open' | 'resolved' | 'dismissed' | 'all';

/** The texts of a message. */
export interface MessageTexts {
  readonly ru: string;
  readonly uk: string;
  readonly en: string;
}

export const incidentPath = (id: string): string => `/incidents/${encodeURIComponent(id)}`;

export const incidentsQuery = (status: IncidentFilter) =>
  infiniteQueryOptions({
    queryKey: ['incidents', 'list', status],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<IncidentListItem>>(
        `/incidents${queryString({ status, cursor: pageParam, limit: '50' })}`,
        signal,
      ),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', 'one', id],
    queryFn: ({ signal }) => api.get<IncidentView>(incidentPath(id), signal),
  });

export const incidentStepsQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', 'history', id],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly IncidentStep[] }>(`${incidentPath(id)}/history`, signal),
  });

export const likelyHitQuery = (id: string) =>
  queryOptions({
    queryKey: ['incidents', 'likely-hit', id],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly LikelyHitView[] }>(`${incidentPath(id)}/likely-hit`, signal),
  });

export const incidentsOfCaseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['incidents', 'of-case', caseId],
    queryFn: ({ signal }) =>
      api.get<PageOf<IncidentListItem>>(
        `/incidents${queryString({ status: 'all', case: caseId, limit: '5' })}`,
        signal,
      ),
  });

export const checkMessage = (id: string, texts: MessageTexts) =>
  api.post<{ items: readonly MessageFindingsView[] }>(`${incidentPath(id)}/check`, { texts });
