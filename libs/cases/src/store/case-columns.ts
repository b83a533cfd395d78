import {
  answeredAt,
  type Case,
  firstOfferAt,
  fixedAt,
  nextPromiseDue,
  scoreOf,
  scorePoints,
  urgencyRank,
} from '@heard/core';
import type { CaseRecord } from '../case-record.js';

/** A column of `cases`, and what a case has in it. */
export interface CaseColumn {
  readonly name: string;
  /** The type of one element as it is sent; lists of words are sent as one text, with commas. */
  readonly type: string;
  readonly isList?: true;
  readonly of: (record: CaseRecord) => unknown;
}

/** What never changes after the opening. */
export const openingColumns: readonly CaseColumn[] = [
  { name: 'number', type: 'integer', of: (record) => record.number },
  { name: 'source_id', type: 'uuid', of: (record) => record.sourceId },
  { name: 'brand_id', type: 'uuid', of: (record) => record.brandId },
  { name: 'author_external_id', type: 'text', of: (record) => record.customer.externalId },
  { name: 'author_name', type: 'text', of: (record) => record.customer.name },
  { name: 'language', type: 'text', of: ({ state }) => state.language },
  { name: 'assigned_because', type: 'text', of: (record) => record.assignedBecause },
  { name: 'policy_version', type: 'integer', of: ({ state }) => state.policyVersion },
  { name: 'posted_at', type: 'timestamptz', of: ({ state }) => state.postedAt },
  { name: 'opened_at', type: 'timestamptz', of: ({ state }) => state.openedAt },
  { name: 'reach', type: 'integer', of: ({ state }) => state.reach },
  { name: 'demo', type: 'boolean', of: (record) => record.demo },
];

/** What the events of a case change. */
export const stateColumns: readonly CaseColumn[] = [
  { name: 'status', type: 'text', of: ({ state }) => state.status },
  { name: 'category', type: 'text', of: ({ state }) => state.category },
  { name: 'failure', type: 'text', of: ({ state }) => state.failure },
  { name: 'urgency', type: 'text', of: ({ state }) => state.urgency },
  { name: 'urgency_rank', type: 'smallint', of: ({ state }) => urgencyRank(state.urgency) },
  { name: 'urgency_reasons', type: 'text', isList: true, of: ({ state }) => state.urgencyReasons.join(',') },
  { name: 'location_id', type: 'uuid', of: ({ state }) => state.locationId },
  { name: 'signals', type: 'text', isList: true, of: ({ state }) => state.signals.join(',') },
  { name: 'complaints', type: 'integer', of: ({ state }) => state.complaints },
  { name: 'assignee_id', type: 'uuid', of: ({ state }) => state.assignee },
  { name: 'assignee_since', type: 'timestamptz', of: ({ state }) => state.assigneeSince },
  { name: 'last_mention_at', type: 'timestamptz', of: (record) => record.lastMentionAt },
  { name: 'answered_at', type: 'timestamptz', of: ({ state }) => answeredAt(state) },
  { name: 'closed_at', type: 'timestamptz', of: ({ state }) => state.closedAt },
  { name: 'closed_because', type: 'text', of: ({ state }) => state.closedBecause },
  { name: 'next_promise_due', type: 'timestamptz', of: ({ state }) => nextPromiseDue(state) },
  {
    name: 'broken_promises',
    type: 'integer',
    of: ({ state }) => state.promises.filter((promise) => promise.state === 'broken').length,
  },
  { name: 'seen_at', type: 'timestamptz', of: ({ state }) => state.seenAt },
  { name: 'first_offer_at', type: 'timestamptz', of: ({ state }) => firstOfferAt(state) },
  { name: 'fixed_at', type: 'timestamptz', of: ({ state }) => fixedAt(state) },
  { name: 'hand_offs', type: 'integer', of: ({ state }) => state.handOffs.length },
  { name: 'points', type: 'text', isList: true, of: ({ state }) => pointsOf(state) },
  { name: 'rounds', type: 'integer', of: ({ state }) => state.rounds.length },
  { name: 'next_timer_at', type: 'timestamptz', of: (record) => record.nextTimerAt },
  { name: 'version', type: 'integer', of: (record) => record.version },
  { name: 'last_hash', type: 'bytea', of: (record) => record.lastHash },
];

/** The six points of the score in their order. */
function pointsOf(state: Case): string {
  const { points } = scoreOf(state);
  return scorePoints.map((point) => points[point]).join(',');
}

/** Rows of these columns as a relation `r` with the case's `id`; parameters begin with number `first`. */
export function relationOf(columns: readonly CaseColumn[], first: number): string {
  const all = [{ name: 'id', type: 'uuid' }, ...columns];
  const arrays = all.map(({ type }, index) => `$${first + index}::${type}[]`);
  return `unnest(${arrays.join(', ')}) as r (${all.map(({ name }) => name).join(', ')})`;
}

/** A column of `r` as it is stored. */
export function storedValue({ name, isList }: CaseColumn): string {
  return isList ? `string_to_array(r.${name}, ',')` : `r.${name}`;
}

/** The parameters of `relationOf`, column by column. */
export function valuesOf(columns: readonly CaseColumn[], records: readonly CaseRecord[]): unknown[] {
  return [records.map((record) => record.state.id), ...columns.map((column) => records.map(column.of))];
}
