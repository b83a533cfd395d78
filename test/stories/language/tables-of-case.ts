import {
  answeredAt,
  type Case,
  firstOfferAt,
  fixedAt,
  nextPromiseDue,
  scoreOf,
  scorePoints,
} from '@heard/core';
import type { TestDatabase } from '@heard/testing';

/** What the tables say of a case. */
export interface TablesOfCase {
  readonly row: unknown;
  readonly mentions: readonly unknown[];
  readonly answers: readonly unknown[];
  readonly promises: readonly unknown[];
  readonly fixes: readonly unknown[];
  readonly handOffs: readonly unknown[];
  readonly outcomes: readonly unknown[];
}

/** Reads what the tables say of a case, behind the service's back. */
export async function tablesOf(db: TestDatabase, id: string): Promise<TablesOfCase> {
  const [row] = await db.owner(
    `select status, urgency, category, failure, complaints, assignee_id, assignee_since, posted_at, opened_at, answered_at,
       closed_at, closed_because, next_promise_due, broken_promises, signals, seen_at, first_offer_at, fixed_at, hand_offs, reach,
       points, brand_id, location_id from cases where id = $1`,
    [id],
  );
  const of = async (columns: string, table: string): Promise<unknown[]> =>
    sorted(await db.owner(`select ${columns} from ${table} where case_id = $1`, [id]));
  return {
    row,
    mentions: await of('id', 'mentions'),
    answers: await of('id, channel, state, human, queued_at, visible_at', 'answers'),
    promises: await of('id, what, due, state, repeats', 'promises'),
    fixes: await of('id, kind, state, what, offered_at, settled_at, evidence', 'fixes'),
    handOffs: await of('from_staff_id, to_staff_id, reason, at', 'hand_offs'),
    outcomes: await of('verdict, words, behaviour, at, given_by, public_link', 'outcomes'),
  };
}

/** What the tables must say by the history of the case. */
export function tablesAsToldBy(state: Case): TablesOfCase {
  return {
    row: rowAsToldBy(state),
    mentions: sorted(state.mentionIds.map((id) => ({ id }))),
    promises: sorted(
      state.promises.map(({ id, what, due, state: stands, repeats = null }) => {
        return { id, what, due, state: stands, repeats };
      }),
    ),
    handOffs: sorted(
      state.handOffs.map(({ from, to, reason, at }) => {
        return { from_staff_id: from, to_staff_id: to, reason, at };
      }),
    ),
    ...answersAndFixes(state),
    outcomes: [state.outcome].flatMap((outcome) => {
      if (!outcome) return [];
      const { verdict, words = null, behaviour = null, at, from = null, publicLink = false } = outcome;
      return [{ verdict, words, behaviour, at, given_by: from, public_link: publicLink }];
    }),
  };
}

function rowAsToldBy(state: Case): unknown {
  return {
    status: state.status,
    urgency: state.urgency,
    category: state.category,
    failure: state.failure,
    complaints: state.complaints,
    assignee_id: state.assignee,
    assignee_since: state.assigneeSince,
    posted_at: state.postedAt,
    opened_at: state.openedAt,
    answered_at: answeredAt(state) ?? null,
    closed_at: state.closedAt ?? null,
    closed_because: state.closedBecause ?? null,
    next_promise_due: nextPromiseDue(state) ?? null,
    broken_promises: state.promises.filter((promise) => promise.state === 'broken').length,
    signals: state.signals,
    seen_at: state.seenAt ?? null,
    first_offer_at: firstOfferAt(state) ?? null,
    fixed_at: fixedAt(state) ?? null,
    hand_offs: state.handOffs.length,
    reach: state.reach ?? null,
    points: scorePoints.map((point) => scoreOf(state).points[point]),
    brand_id: state.brandId ?? null,
    location_id: state.locationId ?? null,
  };
}

function answersAndFixes(state: Case): Pick<TablesOfCase, 'answers' | 'fixes'> {
  return {
    answers: sorted(
      state.answers.map(({ id, channel, state: stands, human, queuedAt, visibleAt = null }) => {
        return { id, channel, state: stands, human, queued_at: queuedAt, visible_at: visibleAt };
      }),
    ),
    fixes: sorted(
      state.fixes.map(({ id, kind, state: stands, what, offeredAt, settledAt = null, evidence = null }) => {
        return { id, kind, state: stands, what, offered_at: offeredAt, settled_at: settledAt, evidence };
      }),
    ),
  };
}

/** The order of rows in a table says nothing. */
function sorted(rows: readonly unknown[]): unknown[] {
  const key = (row: unknown): string => JSON.stringify(row);
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
