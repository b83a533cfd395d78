import type { AssignedBecause, Category, Language, SignalCode, Urgency, UrgencyReason } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';
import { instant, instantOf, present } from '../instant.js';
import type { CaseListItem, PlaceRef } from '../views.js';
import { type SourceColumns, sourceRef } from './source-ref.js';

/** A case with the names around it, as a list shows it. */
export interface CaseRow extends SourceColumns {
  readonly id: string;
  readonly number: number;
  readonly status: 'open' | 'closed';
  readonly author_name: string | null;
  readonly excerpt: string | null;
  readonly language: Language;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly urgency_reasons: UrgencyReason[];
  readonly signals: SignalCode[];
  readonly complaints: number;
  readonly assignee_id: string;
  readonly assignee_name: string;
  readonly assignee_since: Date;
  readonly assigned_because: AssignedBecause;
  readonly posted_at: Date;
  readonly opened_at: Date;
  readonly answered_at: Date | null;
  readonly closed_at: Date | null;
  readonly next_promise_due: Date | null;
  readonly broken_promises: number;
  readonly source_removed: boolean;
  readonly brand_id: string | null;
  readonly brand_name: string | null;
  readonly location_id: string | null;
  readonly location_name: string | null;
  readonly alert_firing: boolean;
  readonly demo: boolean;
  readonly sort_key: SortKeyValues;
}

/** Which cases, in which order, and what the order is called in a cursor; `c` is the case. */
export interface CaseSelection {
  readonly where: string;
  readonly values: readonly unknown[];
  readonly orderBy: string;
  readonly sortKey: string;
  readonly limit: number;
}

const blank = `E' \\t\\r\\n'`;
/** Calls that nobody answered, in every language: how often, and where to. */
const calledInVain = `'☎ × ' || (m.missed ->> 'tries') || coalesce(' → ' || (m.missed ->> 'called'), '')`;

/**
 * Joins the beginning of the newest complaint of case `c` as `newest.excerpt`; any other text of the customer only
 * where there is no complaint. PostgreSQL counts whole characters, so that none is cut in half.
 */
export const newestComplaint = `
  left join lateral (
    select left(btrim(coalesce(nullif(btrim(m.text, ${blank}), ''), m.title, ${calledInVain}, ''), ${blank}), 200) as excerpt
    from mentions m
    left join lateral (
      select x.intent from standing_assessments x
      where x.workspace_id = m.workspace_id and x.mention_id = m.id
      order by x.revision desc limit 1
    ) assessed on true
    where m.workspace_id = c.workspace_id and m.case_id = c.id and not m.is_brand
    order by (assessed.intent = 'complaint') desc nulls last, m.posted_at desc, m.id desc
    limit 1
  ) newest on true`;

/** Reads cases with the names around them in one statement; only the cases of the page are looked into. */
export function readCases(tx: Transaction, selection: CaseSelection): Promise<CaseRow[]> {
  const { where, values, orderBy, sortKey, limit } = selection;
  return tx.rows<CaseRow>(
    `with page as materialized (select c.* from cases c where ${where} order by ${orderBy} limit ${limit})
     select c.id, c.number, c.status, c.author_name, newest.excerpt, c.language, c.category, c.urgency,
            c.urgency_reasons, c.signals, c.complaints, c.assignee_id, p.name as assignee_name, c.assignee_since,
            c.assigned_because, c.posted_at, c.opened_at, c.answered_at, c.closed_at, c.next_promise_due,
            c.broken_promises, c.demo, ${sortKey} as sort_key,
            s.id as source_id, s.platform, s.name as source_name, s.demo as source_demo,
            s.removed_at is not null as source_removed,
            b.id as brand_id, b.name as brand_name, l.id as location_id, l.name as location_name,
            exists (
              select from alerts a where a.workspace_id = c.workspace_id and a.case_id = c.id
                and a.kind = 'urgent_case' and a.state = 'firing'
            ) as alert_firing
     from page c
     join sources s on s.workspace_id = c.workspace_id and s.id = c.source_id
     join staff p on p.workspace_id = c.workspace_id and p.id = c.assignee_id
     left join brands b on b.workspace_id = c.workspace_id and b.id = c.brand_id
     left join locations l on l.workspace_id = c.workspace_id and l.id = c.location_id
     ${newestComplaint}
     order by ${orderBy}`,
    values,
  );
}

/** A line of the list of cases. */
export function caseListItem(row: CaseRow): CaseListItem {
  return present({
    id: row.id,
    number: row.number,
    status: row.status,
    customer: row.author_name,
    excerpt: row.excerpt ?? '',
    language: row.language,
    category: row.category,
    urgency: row.urgency,
    urgencyReasons: row.urgency_reasons,
    signals: row.signals,
    complaints: row.complaints,
    source: sourceRef(row),
    brand: placeRef(row.brand_id, row.brand_name),
    location: placeRef(row.location_id, row.location_name),
    assignee: { id: row.assignee_id, name: row.assignee_name },
    postedAt: instant(row.posted_at),
    openedAt: instant(row.opened_at),
    answeredAt: instantOf(row.answered_at),
    closedAt: instantOf(row.closed_at),
    nextPromiseDue: instantOf(row.next_promise_due),
    brokenPromises: row.broken_promises,
    alertFiring: row.alert_firing,
    demo: row.demo,
  });
}

function placeRef(id: string | null, name: string | null): PlaceRef | undefined {
  return id === null || name === null ? undefined : { id, name };
}
