import type { Clock } from '@heard/core';
import { type Database, sha256 } from '@heard/database';
import type { AlertKind, AlertState } from './alert.js';
import { findAlert } from './store/alert-rows.js';
import { findQueuedAt } from './store/notification-rows.js';

/** What a letter's link leads to. */
export interface AlertLink {
  readonly workspaceId: string;
  readonly notificationId: string;
  readonly alertId: string;
  /** The person the letter was written to. */
  readonly staffId: string;
  readonly caseId?: string;
  readonly kind: AlertKind;
  readonly state: AlertState;
}

const validMs = 7 * 24 * 3_600_000;

/** Finds what a link leads to while its alert exists, for at most 7 days after the letter was written. */
export class AlertLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Nothing for a token that was never given, is too old, or whose alert is gone: the answer does not tell which. */
  async find(token: string): Promise<AlertLink | undefined> {
    const [found] = await this.database.spanning((all) =>
      all.rows<FoundRow>('select * from heard_span.find_alert_link($1)', [sha256(token)]),
    );
    if (!found?.staff_id) return undefined;
    const { workspace_id: workspaceId, notification_id: notificationId, alert_id: alertId } = found;
    const staffId = found.staff_id;
    return this.database.inWorkspace(workspaceId, async (tx) => {
      const queuedAt = await findQueuedAt(tx, notificationId);
      const alert = await findAlert(tx, alertId);
      if (!queuedAt || !alert || this.clock.now().getTime() - queuedAt.getTime() > validMs) return undefined;
      return { workspaceId, notificationId, alertId, staffId, ...alert };
    });
  }
}

interface FoundRow {
  readonly workspace_id: string;
  readonly notification_id: string;
  readonly alert_id: string;
  readonly staff_id: string | null;
}
