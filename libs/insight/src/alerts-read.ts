import type { Urgency, UrgencyReason } from '@heard/core';
import type { Transaction } from '@heard/database';
import { isId, microsOf, momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { instant, instantOf, present } from './instant.js';
import {
  alertColumns,
  alertJoins,
  type AlertRow,
  alertViews,
  incidentOfAlert,
  personOf,
} from './store/alert-rows.js';
import { newestComplaint } from './store/case-rows.js';
import { type SourceColumns, sourceRef } from './store/source-ref.js';
import type { AlertLinkView, AlertView, PageOf, SourceView } from './views.js';

/** Which alerts to list. */
export interface AlertsAsked {
  readonly state: AlertView['state'] | 'all';
  /** From 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

const newest = new SortKey('alerts', ['micros', 'id']);
const sortKey = `array[${microsOf('a.raised_at')}, a.id::text] as sort_key`;

/** Reads alerts for people and programs. */
export class AlertsRead {
  /** Newest raised first. */
  async list(tx: Transaction, asked: AlertsAsked): Promise<PageOf<AlertView>> {
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'a');
    if (asked.state !== 'all') filter.and(`a.state = ${filter.bind(asked.state)}`);
    if (asked.cursor !== undefined) {
      const [at = '', id = ''] = newest.read(asked.cursor);
      filter.and(`(a.raised_at, a.id) < (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const rows = await readAlerts(tx, filter, limit + 1);
    const { items, ...rest } = newest.page(rows, limit, (row) => row);
    return { items: await alertViews(tx, items), ...rest };
  }

  /** One alert; undefined when there is none. */
  async get(tx: Transaction, alertId: string): Promise<AlertView | undefined> {
    if (!isId(alertId)) return undefined;
    const filter = new Filter(tx.workspaceId, 'a');
    filter.and(`a.id = ${filter.bindId(alertId)}`);
    const [view] = await alertViews(tx, await readAlerts(tx, filter, 1));
    return view;
  }

  /** What the person sees to whom a link was sent; undefined when the alert, or the person, is gone. */
  async link(tx: Transaction, alertId: string, staffId: string): Promise<AlertLinkView | undefined> {
    if (!isId(alertId) || !isId(staffId)) return undefined;
    const [row] = await tx.rows<LinkRow>(
      `select a.kind, a.state, a.urgency, a.reasons, a.raised_at, a.taken_by, t.name as taker_name, c.id as case_id,
              c.number as case_number, c.author_name, c.posted_at, newest.excerpt, p.id as person_id,
              p.name as person_name, s.id as source_id, s.platform, s.name as source_name, s.demo as source_demo,
              s.state as source_state, s.state_reason, ${incidentOfAlert} as incident_id
       from alerts a
       left join cases c on c.workspace_id = a.workspace_id and c.id = a.case_id
       join sources s on s.workspace_id = a.workspace_id and s.id = coalesce(c.source_id, a.source_id)
       join staff p on p.workspace_id = a.workspace_id and p.id = $3 and p.active
       left join staff t on t.workspace_id = a.workspace_id and t.id = a.taken_by
       ${newestComplaint}
       where a.workspace_id = $1 and a.id = $2`,
      [tx.workspaceId, alertId, staffId],
    );
    return row && linkView(row);
  }
}

/** The newest 100 alerts of a case, newest first. */
export async function readAlertsOfCase(tx: Transaction, caseId: string): Promise<AlertView[]> {
  const filter = new Filter(tx.workspaceId, 'a');
  filter.and(`a.case_id = ${filter.bindId(caseId)}`);
  return alertViews(tx, await readAlerts(tx, filter, 100));
}

function readAlerts(tx: Transaction, filter: Filter, limit: number): Promise<AlertRow[]> {
  return tx.rows<AlertRow>(
    `select ${alertColumns}, ${sortKey} from alerts a ${alertJoins}
     where ${filter.sql} order by a.raised_at desc, a.id desc limit ${limit}`,
    filter.values,
  );
}

interface LinkRow extends SourceColumns {
  readonly kind: AlertLinkView['kind'];
  readonly state: AlertLinkView['state'];
  readonly urgency: Urgency;
  readonly reasons: UrgencyReason[];
  readonly taken_by: string | null;
  readonly taker_name: string | null;
  readonly raised_at: Date;
  readonly case_id: string | null;
  readonly case_number: number | null;
  readonly author_name: string | null;
  readonly posted_at: Date | null;
  readonly excerpt: string | null;
  readonly person_id: string;
  readonly person_name: string;
  readonly source_state: SourceView['state'];
  readonly state_reason: string | null;
  readonly incident_id: string | null;
}

function linkView(row: LinkRow): AlertLinkView {
  const aboutSource = row.case_id === null;
  return present({
    kind: row.kind,
    caseId: row.case_id,
    caseNumber: row.case_number,
    incidentId: row.incident_id,
    state: row.state,
    takenBy: personOf(row.taken_by, row.taker_name),
    customer: row.author_name,
    excerpt: aboutSource ? undefined : (row.excerpt ?? ''),
    urgency: row.urgency,
    reasons: row.reasons,
    source: sourceRef(row),
    sourceState: aboutSource ? row.source_state : undefined,
    sourceReason: aboutSource ? row.state_reason : undefined,
    postedAt: instantOf(row.posted_at),
    raisedAt: instant(row.raised_at),
    forPerson: { id: row.person_id, name: row.person_name },
  });
}
