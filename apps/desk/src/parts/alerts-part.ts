import { type Actor, Fault } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { AlertsRead, AlertView } from '@heard/insight';
import { type Heard, tellScreens } from '@heard/pipeline';
import { Audit } from '@heard/staff';
import type { AlertsPart } from '../../../api/src/ports/index.js';

/** Alerts for the api: read by insight, taken together with their case. */
export function alertsPart({ database, alerting, takeAlert, clock }: Heard, reads: AlertsRead): AlertsPart {
  const audit = new Audit(clock);
  const view = async (tx: Transaction, alertId: string): Promise<AlertView> => {
    const found = await reads.get(tx, alertId);
    if (!found) throw new Fault('missing', 'There is no such alert.', { code: 'no_such_alert' });
    return found;
  };
  const take = async (workspaceId: string, alertId: string, staffId: string): Promise<void> => {
    await takeAlert.run(workspaceId, alertId, staffId);
    await database.inWorkspace(workspaceId, (tx) => tellScreens(tx, 'alert', [alertId]));
  };
  return {
    list: (workspaceId, asked) => database.inWorkspace(workspaceId, (tx) => reads.list(tx, asked)),
    get: (workspaceId, alertId) => database.inWorkspace(workspaceId, (tx) => reads.get(tx, alertId)),
    async take(workspaceId, alertId, by) {
      await take(workspaceId, alertId, staffOf(by));
      return database.inWorkspace(workspaceId, (tx) => view(tx, alertId));
    },
    async byLink(token) {
      const link = await alerting.links.find(token);
      return (
        link && database.inWorkspace(link.workspaceId, (tx) => reads.link(tx, link.alertId, link.staffId))
      );
    },
    async takeByLink(token) {
      const link = await alerting.links.find(token);
      if (!link) return undefined;
      await take(link.workspaceId, link.alertId, link.staffId);
      return database.inWorkspace(link.workspaceId, (tx) => reads.link(tx, link.alertId, link.staffId));
    },
    receivers: (workspaceId) => database.inWorkspace(workspaceId, (tx) => alerting.receivers.list(tx)),
    addReceiver: (workspaceId, asked, by) =>
      database.inWorkspace(workspaceId, async (tx) => {
        const added = await alerting.receivers.add(tx, asked);
        await audit.write(tx, by, 'receiver.added', `receiver:${added.id}`, {});
        return added;
      }),
    async removeReceiver(workspaceId, receiverId, by) {
      await database.inWorkspace(workspaceId, async (tx) => {
        await alerting.receivers.remove(tx, receiverId);
        await audit.write(tx, by, 'receiver.removed', `receiver:${receiverId}`, {});
      });
    },
  };
}

/** Only a person can take an alert: a program does not wake up. */
function staffOf(by: Actor): string {
  if (by.kind === 'person') return by.staffId;
  throw new Fault(
    'refused',
    'An alert is taken by a person who is signed in, or by the link in their letter.',
    {
      code: 'person_needed',
    },
  );
}
