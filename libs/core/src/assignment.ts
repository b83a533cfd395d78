import type { Language } from './assessment.js';
import type { AssignedBecause, AssignedFor } from './case-event.js';
import type { DutyCalendar } from './duty.js';
import { isOnDuty } from './duty.js';
import type { FailureKind } from './failure.js';
import type { Role } from './staff.js';
import { roles } from './staff.js';

/** Somebody who may answer for a case. */
export interface Candidate {
  readonly staffId: string;
  readonly role: Role;
  readonly languages: readonly Language[];
  /** Brands they answer for; empty means all. */
  readonly brandIds: readonly string[];
  /** Locations they answer for; empty means all. */
  readonly locationIds: readonly string[];
  /** Kinds of failure that they are good at. */
  readonly skills: readonly FailureKind[];
  readonly openCases: number;
  readonly duty: DutyCalendar;
}

/** What a case needs of its assignee. */
export interface Need {
  readonly language: Language;
  readonly failure: FailureKind;
  readonly brandId?: string;
  readonly locationId?: string;
}

/** The chosen one, and why. */
export interface Assignment {
  readonly staffId: string;
  readonly because: AssignedBecause;
  /** What of the case is theirs by name, so that it can be said in words. */
  readonly matched: readonly AssignedFor[];
}

/**
 * Chooses among managers on duty: by brand, location, language and skill, then whoever has the fewest open cases.
 * Where no manager is on duty it is the lead who is, else whoever is; outside all hours the lead on call, else the
 * highest there is: never nobody, and nobody off duty while somebody is there.
 * Undefined only for a workspace without any active person who may answer.
 */
export function chooseAssignee(
  candidates: readonly Candidate[],
  need: Need,
  now: Date,
  timeZone: string,
): Assignment | undefined {
  const present = candidates.filter((each) => isOnDuty(each.duty, now, timeZone));
  for (const role of ['manager', 'lead', 'director', 'administrator'] as const) {
    const chosen = best(
      present.filter((each) => each.role === role),
      need,
    );
    if (chosen) return assignment(chosen, role === 'lead' ? 'lead_on_call' : 'on_duty', need);
  }
  const lead = leadOnCall(candidates, now, timeZone);
  return lead && assignment(lead, 'nobody_on_duty', need);
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

/** What of the case is theirs by name: whoever answers for everything is not praised for it. */
export function matchOf(candidate: Candidate, need: Need): readonly AssignedFor[] {
  const { brandIds, locationIds, languages, skills } = candidate;
  const fits: readonly (readonly [AssignedFor, boolean])[] = [
    ['brand', need.brandId !== undefined && brandIds.includes(need.brandId)],
    ['location', need.locationId !== undefined && locationIds.includes(need.locationId)],
    ['language', languages.includes(need.language)],
    ['skill', skills.includes(need.failure)],
  ];
  return fits.filter(([, holds]) => holds).map(([of]) => of);
}

function assignment(chosen: Candidate, because: AssignedBecause, need: Need): Assignment {
  return { staffId: chosen.staffId, because, matched: matchOf(chosen, need) };
}

/**
 * In the order of what weighs most: whoever may not answer for the brand or the location comes after all who may, and
 * of those who are equal in brand, location, language and skill, the one whose own place it is comes first.
 */
const weights: readonly ((candidate: Candidate, need: Need) => boolean)[] = [
  (candidate, need) => answersFor(candidate.brandIds, need.brandId),
  (candidate, need) => answersFor(candidate.locationIds, need.locationId),
  (candidate, need) => candidate.languages.includes(need.language),
  (candidate, need) => candidate.skills.includes(need.failure),
  (candidate, need) => need.locationId !== undefined && candidate.locationIds.includes(need.locationId),
  (candidate, need) => need.brandId !== undefined && candidate.brandIds.includes(need.brandId),
];

function best(candidates: readonly Candidate[], need: Need): Candidate | undefined {
  const fitting = weights.reduce((left, holds) => {
    const kept = left.filter((each) => holds(each, need));
    return kept.length > 0 ? kept : left;
  }, candidates);
  return fewestCases(fitting);
}

function answersFor(own: readonly string[], asked: string | undefined): boolean {
  return own.length === 0 || (asked !== undefined && own.includes(asked));
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
