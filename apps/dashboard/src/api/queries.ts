import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  AlertLinkView,
  AlertView,
  CaseListItem,
  CaseView,
  DutyView,
  LetterView,
  PageOf,
  PersonView,
  SessionView,
  SourceView,
  UserView,
} from '@heard/insight';
import type { Language, Urgency } from '@heard/core';
import { api, queryString } from './client.js';

/** What the list of cases is narrowed to. */
export interface CaseFilter {
  readonly status: 'open' | 'closed' | 'all';
  readonly mine: boolean;
  readonly urgency: readonly Urgency[];
  readonly brand?: string;
  readonly location?: string;
}

type Label = Readonly<Record<Exclude<Language, 'other'>, string>>;

export interface PlatformSetting {
  readonly key: string;
  readonly label: Label;
  readonly secret: boolean;
  readonly required: boolean;
  readonly pattern?: string;
  readonly choices?: readonly { readonly value: string; readonly label: Label }[];
  readonly defaultValue?: string;
}

export interface PlatformView {
  readonly platform: string;
  readonly title: string;
  readonly canReply: boolean;
  readonly byConsent: boolean;
  readonly settings: readonly PlatformSetting[];
}

export interface DutyPage {
  readonly timeZone: string;
  readonly items: readonly DutyView[];
  readonly leadOnCall?: PersonView;
}

export interface EscalationPolicy {
  readonly afterMinutes: number;
  readonly steps: readonly { readonly to: string }[];
}

export interface ReceiverView {
  readonly id: string;
  readonly kind: 'webhook';
  readonly name: string;
  readonly url: string;
}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

const pageSize = '50';

/** A list that is read page by page; what was on screen stays while a filter's new list comes. */
function listOf<T>(
  key: readonly unknown[],
  path: string,
  filter: Readonly<Record<string, string | undefined>>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<PageOf<T>>(path + queryString({ ...filter, cursor: pageParam, limit: pageSize }), signal),
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** All items of the pages read so far. */
export function itemsOf<T>(
  data: { readonly pages: readonly { readonly items: readonly T[] }[] } | undefined,
): readonly T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<SessionView>('/session', signal),
  staleTime: 5 * 60_000,
});

export const casesQuery = (filter: CaseFilter) =>
  listOf<CaseListItem>(['cases', filter], '/cases', {
    status: filter.status,
    assignee: filter.mine ? 'me' : undefined,
    urgency: filter.urgency.join(','),
    brandId: filter.brand,
    locationId: filter.location,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: ({ signal }) => api.get<CaseView>(`/cases/${encodeURIComponent(id)}`, signal),
  });

export type AlertFilter = AlertView['state'] | 'all';

export const alertsQuery = (state: AlertFilter) => listOf<AlertView>(['alerts', state], '/alerts', { state });

export const alertLinkQuery = (token: string) =>
  queryOptions({
    queryKey: ['alert-link', token],
    queryFn: ({ signal }) => api.get<AlertLinkView>(`/alert-links/${encodeURIComponent(token)}`, signal),
  });

export const sourcesQuery = listOf<SourceView>(['sources'], '/sources', {});

export const platformsQuery = queryOptions({
  queryKey: ['platforms'],
  queryFn: ({ signal }) => api.get<{ items: readonly PlatformView[] }>('/platforms', signal),
  staleTime: Infinity,
});

export const dutyQuery = queryOptions({
  queryKey: ['duty'],
  queryFn: ({ signal }) => api.get<DutyPage>('/duty', signal),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => api.get<PageOf<UserView>>('/users', signal),
});

export const lettersQuery = listOf<LetterView>(['letters'], '/demo/letters', {});

export const policyQuery = queryOptions({
  queryKey: ['escalation-policy'],
  queryFn: ({ signal }) => api.get<EscalationPolicy>('/escalation-policy', signal),
});

export const receiversQuery = queryOptions({
  queryKey: ['receivers'],
  queryFn: ({ signal }) => api.get<{ items: readonly ReceiverView[] }>('/receivers', signal),
});

export const keysQuery = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => api.get<{ items: readonly KeyView[] }>('/keys', signal),
});
