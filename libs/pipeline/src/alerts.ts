import type { RaiseAlert, SettleAlerts } from '@heard/alerting';
import { urgencyRank } from '@heard/core';
import type { Happened } from './pipeline.js';

type AlertOf = Parameters<RaiseAlert['run']>[1];

/** A person who acts on a case has heard everything that was said of it. */
const ofCases = ['urgent_case', 'promise_broken', 'promise_repeated', 'answer_failed'] as const;

/** Which events wake somebody, and which let them sleep again. */
export class Alerts {
  constructor(
    private readonly raise: RaiseAlert,
    private readonly settle: SettleAlerts,
  ) {}

  /** An urgent case alerts whoever is on call, until a person has taken it. */
  readonly urgentCase = async (happened: Happened): Promise<void> => {
    const { state } = happened.record;
    if (state.status === 'closed' || urgencyRank(state.urgency) < urgencyRank('high')) return;
    await this.tell(happened, { kind: 'urgent_case', to: 'on_call', reasons: state.urgencyReasons });
  };

  /** A broken promise alerts the assignee, then the lead. */
  readonly brokenPromise = async (happened: Happened): Promise<void> => {
    await this.tell(happened, { kind: 'promise_broken', to: 'on_call', reasons: ['broken_promise'] });
  };

  /** The same promise once more tells the lead: the first one still stands. */
  readonly repeatedPromise = async (happened: Happened): Promise<void> => {
    if (happened.event.type !== 'case.promise_made' || happened.event.repeats === undefined) return;
    await this.tell(happened, { kind: 'promise_repeated', to: 'lead', reasons: ['broken_promise'] });
  };

  /** An answer that did not reach the customer goes back to the assignee. */
  readonly failedAnswer = async (happened: Happened): Promise<void> => {
    await this.tell(happened, { kind: 'answer_failed', to: 'on_call', reasons: ['no_answer'] });
  };

  /** A person has the case: nobody else is woken. */
  readonly quietAsTaken = async ({ tx, event, record }: Happened): Promise<void> => {
    if (event.by.kind !== 'person') return;
    await this.settle.run(tx, record.state.id, {
      state: 'taken',
      by: event.by.staffId,
      at: event.at,
      kinds: ofCases,
    });
  };

  readonly quietAsResolved = async ({ tx, event, record }: Happened): Promise<void> => {
    await this.settle.run(tx, record.state.id, { state: 'resolved', at: event.at, kinds: ofCases });
  };

  private async tell(happened: Happened, alert: Pick<AlertOf, 'kind' | 'to' | 'reasons'>): Promise<void> {
    const { tx, event, record } = happened;
    await this.raise.run(tx, {
      ...alert,
      dedupeKey: `${alert.kind}:${record.state.id}:${event.seq}`,
      caseId: record.state.id,
      sourceId: record.sourceId,
      urgency: record.state.urgency,
      demo: record.demo,
      escalates: true,
    });
  }
}
