import type { Transaction } from '@heard/database';
import type { AlertState } from '../alert.js';
import type { LetterLanguage } from '../ports.js';

/** A message as it is queued. */
export interface NewNotification {
  readonly id: string;
  readonly alertId: string;
  readonly level: number;
  readonly receiver: 'mail' | 'webhook';
  readonly staffId?: string;
  readonly receiverId?: string;
  /** For people: an address of a person, or the origin of a webhook. */
  readonly sentTo: string;
  readonly linkHash?: Buffer;
  readonly queuedAt: Date;
}

/** A message with what decides whether and how it is sent. */
export interface QueuedNotification {
  readonly id: string;
  readonly alertId: string;
  readonly level: number;
  readonly receiver: 'mail' | 'webhook';
  readonly receiverId?: string;
  readonly sentTo: string;
  readonly name?: string;
  readonly language: LetterLanguage;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly queuedAt: Date;
  readonly alertState: AlertState;
  /** A later message of the same alert to the same receiver exists. */
  readonly superseded: boolean;
}

/** Queues messages, all in one statement. */
export async function insertNotifications(tx: Transaction, rows: readonly NewNotification[]): Promise<void> {
  const values = rows.map((row) => ({
    id: row.id,
    alert_id: row.alertId,
    level: row.level,
    receiver: row.receiver,
    staff_id: row.staffId,
    receiver_id: row.receiverId,
    sent_to: row.sentTo,
    link_hash: row.linkHash && `\\x${row.linkHash.toString('hex')}`,
    queued_at: row.queuedAt,
  }));
  await tx.run(
    `insert into notifications
       (workspace_id, id, alert_id, level, receiver, staff_id, receiver_id, sent_to, link_hash, state, queued_at)
     select $1, n.id, n.alert_id, n.level, n.receiver, n.staff_id, n.receiver_id, n.sent_to, n.link_hash, 'queued', n.queued_at
     from jsonb_to_recordset($2::jsonb) as n (id uuid, alert_id uuid, level integer, receiver text, staff_id uuid,
       receiver_id uuid, sent_to text, link_hash bytea, queued_at timestamptz)`,
    [tx.workspaceId, JSON.stringify(values)],
  );
}

/** People who were told of an alert from a level on. */
export async function toldSince(tx: Transaction, alertId: string, level: number): Promise<Set<string>> {
  const rows = await tx.rows<{ staff_id: string }>(
    `select staff_id from notifications
     where workspace_id = $1 and alert_id = $2 and level >= $3 and staff_id is not null`,
    [tx.workspaceId, alertId, level],
  );
  return new Set(rows.map((row) => row.staff_id));
}

interface QueuedRow {
  readonly alert_id: string;
  readonly level: number;
  readonly receiver: 'mail' | 'webhook';
  readonly receiver_id: string | null;
  readonly sent_to: string;
  readonly name: string | null;
  readonly language: LetterLanguage | null;
  readonly state: 'queued' | 'sent' | 'failed';
  readonly queued_at: Date;
  readonly alert_state: AlertState;
  readonly superseded: boolean;
}

/** A message with its alert and its person as they are now. */
export async function findNotification(tx: Transaction, id: string): Promise<QueuedNotification | undefined> {
  const [row] = await tx.rows<QueuedRow>(
    `select n.alert_id, n.level, n.receiver, n.receiver_id, n.sent_to, n.state, n.queued_at,
       p.name, p.interface_language as language, a.state as alert_state,
       exists (
         select from notifications later
         where later.workspace_id = n.workspace_id and later.alert_id = n.alert_id and later.level > n.level
           and (later.staff_id = n.staff_id or later.receiver_id = n.receiver_id)
       ) as superseded
     from notifications n
     join alerts a on a.workspace_id = n.workspace_id and a.id = n.alert_id
     left join staff p on p.workspace_id = n.workspace_id and p.id = n.staff_id
     where n.workspace_id = $1 and n.id = $2`,
    [tx.workspaceId, id],
  );
  return (
    row && {
      id,
      alertId: row.alert_id,
      level: row.level,
      receiver: row.receiver,
      receiverId: row.receiver_id ?? undefined,
      sentTo: row.sent_to,
      name: row.name ?? undefined,
      language: row.language ?? 'en',
      state: row.state,
      queuedAt: row.queued_at,
      alertState: row.alert_state,
      superseded: row.superseded,
    }
  );
}

/** Counts an attempt before it is made, so that one that kills the process is counted too. */
export async function countAttempt(tx: Transaction, id: string): Promise<void> {
  await tx.run('update notifications set attempts = attempts + 1 where workspace_id = $1 and id = $2', [
    tx.workspaceId,
    id,
  ]);
}

/** Notes that a message was delivered. */
export async function markSent(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.run(
    `update notifications set state = 'sent', sent_at = $3, last_error = null where workspace_id = $1 and id = $2`,
    [tx.workspaceId, id, at],
  );
}

/** Notes why a message was not delivered, and whether it ever will be. */
export async function markFailure(
  tx: Transaction,
  id: string,
  state: 'queued' | 'failed',
  lastError: string,
): Promise<void> {
  await tx.run(
    `update notifications set state = $3, last_error = $4
     where workspace_id = $1 and id = $2 and state = 'queued'`,
    [tx.workspaceId, id, state, lastError],
  );
}

/** When a message was queued, and to whom. */
export async function findQueuedAt(tx: Transaction, id: string): Promise<Date | undefined> {
  const [row] = await tx.rows<{ queued_at: Date }>(
    'select queued_at from notifications where workspace_id = $1 and id = $2',
    [tx.workspaceId, id],
  );
  return row?.queued_at;
}
