import { type Urgency, urgencyRank } from '@heard/core';
import { newId, type SecretBox, sha256, type Transaction } from '@heard/database';
import { type Jobs, job } from '@heard/jobs';
import type { ToldPerson } from './ports.js';
import { notifyQueue } from './queues.js';
import { insertNotifications, type NewNotification } from './store/notification-rows.js';
import { listReceivers } from './store/receiver-rows.js';

/** Adds durable work in the caller's transaction. */
export type AddsJobs = Pick<Jobs, 'add'>;

/** The place of the tokens in the links of letters. */
const linkPlace = 'alert-link';

/** The token of a letter's link to take the alert: not stored, made again whenever the letter is. */
export function linkToken(secretBox: SecretBox, notificationId: string): string {
  return secretBox.token(linkPlace, notificationId);
}

/** Queues the messages of one step: a letter to the person, and one call of every webhook receiver of the workspace. */
export class TellReceivers {
  constructor(
    private readonly jobs: AddsJobs,
    private readonly secretBox: SecretBox,
  ) {}

  /** Without a person only programs are told. */
  async run(
    tx: Transaction,
    alert: { readonly id: string; readonly urgency: Urgency; readonly level: number },
    person: ToldPerson | undefined,
    queuedAt: Date,
  ): Promise<void> {
    const about = { alertId: alert.id, level: alert.level, queuedAt };
    const webhooks = (await listReceivers(tx)).map((receiver): NewNotification => ({
      ...about,
      id: newId(),
      receiver: 'webhook',
      receiverId: receiver.id,
      sentTo: new URL(receiver.url).origin,
    }));
    const notifications = person ? [this.letter(about, person), ...webhooks] : webhooks;
    await insertNotifications(tx, notifications);
    const { workspaceId } = tx;
    const priority = urgencyRank(alert.urgency);
    await this.jobs.add(
      tx,
      notifications.map(({ id }) => job(notifyQueue, { workspaceId, notificationId: id }, { priority })),
    );
  }

  private letter(
    about: { readonly alertId: string; readonly level: number; readonly queuedAt: Date },
    person: ToldPerson,
  ): NewNotification {
    const id = newId();
    return {
      ...about,
      id,
      receiver: 'mail',
      staffId: person.staffId,
      sentTo: person.email,
      linkHash: sha256(linkToken(this.secretBox, id)),
    };
  }
}
