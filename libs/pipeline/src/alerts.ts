import { isEscalationTarget, type RaiseAlert, type SettleAlerts } from '@heard/alerting';
import { badVerdict, type CaseEvent, noReaction, offDuty, type Urgency, urgencyRank } from '@heard/core';
import type { Happened } from './pipeline.js';

type AlertOf = Parameters<RaiseAlert['run']>[1];

/** A person who acts on a case has heard everything that was said of it. */
const ofCases = [
  'urgent_case',
  'promise_broken',
  'promise_repeated',
  'promise_near',
  'step_overdue',
  'case_lost',
  'lease_lost',
  'case_pinned',
  'answer_failed',
  'bad_verdict',
  'outcome_to_ask',
] as const;

/** What was written shortly before a source was connected is news; platforms also tell times to the second only. */
const stillNewsMs = 60 * 60_000;

/** What nobody has to know of a case in which nobody complained; our own words and promises stand. */
const ofComplaints = ['urgent_case', 'step_overdue', 'case_lost', 'lease_lost', 'case_pinned'] as const;

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
    // That the customer said no is told by itself.
    if (isBadVerdict(happened)) return;
    // Whoever is being woken for it is not woken twice for the same.
    if (await this.isToldOf(happened, state.urgency)) return;
    if (await this.isHistory(happened)) return;
    await this.tell(happened, { kind: 'urgent_case', to: 'on_call', reasons: state.urgencyReasons });
  };

  /** A customer writes again whose old complaint woke nobody: now somebody is told. */
  readonly oldComplaint = async (happened: Happened): Promise<void> => {
    const { tx, record } = happened;
    const known = await tx.rows(
      `select 1 from alerts where workspace_id = $1 and case_id = $2 and kind = 'urgent_case' limit 1`,
      [tx.workspaceId, record.state.id],
    );
    if (known.length === 0) await this.urgentCase(happened);
  };

  /** A person said that it is not urgent: nobody is to be woken, nor kept awake, for it. */
  readonly takenBack = async (happened: Happened): Promise<void> => {
    const { state } = happened.record;
    if (urgencyRank(state.urgency) >= urgencyRank('high')) return;
    await this.retract(happened, ['urgent_case']);
  };

  /** A person said that nobody complained: what was raised because somebody had is taken back. */
  readonly noComplaint = async (happened: Happened): Promise<void> => {
    if (happened.record.state.complaintIds.length === 0) await this.retract(happened, ofComplaints);
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

  /** Little of a promise's time is left: whoever made it can still keep it, or say so before it is late. */
  readonly nearPromise = async (happened: Happened): Promise<void> => {
    await this.tell(happened, { kind: 'promise_near', to: 'on_call', reasons: ['broken_promise'] });
  };

  /** A step of the playbook is late: the lead hears of it, unless it was late before anybody here could know. */
  readonly lateStep = async (happened: Happened): Promise<void> => {
    const { event, record } = happened;
    if (event.type === 'case.step_overdue' && event.due <= record.state.openedAt) return;
    if (await this.isHistory(happened)) return;
    await this.tell(happened, { kind: 'step_overdue', to: 'lead', reasons: ['waiting'] });
  };

  /** The assignee was silent or absent and lost the case: the one who has it now hears of it. */
  readonly lostCase = async (happened: Happened): Promise<void> => {
    if (happened.event.by.kind !== 'heard') return;
    // Urgent cases that escalate are told of by their own alert.
    if ((await this.isTold(happened)) || (await this.isHistory(happened))) return;
    await this.tell(happened, { kind: 'case_lost', to: 'on_call', reasons: ['waiting'] });
  };

  /** Whoever lost it that way hears of it too: they may only have been away for a moment. */
  readonly lostLease = async (happened: Happened): Promise<void> => {
    const { event } = happened;
    if (event.type !== 'case.handed_over' || !isLostLease(event)) return;
    if (!isEscalationTarget(event.from) || !(await this.isHere(happened, event.from))) return;
    if (await this.isHistory(happened)) return;
    await this.tell(happened, { kind: 'lease_lost', to: event.from, reasons: ['waiting'] });
  };

  /** The case was handed on, or came back, too often: it stays with the lead. */
  readonly pinnedCase = async (happened: Happened): Promise<void> => {
    await this.tell(happened, { kind: 'case_pinned', to: 'on_call', reasons: ['sent_in_circles'] });
  };

  /** An answer that did not reach the customer goes back to the assignee. */
  readonly failedAnswer = async (happened: Happened): Promise<void> => {
    // A question that did not get through is asked by a person instead: that is told by itself.
    if (isQuestion(happened)) return;
    await this.tell(happened, { kind: 'answer_failed', to: 'on_call', reasons: ['no_answer'] });
  };

  /** The customer was asked, and says that they were not helped: the assignee hears of it, whatever the urgency. */
  readonly badVerdict = async (happened: Happened): Promise<void> => {
    if (!isBadVerdict(happened)) return;
    await this.tell(happened, { kind: 'bad_verdict', to: 'on_call', reasons: [] });
  };

  /** It is time to ask the customer how it was, and only a person can. */
  readonly questionDue = async (happened: Happened): Promise<void> => {
    await this.tell(happened, { kind: 'outcome_to_ask', to: 'on_call', reasons: [] });
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

  private async retract({ tx, event, record }: Happened, kinds: readonly AlertOf['kind'][]): Promise<void> {
    await this.settle.run(tx, record.state.id, {
      state: 'resolved',
      at: event.at,
      kinds,
      because: 'corrected',
    });
  }

  private async tell(happened: Happened, alert: Pick<AlertOf, 'kind' | 'to' | 'reasons'>): Promise<void> {
    const { tx, event, record } = happened;
    await this.raise.run(tx, {
      ...alert,
      dedupeKey: dedupeKeyOf(alert.kind, record.state.id, event),
      caseId: record.state.id,
      sourceId: record.sourceId,
      urgency: record.state.urgency,
      demo: record.demo,
      escalates: !quietKinds.has(alert.kind),
    });
  }

  /**
   * All that was said was said before the source was connected: it is worked off, and wakes nobody, unless a person says
   * that it should. The demo plays what happened before it began.
   */
  private async isHistory({ tx, event, record }: Happened): Promise<boolean> {
    if (record.demo || event.by.kind === 'person') return false;
    const later = await tx.rows(
      `select 1 from sources where workspace_id = $1 and id = $2 and platform <> 'push' and created_at > $3`,
      [tx.workspaceId, record.sourceId, new Date(record.lastMentionAt.getTime() + stillNewsMs)],
    );
    return later.length > 0;
  }

  /** Whoever left is told nothing, and nobody in their place. */
  private async isHere({ tx, record }: Happened, staffId: string): Promise<boolean> {
    const here = await tx.rows(
      'select 1 from staff where workspace_id = $1 and id = $2 and active and demo = $3',
      [tx.workspaceId, staffId, record.demo],
    );
    return here.length > 0;
  }

  /** True while somebody is being told of the case by its own alert. */
  private async isTold({ tx, record }: Happened): Promise<boolean> {
    return (await this.firing(tx, record.state.id)).length > 0;
  }

  /** True while somebody is being told that the case is so urgent, or more. */
  private async isToldOf({ tx, record }: Happened, urgency: Urgency): Promise<boolean> {
    const firing = await this.firing(tx, record.state.id);
    return firing.some((each) => urgencyRank(each.urgency) >= urgencyRank(urgency));
  }

  private firing(tx: Happened['tx'], caseId: string): Promise<{ readonly urgency: Urgency }[]> {
    return tx.rows(
      `select urgency from alerts
       where workspace_id = $1 and case_id = $2 and kind = 'urgent_case' and state = 'firing'`,
      [tx.workspaceId, caseId],
    );
  }
}

/** Told once, to one person: nobody else is woken by them. */
const quietKinds: ReadonlySet<AlertOf['kind']> = new Set([
  'promise_near',
  'step_overdue',
  'lease_lost',
  'outcome_to_ask',
]);

/** Steps that are found late together are told together: an old complaint is late with all of them at once. */
function dedupeKeyOf(kind: AlertOf['kind'], caseId: string, { at, seq }: Happened['event']): string {
  return `${kind}:${caseId}:${kind === 'step_overdue' ? at.toISOString() : seq}`;
}

/** Heard took it from somebody who was silent or absent. */
function isLostLease({ by, reason }: Pick<CaseEvent, 'by'> & { readonly reason: string }): boolean {
  return by.kind === 'heard' && (reason === noReaction || reason === offDuty);
}

function isBadVerdict({ event }: Happened): boolean {
  return event.type === 'case.reopened' && event.reason === badVerdict;
}

function isQuestion({ event, record }: Happened): boolean {
  if (event.type !== 'case.answer_rejected' && event.type !== 'case.answer_lost') return false;
  return record.state.answers.some((each) => each.id === event.answerId && each.question === true);
}
