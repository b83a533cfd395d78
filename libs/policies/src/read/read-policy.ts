import type { Policy, WorkingCalendar } from '@heard/core';
import { checkConsistency } from './consistency.js';
import { readFix } from './read-fix.js';
import { byUrgency, readMoney } from './read-money.js';
import { readPlaybook } from './read-playbook.js';
import { inThreeLanguages, lateDraftPlaceholders, questionPlaceholders } from './texts.js';
import { list, localDate, object, share, whole } from './values.js';

const thirtyDays = 30 * 24 * 60;
const linkDays = whole(1, 365, 'days');
const minuteOfDay = whole(0, 1440, 'minutes from midnight');

const fields = object<Policy>({
  calendar: object<WorkingCalendar>({
    days: list(whole(1, 7, 'weekday, 1 is Monday'), { least: 1, most: 7 }),
    from: minuteOfDay,
    to: minuteOfDay,
    holidays: list(localDate, { most: 400 }),
  }),
  promises: object<Policy['promises']>({
    warnAtShare: share('without ends'),
    lateDraft: inThreeLanguages(lateDraftPlaceholders),
  }),
  leaseMinutes: byUrgency(whole(1, thirtyDays, 'minutes')),
  handOffs: object<Policy['handOffs']>({ budget: whole(0, 20, 'hand-offs') }),
  rounds: object<Policy['rounds']>({ limit: whole(1, 20, 'rounds') }),
  substance: object<Policy['substance']>({
    sameAsOthers: share('without zero'),
    recentDays: whole(1, 365, 'days'),
  }),
  outcome: object<Policy['outcome']>({
    askAfterHours: whole(0, 720, 'hours'),
    linkDays,
    question: inThreeLanguages(questionPlaceholders),
  }),
  report: object<Policy['report']>({ linkDays }),
  incidents: object<Policy['incidents']>({
    cases: whole(2, 1_000, 'cases'),
    withinHours: whole(1, 168, 'hours'),
  }),
  suggestFrom: whole(1, 1_000, 'cases'),
  money: readMoney,
  fixes: list(readFix, { least: 1, most: 200 }),
  playbooks: list(readPlaybook, { least: 1, most: 50 }),
});

/**
 * The policy that a value holds, with nothing that does not belong to it. Faults `invalid` with code `invalid_policy`
 * at the first thing that is wrong: the message names its place, what is wrong and what to do; `missing` of the fault
 * holds the place alone.
 */
export function readPolicy(value: unknown): Policy {
  const policy = fields(value, '');
  checkConsistency(policy);
  return policy;
}
