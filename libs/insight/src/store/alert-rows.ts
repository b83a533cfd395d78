import type { Urgency, UrgencyReason } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';
import { instant, instantOf, present } from '../instant.js';
import type { AlertView, NotificationView, PersonView } from '../views.js';

/** An alert with the case and the person around it. */
export interface AlertRow {
  readonly id: string;
  readonly kind: AlertView['kind'];
  readonly case_id: string | null;
  readonly case_number: number | null;
  readonly source_id: string | null;
  readonly incident_id: string | null;
  readonly urgency: Urgency;
  readonly reasons: UrgencyReason[];
  readonly state: AlertView['state'];
  readonly level: number;
  readonly raised_at: Date;
  readonly taken_at: Date | null;
  readonly taken_by: string | null;
  readonly taker_name: string | null;
  readonly next_escalation_at: Date | null;
  readonly sort_key: SortKeyValues;
}

interface NotificationRow {
  readonly id: string;
  readonly alert_id: string;
  readonly level: number;
  readonly receiver: NotificationView['receiver'];
  readonly sent_to: string;
  readonly staff_name: string | null;
  readonly receiver_name: string | null;
  readonly state: NotificationView['state'];
  readonly attempts: number;
  readonly queued_at: Date;
  readonly sent_at: Date | null;
  readonly last_error: string | null;
}

/** The key of such an alert names what it is about. */
export const incidentOfAlert = `case a.kind when 'incident_proposed' then split_part(a.dedupe_key, ':', 2) end`;

/** The columns of an `AlertRow` but its sort key, and what they are joined from; `a` is the alert. */
export const alertColumns = `
  a.id, a.kind, a.case_id, c.number as case_number, a.source_id, ${incidentOfAlert} as incident_id, a.urgency, a.reasons, a.state, a.level, a.raised_at,
  a.taken_at, a.taken_by, p.name as taker_name, a.next_escalation_at`;
export const alertJoins = `
  left join cases c on c.workspace_id = a.workspace_id and c.id = a.case_id
  left join staff p on p.workspace_id = a.workspace_id and p.id = a.taken_by`;

/** The notifications of alerts by alert, in the order of queueing; at most the newest 100 of each. */
export async function readNotifications(
  tx: Transaction,
  alertIds: readonly string[],
): Promise<Map<string, NotificationView[]>> {
  const byAlert = new Map<string, NotificationView[]>();
  if (alertIds.length === 0) return byAlert;
  const rows = await tx.rows<NotificationRow>(
    `select n.id, n.alert_id, n.level, n.receiver, n.sent_to, p.name as staff_name, r.name as receiver_name, n.state,
            n.attempts, n.queued_at, n.sent_at, n.last_error
     from unnest($2::uuid[]) as asked (id)
     cross join lateral (
       select * from notifications x where x.workspace_id = $1 and x.alert_id = asked.id
       order by x.queued_at desc, x.id desc limit 100
     ) n
     left join staff p on p.workspace_id = $1 and p.id = n.staff_id
     left join receivers r on r.workspace_id = $1 and r.id = n.receiver_id
     order by n.queued_at, n.id`,
    [tx.workspaceId, alertIds],
  );
  for (const row of rows) {
    const views = byAlert.get(row.alert_id) ?? [];
    views.push(notificationView(row));
    byAlert.set(row.alert_id, views);
  }
  return byAlert;
}

function notificationView(row: NotificationRow): NotificationView {
  return present({
    id: row.id,
    level: row.level,
    receiver: row.receiver,
    to: row.staff_name ?? row.receiver_name ?? hostOf(row.sent_to),
    state: row.state,
    attempts: row.attempts,
    queuedAt: instant(row.queued_at),
    sentAt: instantOf(row.sent_at),
    lastError: row.last_error,
  });
}

/** Of a web address only the host, for the rest may hold a key; of a mail address all after the last `@`. */
function hostOf(sentTo: string): string {
  return URL.canParse(sentTo) ? new URL(sentTo).hostname : sentTo.slice(sentTo.lastIndexOf('@') + 1);
}

/** An alert with everyone told of it. */
export function alertView(row: AlertRow, notifications: readonly NotificationView[]): AlertView {
  return present({
    id: row.id,
    kind: row.kind,
    caseId: row.case_id,
    caseNumber: row.case_number,
    sourceId: row.source_id,
    incidentId: row.incident_id,
    urgency: row.urgency,
    reasons: row.reasons,
    state: row.state,
    level: row.level,
    raisedAt: instant(row.raised_at),
    takenAt: instantOf(row.taken_at),
    takenBy: personOf(row.taken_by, row.taker_name),
    nextEscalationAt: instantOf(row.next_escalation_at),
    notifications,
  });
}

/** A person of the staff; the name is empty when they were removed. */
export function personOf(id: string | null, name: string | null): PersonView | undefined {
  return id === null ? undefined : { id, name: name ?? '' };
}

/** Alerts as they are shown, in the order of the rows. */
export async function alertViews(tx: Transaction, rows: readonly AlertRow[]): Promise<AlertView[]> {
  const told = await readNotifications(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => alertView(row, told.get(row.id) ?? []));
}
