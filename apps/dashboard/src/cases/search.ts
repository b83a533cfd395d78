import type { Urgency } from '@heard/core';

const urgencies: readonly Urgency[] = ['critical', 'high', 'normal', 'low'];
const statuses = ['open', 'closed', 'all'] as const;

/** Which cases the address asks for. */
export interface CasesSearch {
  readonly status?: string;
  readonly mine?: boolean;
  readonly urgency?: string;
  readonly brand?: string;
  readonly location?: string;
}

/** What is no id is left out: the list would be refused. */
function idIn<K extends 'brand' | 'location'>(search: CasesSearch, key: K): { [key in K]?: string } {
  const value = search[key];
  const isId = typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(value);
  return (isId ? { [key]: value } : {}) as { [key in K]?: string };
}

/** Reads it, leaving out what names nothing. */
export function readCasesSearch(search: CasesSearch) {
  const status = statuses.find((each) => each === search.status);
  const urgency = urgencies.filter((each) =>
    String(search.urgency ?? '')
      .split(',')
      .includes(each),
  );
  return {
    ...(status && status !== 'open' ? { status } : {}),
    ...(search.mine ? { mine: true } : {}),
    ...(urgency.length > 0 ? { urgency: urgency.join(',') } : {}),
    ...idIn(search, 'brand'),
    ...idIn(search, 'location'),
  };
}
