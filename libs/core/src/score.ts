import type { Case } from './case.js';
import { answeredAt } from './counted-answers.js';

/** The six things a customer should be able to say at the end. */
export type ScorePoint =
  | 'treated_as_human'
  | 'knows_what_they_pay_for'
  | 'got_report'
  | 'got_response'
  | 'heard_and_wanted'
  | 'not_deceived';

/** Every point, in the order in which they are stored and shown. */
export const scorePoints: readonly ScorePoint[] = [
  'treated_as_human',
  'knows_what_they_pay_for',
  'got_report',
  'got_response',
  'heard_and_wanted',
  'not_deceived',
];

/** Whether a point holds by the facts; `not_due` where the case gives no reason to ask. */
export type PointHolds = 'yes' | 'no' | 'not_due';

/** The six points of a case, and how many of those that were due hold. */
export interface Score {
  readonly points: Readonly<Record<ScorePoint, PointHolds>>;
  readonly held: number;
  readonly due: number;
}

/** Scores a case from its facts alone; nobody ticks these by hand. */
export function scoreOf(current: Case): Score {
  const points: Record<ScorePoint, PointHolds> = {
    treated_as_human: yes(treatedAsHuman(current)),
    knows_what_they_pay_for: aboutMoney(current) ? yes(moneyExplained(current)) : 'not_due',
    got_report: yes(current.reportsSent.length > 0),
    got_response: yes(answeredAt(current) !== undefined),
    heard_and_wanted: yes(heardAndWanted(current)),
    not_deceived: yes(notDeceived(current)),
  };
  const all = Object.values(points);
  return {
    points,
    held: all.filter((each) => each === 'yes').length,
    due: all.filter((each) => each !== 'not_due').length,
  };
}

const yes = (holds: boolean): PointHolds => (holds ? 'yes' : 'no');

/** A person answered, and the customer was not sent from one to another. */
function treatedAsHuman(current: Case): boolean {
  const answered = current.answers.some((each) => each.human && each.visibleAt !== undefined);
  return answered && current.customerHandOffs.length === 0;
}

function aboutMoney({ category, signals, failure }: Case): boolean {
  return (
    category === 'billing' ||
    category === 'price' ||
    failure === 'charged_without_consent' ||
    signals.includes('unauthorized_charge')
  );
}

function moneyExplained(current: Case): boolean {
  return (
    current.parts.some(({ part }) => part === 'explanation') ||
    current.refusal !== undefined ||
    current.fixes.some(
      ({ kind, state }) =>
        state === 'done' && (kind === 'explanation' || kind === 'refund' || kind === 'correction'),
    )
  );
}

/** Somebody offered to mend it, and nobody cut them off for good. */
function heardAndWanted(current: Case): boolean {
  const offered = current.fixes.some(({ state }) => state !== 'withdrawn');
  const cutOff = current.notes.some(({ code }) => code === 'interrupted_feedback');
  const spokenTo = current.answers.some(
    ({ channel, human, visibleAt }) => channel !== 'public' && human && visibleAt !== undefined,
  );
  return offered && (!cutOff || spokenTo);
}

/** What was promised was kept, money taken without consent went back, and our record is not held against them. */
function notDeceived(current: Case): boolean {
  if (current.promises.some(({ state }) => state === 'broken')) return false;
  const refunded = current.fixes.some(({ kind, state }) => kind === 'refund' && state === 'done');
  if (current.signals.includes('unauthorized_charge') && !refunded) return false;
  const contradicted = current.notes.some(({ code }) => code === 'record_contradicted');
  return !contradicted || current.fixes.some(({ state }) => state === 'done');
}
