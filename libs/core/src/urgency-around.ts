import { type Assessment, type Urgency, type UrgencyReason } from './assessment.js';
import { isComplaint } from './verdicts.js';

/** What is known around a text that its words do not say. */
export interface Around {
  /** Followers or the like of the author, where the platform tells. */
  readonly reach?: number;
  /** Complaints of the same person whose cases were closed lately. */
  readonly complaintsBefore: number;
  /** Other people who complained in the same thread shortly before. */
  readonly othersInThread: number;
}

/** From so many followers on a complaint is heard far. */
export const wideReach = 10_000;

/** From so many others on, within `spreadMinutes`, a thread spreads. */
export const spreadOthers = 3;
export const spreadMinutes = 120;

/** How long after a case was closed a further complaint of the same person is a repeated one. */
export const repeatDays = 30;

/**
 * Makes a complaint more urgent by what is known around it: one level up, and at most to `high`, since minutes are for
 * harm. Nothing here makes anything less urgent: the quiet and the small keep what their words say.
 */
export function urgencyAround(assessment: Assessment, around: Around): Assessment {
  if (!isComplaint(assessment)) return assessment;
  const because = reasonsIn(around);
  const raised = oneUp[assessment.urgency];
  if (because.length === 0 || raised === undefined) return assessment;
  return {
    ...assessment,
    urgency: raised,
    urgencyReasons: [...new Set([...because, ...assessment.urgencyReasons])],
  };
}

function reasonsIn({ reach = 0, complaintsBefore, othersInThread }: Around): UrgencyReason[] {
  const reasons: UrgencyReason[] = [];
  if (complaintsBefore > 0) reasons.push('repeat_complaint');
  if (reach >= wideReach) reasons.push('wide_reach');
  if (othersInThread >= spreadOthers) reasons.push('spreading');
  return reasons;
}

const oneUp: Partial<Record<Urgency, Urgency>> = { low: 'normal', normal: 'high' };
