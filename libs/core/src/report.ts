import type { AnswerChannel, Case, PromiseState, RecordClaim } from './case.js';
import type { CaseEvent } from './case-event.js';
import type { CauseFix } from './root-cause.js';
import type { Cost, Fix, FixKind, FixPart, FixState, PersonalAction } from './fix.js';

/** What a report is made of, beside the history: the customer's words, and the names of our people. */
export interface ReportFacts {
  readonly history: readonly CaseEvent[];
  readonly told: readonly Told[];
  /** The name by which a customer knows somebody of ours. */
  readonly nameOf: (staffId: string) => string | undefined;
  /** What was changed about the cause of it, where one is named and removed. */
  readonly causeFix?: Pick<CauseFix, 'what' | 'at'>;
  /** Anybody may read it: the customer's words, where somebody goes and what they get stay out of it. */
  readonly forAnybody?: boolean;
}

/** What the customer told us, in their words. */
export interface Told {
  readonly words: string;
  readonly at: Date;
}

/** What we found. */
export type Found =
  | { readonly kind: 'explanation'; readonly what: string; readonly at: Date; readonly by?: string }
  | { readonly kind: 'record'; readonly claim: RecordClaim; readonly at: Date }
  | { readonly kind: 'refusal'; readonly what: string; readonly shown: string; readonly at: Date };

/** What we did. */
export type Did =
  | { readonly kind: 'answered'; readonly channel: AnswerChannel; readonly at: Date; readonly by?: string }
  | { readonly kind: 'part'; readonly part: FixPart; readonly at: Date; readonly by?: string }
  | {
      readonly kind: 'fix';
      readonly fix: FixKind;
      readonly what: string;
      readonly state: FixState;
      /** When it came to this state. */
      readonly at: Date;
      readonly by?: string;
      readonly action?: PersonalAction;
      /** What the customer gets; what it costs us otherwise is ours. */
      readonly amount?: Cost;
    };

/** What comes next while the case is open, and by when. */
export type NextStep =
  | { readonly kind: 'promise'; readonly what: string; readonly by: Date; readonly late: boolean }
  | { readonly kind: 'action'; readonly what: string; readonly by: Date }
  | { readonly kind: 'offer_waits'; readonly what: string }
  | { readonly kind: 'answer_owed'; readonly channel?: AnswerChannel }
  | { readonly kind: 'working' };

/** The report to the customer: only what concerns them. */
export interface CustomerReport {
  readonly status: Case['status'];
  readonly closedAt?: Date;
  readonly assignee?: string;
  readonly told: readonly Told[];
  readonly found: readonly Found[];
  readonly did: readonly Did[];
  readonly promises: readonly {
    readonly what: string;
    readonly due: Date;
    readonly state: PromiseState;
    readonly keptAt?: Date;
  }[];
  readonly change: readonly { readonly what: string; readonly done: boolean; readonly at?: Date }[];
  readonly next: readonly NextStep[];
  /** How to appeal, when something was refused. */
  readonly appeal?: string;
}

/** Tells the customer of a case from its history: nothing of our hand-offs, our costs, our reasons among ourselves. */
export function reportOf(state: Case, facts: ReportFacts, now: Date): CustomerReport {
  const assignee = facts.nameOf(state.assignee);
  return {
    status: state.status,
    ...(state.closedAt ? { closedAt: state.closedAt } : {}),
    ...(assignee === undefined ? {} : { assignee }),
    told: facts.forAnybody ? [] : facts.told,
    found: foundIn(state, facts),
    did: didIn(state, facts),
    promises: promisesIn(state, facts.history),
    change: changeIn(state, facts),
    next: state.status === 'closed' ? [] : nextIn(state, now),
    ...(state.refusal ? { appeal: state.refusal.appeal } : {}),
  };
}

/** Whoever did something first that fits, by their name. */
function byOf({ history, nameOf }: ReportFacts, fits: (event: CaseEvent) => boolean): { by?: string } {
  const event = history.find(fits);
  const name = event?.by.kind === 'person' ? nameOf(event.by.staffId) : undefined;
  return name === undefined ? {} : { by: name };
}

const byTime = (a: { readonly at: Date }, b: { readonly at: Date }): number =>
  a.at.getTime() - b.at.getTime();

