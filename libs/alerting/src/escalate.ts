import type { Clock } from '@heard/core';
import type { Database, Transaction } from '@heard/database';
import { job } from '@heard/jobs';
import { candidatesAfter, type EscalationPolicy, nextEscalationAt, roundStart } from './escalation.js';
import type { EscalationFollower, OnCall, ToldPerson } from './ports.js';
import { type EscalateJob, escalateQueue } from './queues.js';
import { type FiringAlert, lockFiring, policyOf, setLevel } from './store/alert-rows.js';
import { toldSince } from './store/notification-rows.js';
import type { AddsJobs, TellReceivers } from './tell-receivers.js';

/** What an escalation works with. */
export interface EscalateParts {
  readonly database: Database;
  readonly tell: TellReceivers;
  readonly onCall: OnCall;
  readonly jobs: AddsJobs;
  readonly clock: Clock;
  /** Hears of each step in its transaction, after the alert was locked. */
  readonly follower?: EscalationFollower;
}

/**
 * Tells the next person of the policy while nobody has taken the alert, round after round, for ever. Everything is one
 * transaction and depends on the level of the job, so that a job delivered twice, or to two workers, makes one step.
 */
export class Escalate {
  constructor(private readonly parts: EscalateParts) {}

  /** Handles a job of `escalateQueue`; true when it made the step. */
  run(data: EscalateJob): Promise<boolean> {
    return this.parts.database.inWorkspace(data.workspaceId, async (tx) => {
      const alert = await lockFiring(tx, data.alertId, data.level);
      if (!alert) return false;
      await this.step(tx, alert);
      return true;
    });
  }

  private async step(tx: Transaction, alert: FiringAlert): Promise<void> {
    const { tell, jobs, clock, follower } = this.parts;
    const now = clock.now();
    const policy = await policyOf(tx);
    const { level, told } = await this.next(tx, alert, policy, now);
    const nextAt = nextEscalationAt(policy, now);
    await setLevel(tx, alert.id, level, nextAt);
    await tell.run(tx, { id: alert.id, urgency: alert.urgency, level }, told, now);
    const data = { workspaceId: tx.workspaceId, alertId: alert.id, level };
    await jobs.add(tx, [job(escalateQueue, data, { startAfter: nextAt })]);
    await follower?.escalated(tx, { alertId: alert.id, caseId: alert.caseId, level, told });
  }

  /** The next one who is there and was not told in the same round; nobody when all duties are vacant. */
  private async next(
    tx: Transaction,
    alert: FiringAlert,
    policy: EscalationPolicy,
    now: Date,
  ): Promise<{ level: number; told?: ToldPerson }> {
    const about = { caseId: alert.caseId, demo: alert.demo };
    for (const { level, to } of candidatesAfter(policy, alert.level)) {
      const person = await this.parts.onCall.resolve(tx, to, about, now);
      if (!person) continue;
      const toldBefore = await toldSince(tx, alert.id, roundStart(policy, level));
      if (!toldBefore.has(person.staffId)) return { level, told: person };
    }
    return { level: alert.level + policy.steps.length };
  }
}
