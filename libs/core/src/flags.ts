import type { Urgency } from './assessment.js';
import type { Case, RecordClaim } from './case.js';
import { counts } from './counted-answers.js';
import type { MoneyPolicy, Policy } from './policy.js';

/** What somebody has to look at in a case, beside its clocks. */
export type CaseFlag =
  | 'interrupted_feedback'
  | 'excuse_without_alternative'
  | 'record_contradicted'
  | 'sent_on_by_us'
  | 'robot_only'
  | 'discipline_is_no_fix'
  | 'asked_channel_unanswered'
  | 'promise_repeated'
  | 'risk_of_leaving'
  | 'no_offer';

/** The risk that the customer leaves, 0 to 1, with what makes it. */
export interface LeavingRisk {
  readonly chance: number;
  readonly because: readonly ('said_so' | 'urgency' | 'rounds' | 'broken_promises')[];
}

/** Each further round, and each broken promise, takes this share of the chance that they would stay. */
const lostPerRound = 0.15;

/** What the risk is read from. */
export interface RiskFacts {
  readonly urgency: Urgency;
  /** They said that they leave. */
  readonly threatened: boolean;
  readonly rounds: number;
  readonly brokenPromises: number;
}

/** What of a case makes the risk. None of these ever goes down, so the chance at the end is the chance at its worst. */
export function riskFacts(current: Case): RiskFacts {
  return {
    urgency: current.urgency,
    threatened: current.signals.includes('churn'),
    rounds: current.rounds.length,
    brokenPromises: current.promises.filter((promise) => promise.state === 'broken').length,
  };
}

/** The chance alone, 0 to 1. */
export function chanceOfLeaving(facts: RiskFacts, money: MoneyPolicy): number {
  const byUrgency = money.chanceOfLeaving[facts.urgency];
  const start = facts.threatened ? Math.max(money.chanceWhenThreatened, byUrgency) : byUrgency;
  return 1 - (1 - start) * (1 - lostPerRound) ** (facts.rounds - 1 + facts.brokenPromises);
}

/** How likely the customer leaves: what the director set for the urgency, more with every round and broken promise. */
export function leavingRisk(current: Case, policy: Policy): LeavingRisk {
  const facts = riskFacts(current);
  return {
    chance: chanceOfLeaving(facts, policy.money),
    because: [
      facts.threatened ? ('said_so' as const) : ('urgency' as const),
      ...(facts.rounds > 1 ? (['rounds'] as const) : []),
      ...(facts.brokenPromises > 0 ? (['broken_promises'] as const) : []),
    ],
  };
}

/** From this chance on the risk is flagged. */
const flaggedRisk = 0.5;

/** What is to be looked at now; a flag goes when its cause does. */
export function flagsOf(current: Case, policy: Policy): readonly CaseFlag[] {
  const says = (code: string): boolean => current.notes.some((note) => note.code === code);
  const offered = current.fixes.some((fix) => fix.state !== 'withdrawn' && fix.kind !== 'apology');
  const heardOut = current.answers.some((each) => each.channel !== 'public' && counts(current, each));
  const flags: readonly (readonly [CaseFlag, boolean])[] = [
    ['interrupted_feedback', says('interrupted_feedback') && !heardOut],
    ['excuse_without_alternative', says('excuse') && !offered],
    ['record_contradicted', contradicts(current)],
    ['sent_on_by_us', current.customerHandOffs.length > 0],
    ['robot_only', says('robot_only') && !current.answers.some((each) => each.human && each.visibleAt)],
    ['discipline_is_no_fix', says('discipline_only') && !offered],
    ['asked_channel_unanswered', current.asked !== undefined && !answeredWhereAsked(current)],
    ['promise_repeated', current.promises.some((promise) => promise.repeats !== undefined)],
    ['risk_of_leaving', leavingRisk(current, policy).chance >= flaggedRisk],
    ['no_offer', current.fixes.length === 0 && current.noOfferBecause === undefined && !current.refusal],
  ];
  return flags.filter(([, holds]) => holds).map(([flag]) => flag);
}

function answeredWhereAsked(current: Case): boolean {
  const since = current.asked?.at;
  return current.answers.some(
    (each) => counts(current, each) && (since === undefined || (each.visibleAt ?? since) >= since),
  );
}

/** Claims of ours that the customer's words speak against, until a fix is done. */
const settledClaims: readonly RecordClaim[] = ['delivered', 'received', 'resolved', 'paid', 'cancelled'];

/** Our record and the customer's words do not fit: one of them is wrong, and somebody has to ask. */
function contradicts(current: Case): boolean {
  if (current.fixes.some((fix) => fix.state === 'done')) return false;
  if (current.notes.some((note) => note.code === 'record_contradicted')) return true;
  const missing = current.signals.includes('undelivered') || current.signals.includes('paid_not_received');
  return (
    missing && current.records.some(({ claim }) => settledClaims.includes(claim) && claim !== 'cancelled')
  );
}
