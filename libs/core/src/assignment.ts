import type { Language } from './assessment.js';
import type { AssignedBecause } from './case-event.js';
import type { DutyCalendar } from './duty.js';
import { isOnDuty } from './duty.js';
import type { Role } from './staff.js';
import { roles } from './staff.js';

/** Somebody who may answer for a case. */
export interface Candidate {
  readonly staffId: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  /** Brands they answer for; empty means all. */
  readonly brandIds: readonly string[];
  readonly openCases: number;
  readonly duty: DutyCalendar;
}

/** What a case needs of its assignee. */
export interface Need {
  readonly language: Language;
  readonly brandId?: string;
}

/** The chosen one, and why. */
export interface Assignment {
  readonly staffId: string;
  readonly because: AssignedBecause;
}

/**
 * Chooses among managers on duty: first those who have the brand and the language, then those with the fewest open
 * cases. Outside all hours it is the lead on call; where nobody is, the highest lead there is: never nobody.
 * Undefined only for a workspace without any active person who may answer.
 */
export function chooseAssignee(
  candidates: readonly Candidate[],
  need: Need,
  now: Date,
  timeZone: string,
): Assignment | undefined {
  const present = candidates.filter((each) => isOnDuty(each.duty, now, timeZone));
  const manager = best(
    present.filter((each) => each.role === 'manager'),
    need,
  );
  if (manager) return { staffId: manager.staffId, because: 'on_duty' };
  const lead = leadOnCall(candidates, now, timeZone);
  return (
    lead && { staffId: lead.staffId, because: present.includes(lead) ? 'lead_on_call' : 'nobody_on_duty' }
  );
}

/** The lead on duty; else any lead, else the director, else the administrator, else any manager: never nobody. */
export function leadOnCall(
  candidates: readonly Candidate[],
  now: Date,
  timeZone: string,
): Candidate | undefined {
  const leads = candidates.filter((each) => each.role === 'lead');
  const onDuty = leads.filter((each) => isOnDuty(each.duty, now, timeZone));
  const order: readonly Role[] = ['director', 'administrator', 'manager'];
  const others = order.map((role) => fewestCases(candidates.filter((each) => each.role === role)));
  return fewestCases(onDuty) ?? fewestCases(leads) ?? others.find((each) => each !== undefined);
}

function best(candidates: readonly Candidate[], need: Need): Candidate | undefined {
  const forBrand = candidates.filter((each) => answersFor(each, need.brandId));
  const speaks = forBrand.filter((each) => each.languages.includes(need.language));
  return fewestCases(speaks) ?? fewestCases(forBrand) ?? fewestCases(candidates);
}

function answersFor(candidate: Candidate, brandId: string | undefined): boolean {
  return candidate.brandIds.length === 0 || (brandId !== undefined && candidate.brandIds.includes(brandId));
}

/** Ties go by id, so that the same facts choose the same person. */
function fewestCases(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.toSorted(
    (a, b) =>
      a.openCases - b.openCases ||
      roles.indexOf(b.role) - roles.indexOf(a.role) ||
      (a.staffId < b.staffId ? -1 : 1),
  )[0];
}
