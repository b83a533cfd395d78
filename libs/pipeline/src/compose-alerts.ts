import {
  type AlertKind,
  AlertLinks,
  type EscalationFollower,
  type EscalationTarget,
  Escalate,
  type LetterCarrier,
  MarkTaken,
  type MailTo,
  QueueLetters,
  RaiseAlert,
  type Receiver,
  SendLetter,
  SendNotification,
  SettleAlerts,
  TellReceivers,
  WebhookReceiver,
  WebhookReceivers,
} from '@heard/alerting';
import type { Clock } from '@heard/core';
import type { Database, SecretBox, Transaction } from '@heard/database';
import type { HttpClient } from '@heard/http';
import type { Jobs } from '@heard/jobs';
import type { SourceAlarm } from '@heard/listening';
import type { OnCall } from '@heard/staff';

/** What alerting works with. */
export interface AlertingParts {
  readonly database: Database;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly http: HttpClient;
  readonly publicUrl: string;
  readonly mail: Receiver<MailTo> & LetterCarrier;
  readonly demoMail?: Receiver<MailTo> & LetterCarrier;
}

/** Everything of alerting, put together. */
export type Alerting = ReturnType<typeof composeAlerting>;

/** Puts alerting together; who is on call is asked of the staff. */
export function composeAlerting(parts: AlertingParts, onCall: OnCall, follower: EscalationFollower) {
  const { database, jobs, clock, secretBox, http, publicUrl, mail, demoMail } = parts;
  const tell = new TellReceivers(jobs, secretBox);
  const raise = new RaiseAlert(tell, onCall, jobs, clock);
  const webhook = new WebhookReceiver(http, clock);
  return {
    raise,
    settle: new SettleAlerts(),
    markTaken: new MarkTaken(),
    escalate: new Escalate({ database, tell, onCall, jobs, clock, follower }),
    send: new SendNotification({ database, secretBox, clock, publicUrl, mail, demoMail, webhook }),
    sendLetter: new SendLetter({ database, clock, publicUrl, mail, demoMail }),
    queueLetters: new QueueLetters(jobs, clock),
    links: new AlertLinks(database, clock),
    receivers: new WebhookReceivers(secretBox, clock),
    sourceAlarm: sourceAlarm(raise),
  };
}

const administrator: EscalationTarget = 'administrator';

/** A source that needs a person alerts the administrator, once for each state it gets into. */
function sourceAlarm(raise: RaiseAlert): SourceAlarm {
  return {
    async raise(tx, { sourceId, state, demo, kind, occasion }) {
      const [row] = await tx.rows<{ since: Date }>(
        'select state_since as since from sources where workspace_id = $1 and id = $2',
        [tx.workspaceId, sourceId],
      );
      const dedupeKey = `${kind ?? 'source'}:${sourceId}:${state}:${occasion ?? row?.since.toISOString() ?? ''}`;
      if (kind) await resolve(tx, { sourceId, kind, but: dedupeKey });
      await raise.run(tx, {
        kind: kind ?? 'source_state',
        dedupeKey,
        sourceId,
        urgency: 'high',
        reasons: [],
        demo,
        escalates: true,
        to: administrator,
      });
    },
    settle: (tx, sourceId, kind) => resolve(tx, { sourceId, kind: kind ?? 'source_state' }),
  };
}

/** Ends the alerts of a kind about a source, but for one. */
async function resolve(
  tx: Transaction,
  {
    sourceId,
    kind,
    but = '',
  }: { readonly sourceId: string; readonly kind: AlertKind; readonly but?: string },
): Promise<void> {
  await tx.run(
    `update alerts set state = 'resolved', resolved_at = now(), next_escalation_at = null
     where workspace_id = $1 and source_id = $2 and kind = $3 and state = 'firing' and dedupe_key <> $4`,
    [tx.workspaceId, sourceId, kind, but],
  );
}