function foundIn(state: Case, facts: ReportFacts): Found[] {
  const explained = state.fixes
    .filter(({ kind, state: stands }) => kind === 'explanation' && stands !== 'withdrawn')
    .map((fix): Found => {
      return { kind: 'explanation', what: fix.what, at: fix.offeredAt, ...offeredBy(facts, fix) };
    });
  const records = state.records.map(({ claim, at }): Found => ({ kind: 'record', claim, at }));
  const refused = state.refusal
    ? [
        {
          kind: 'refusal' as const,
          what: state.refusal.reason,
          shown: state.refusal.evidence,
          at: state.refusal.at,
        },
      ]
    : [];
  return [...explained, ...records, ...refused].toSorted(byTime);
}

function offeredBy(facts: ReportFacts, fix: Fix): { by?: string } {
  return byOf(facts, (event) => event.type === 'case.fix_offered' && event.fixId === fix.id);
}

/** Explanations are what we found, prevention is what will change. */
const toldElsewhere: readonly FixKind[] = ['explanation', 'prevention'];
/** What these cost is what the customer gets. */
const givesMoney: readonly FixKind[] = ['compensation', 'refund'];

function didIn(state: Case, facts: ReportFacts): Did[] {
  const answers = state.answers
    .filter((each) => each.human && each.visibleAt && each.substantive)
    .map(({ id, channel, visibleAt }): Did => {
      const by = byOf(
        facts,
        (event) =>
          (event.type === 'case.answer_queued' || event.type === 'case.answer_recorded') &&
          event.answerId === id,
      );
      return { kind: 'answered', channel, at: visibleAt ?? state.openedAt, ...by };
    });
  const parts = state.parts
    .filter(({ part }) => part !== 'prevention')
    .map(({ part, at }): Did => {
      const by = byOf(facts, (event) => event.type === 'case.part_done' && event.part === part);
      return { kind: 'part', part, at, ...by };
    });
  const fixes = state.fixes
    .filter(({ kind, state: stands }) => stands !== 'withdrawn' && !toldElsewhere.includes(kind))
    .map((fix): Did => {
      const { kind, what, state: stands, settledAt, offeredAt, action, cost } = fix;
      return {
        kind: 'fix',
        fix: kind,
        what,
        state: stands,
        at: settledAt ?? offeredAt,
        ...offeredBy(facts, fix),
        ...(action && !facts.forAnybody ? { action } : {}),
        ...(cost && !facts.forAnybody && givesMoney.includes(kind) ? { amount: cost } : {}),
      };
    });
  return [...answers, ...parts, ...fixes].toSorted(byTime);
}

function promisesIn(state: Case, history: readonly CaseEvent[]): CustomerReport['promises'] {
  return state.promises.map(({ id, what, due, state: stands }) => {
    const kept = history.find((event) => event.type === 'case.promise_kept' && event.promiseId === id);
    return { what, due, state: stands, ...(kept ? { keptAt: kept.at } : {}) };
  });
}

function changeIn(state: Case, { causeFix }: ReportFacts): CustomerReport['change'] {
  const planned = state.fixes
    .filter(
      ({ kind, state: stands }) => kind === 'prevention' && stands !== 'withdrawn' && stands !== 'declined',
    )
    .map(({ what, state: stands, settledAt }) => {
      return { what, done: stands === 'done', ...(settledAt ? { at: settledAt } : {}) };
    });
  return [...planned, ...(causeFix ? [{ what: causeFix.what, done: true, at: causeFix.at }] : [])];
}

function nextIn(state: Case, now: Date): NextStep[] {
  const promised = state.promises
    .filter((each) => each.state === 'open')
    .map(({ what, due }): NextStep => ({ kind: 'promise', what, by: due, late: due < now }));
  const agreed = state.fixes.filter((fix) => fix.state === 'accepted' && fix.kind !== 'prevention');
  const actions = agreed.flatMap(({ what, action }): NextStep[] =>
    action ? [{ kind: 'action', what, by: action.when }] : [],
  );
  const waiting = state.fixes
    .filter((fix) => fix.state === 'offered' && fix.kind !== 'prevention' && fix.kind !== 'explanation')
    .map(({ what }): NextStep => ({ kind: 'offer_waits', what }));
  const steps = [...promised, ...actions, ...waiting];
  if (steps.length > 0) return steps;
  const answered = state.answers.some((each) => each.human && each.visibleAt !== undefined);
  if (answered) return [{ kind: 'working' }];
  return [{ kind: 'answer_owed', ...(state.asked ? { channel: state.asked.channel } : {}) }];
}
