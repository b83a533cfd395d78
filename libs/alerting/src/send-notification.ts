import { type Clock, Fault, isFault } from '@heard/core';
import type { Database, SecretBox, Transaction } from '@heard/database';
import type { AlertFacts } from './alert.js';
import type { MailTo } from './mail/mail.receiver.js';
import type { NotifyJob } from './queues.js';
import type { Notice, Receiver } from './receiver.js';
import { factsOf } from './store/alert-facts.js';
import {
  countAttempt,
  findNotification,
  markFailure,
  markSent,
  type QueuedNotification,
} from './store/notification-rows.js';
import { findReceiver } from './store/receiver-rows.js';
import { linkToken } from './tell-receivers.js';
import { openSecret } from './webhook-receivers.js';
import type { WebhookTo } from './webhook/webhook.receiver.js';

/** What sending works with. */
export interface SendParts {
  readonly database: Database;
  readonly secretBox: SecretBox;
  readonly clock: Clock;
  /** Where the dashboard is, without a slash at the end. */
  readonly publicUrl: string;
  readonly mail: Receiver<MailTo>;
  /** For letters about the demo, whose people are made up; `mail` when absent. */
  readonly demoMail?: Receiver<MailTo>;
  readonly webhook: Receiver<WebhookTo>;
}

/** Shown beside a message that was not sent because its alert was taken, or a later message took its place. */
export const notNeeded = 'not needed any more';

/** Everything of one attempt, read before it, so that no transaction is open while the network is waited for. */
interface Attempt {
  readonly deliver: () => Promise<void>;
}

/**
 * Sends one message, at least once: an attempt is counted, made outside of any transaction, then noted. What may
 * succeed later faults, so that the job is tried again under the same notification id. A message whose alert was taken
 * or resolved meanwhile, or which a later one to the same receiver has overtaken, is not sent but ends as `failed` with
 * `not needed any more`.
 */
export class SendNotification {
  constructor(private readonly parts: SendParts) {}

  /** Handles a job of `notifyQueue`. */
  async run({ workspaceId, notificationId }: NotifyJob): Promise<void> {
    const { database, clock } = this.parts;
    const attempt = await database.inWorkspace(workspaceId, (tx) => this.prepare(tx, notificationId));
    if (!attempt) return;
    try {
      await attempt.deliver();
    } catch (error) {
      const final = isFault(error, 'rejected');
      const lastError = error instanceof Fault ? error.message : 'unexpected error';
      await database.inWorkspace(workspaceId, (tx) =>
        markFailure(tx, notificationId, final ? 'failed' : 'queued', lastError),
      );
      if (final) return;
      throw error;
    }
    await database.inWorkspace(workspaceId, (tx) => markSent(tx, notificationId, clock.now()));
  }

  private async prepare(tx: Transaction, id: string): Promise<Attempt | undefined> {
    const queued = await findNotification(tx, id);
    if (queued?.state !== 'queued') return undefined;
    if (queued.alertState !== 'firing' || queued.superseded) {
      await markFailure(tx, id, 'failed', notNeeded);
      return undefined;
    }
    const facts = await factsOf(tx, queued.alertId);
    if (!facts) return undefined;
    await countAttempt(tx, id);
    return queued.receiver === 'mail' ? this.letter(queued, facts) : this.call(tx, queued, facts);
  }

  private letter(queued: QueuedNotification, facts: AlertFacts): Attempt {
    const { mail, demoMail, publicUrl, secretBox } = this.parts;
    const receiver = facts.demo ? (demoMail ?? mail) : mail;
    const notice = this.notice(queued, facts, `${publicUrl}/take/${linkToken(secretBox, queued.id)}`);
    const to = { name: queued.name ?? '', email: queued.sentTo, language: queued.language };
    return { deliver: () => receiver.send(notice, to) };
  }

  private async call(
    tx: Transaction,
    queued: QueuedNotification,
    facts: AlertFacts,
  ): Promise<Attempt | undefined> {
    const { webhook, secretBox } = this.parts;
    const row = queued.receiverId === undefined ? undefined : await findReceiver(tx, queued.receiverId);
    if (!row) {
      await markFailure(tx, queued.id, 'failed', 'the receiver was removed');
      return undefined;
    }
    const notice = this.notice(queued, facts);
    return {
      deliver: async () => webhook.send(notice, { url: row.url, secret: openSecret(secretBox, row) }),
    };
  }

  private notice(queued: QueuedNotification, facts: AlertFacts, take?: string): Notice {
    const { id, level, queuedAt } = queued;
    const escalated = queuedAt > facts.raisedAt;
    return { id, level, escalated, queuedAt, facts, links: { open: this.page(facts), take } };
  }

  private page(facts: AlertFacts): string {
    const { publicUrl } = this.parts;
    if (facts.incident) return `${publicUrl}/incidents/${facts.incident.id}`;
    if (facts.case) return `${publicUrl}/cases/${facts.case.id}`;
    return facts.kind.startsWith('source_') ? `${publicUrl}/sources` : `${publicUrl}/alerts`;
  }
}
