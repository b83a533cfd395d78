import type { Clock, Urgency, UrgencyReason } from '@heard/core';
import { newId, type Transaction } from '@heard/database';
import { job } from '@heard/jobs';
import type { AlertKind } from './alert.js';
import { type Candidate, candidatesAfter, nextEscalationAt } from './escalation.js';
import type { EscalationTarget, OnCall, ToldPerson } from './ports.js';
import { escalateQueue } from './queues.js';
import { insertAlert, policyOf, setLevel } from './store/alert-rows.js';
import type { AddsJobs, TellReceivers } from './tell-receivers.js';

/** What somebody must be told of. */
export interface AlertToRaise {
  readonly kind: AlertKind;
  /** Names the matter: the second alert with the same key is not raised. */
  readonly dedupeKey: string;
  readonly caseId?: string;
  readonly sourceId?: string;
  readonly urgency: Urgency;
  readonly reasons: readonly UrgencyReason[];
  readonly demo: boolean;
  /** Whether the next person is told when nobody takes it. */
  readonly escalates: boolean;
  /** The first one told; for an urgent case the first step of the policy. */
  readonly to: EscalationTarget;
}

/** Raises an alert in the caller's transaction: the alert, its messages and its timer exist when that commits. */
export class RaiseAlert {
  constructor(
    private readonly tell: TellReceivers,
    private readonly onCall: OnCall,
    private readonly jobs: AddsJobs,
    private readonly clock: Clock,
  ) {}

  /** The id of the alert, or nothing when it was raised before. */
  async run(tx: Transaction, alert: AlertToRaise): Promise<string | undefined> {
    const { kind, dedupeKey, caseId, sourceId, urgency, reasons, demo } = alert;
    const [id, raisedAt] = [newId(), this.clock.now()];
    const isNew = await insertAlert(tx, {
      id,
      kind,
      dedupeKey,
      caseId,
      sourceId,
      urgency,
      reasons,
      demo,
      raisedAt,
    });
    if (!isNew) return undefined;

    const policy = await policyOf(tx);
    // A vacant duty must not swallow an alert: whoever comes next in the policy is told at once.
    const candidates = [{ level: 0, to: alert.to }, ...candidatesAfter(policy, -1)];
    const { level, person } = await this.firstThere(tx, alert, candidates, raisedAt);
    const nextAt = alert.escalates ? nextEscalationAt(policy, raisedAt) : undefined;
    await setLevel(tx, id, level, nextAt);
    await this.tell.run(tx, { id, urgency, level }, person, raisedAt);
    if (nextAt) {
      const data = { workspaceId: tx.workspaceId, alertId: id, level };
      await this.jobs.add(tx, [job(escalateQueue, data, { startAfter: nextAt })]);
    }
    return id;
  }

  private async firstThere(
    tx: Transaction,
    about: { readonly caseId?: string; readonly demo: boolean },
    candidates: readonly Candidate[],
    now: Date,
  ): Promise<{ level: number; person?: ToldPerson }> {
    for (const { level, to } of candidates) {
      const person = await this.onCall.resolve(tx, to, { caseId: about.caseId, demo: about.demo }, now);
      if (person) return { level, person };
    }
    return { level: 0 };
  }
}
