import type { FailureKind } from './failure.js';
import { type CensoredQuantile, quantileOf, survival } from './kaplan-meier.js';
import { type CaseMeasures, customersTime, reachBandOf, waitOf } from './measures.js';
import { type CaseMoney, costOf, fateOf, moneyOf, type MoneyRange } from './money.js';
import type { MoneyPolicy } from './policy.js';

/** A case as it was when a week began and when it ended; by its history up to those moments. */
export interface CaseOverWeek {
  /** Absent when it was opened later. */
  readonly atStart?: CaseMeasures;
  readonly atEnd: CaseMeasures;
  readonly locationId?: string;
}

/** A week by its first moment and the first one after it. */
export interface WeekBounds {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Contacts, and what they are worth. */
export interface ContactsWorth extends MoneyRange {
  readonly contacts: number;
}

/** What a week was like. */
export interface WeekFigures {
  /** Complaints posted in it. */
  readonly cases: number;
  /** Open at its end, without an answer that counts. */
  readonly unanswered: number;
  readonly promisesKept: number;
  readonly promisesBroken: number;
  /** As it stood at the end. */
  readonly atRisk: ContactsWorth;
  /** Those that were not lost, or not saved, when it began. */
  readonly lost: ContactsWorth;
  readonly saved: ContactsWorth;
  /** Of fixes that were done in it. */
  readonly costMinor: number;
  /** Until half of those who posted in it had an answer; absent while fewer than half have one. */
  readonly answerMs?: number;
  /** The same of authors whom fewer than 100 follow, or nobody knows how many. */
  readonly small: { readonly cases: number; readonly unanswered: number; readonly answerMs?: number };
}

/** How often something was the matter, this week and the week before. */
export interface ToMend<K extends string = string> {
  readonly key: K;
  /** Of a place or a cause. */
  readonly name?: string;
  readonly cases: number;
  readonly before: number;
}

/** What the director is told once a week. */
export interface WeekDigest {
  /** The Monday on which the week began, `2031-03-03`. */
  readonly week: string;
  readonly timeZone: string;
  readonly currency: string;
  /** Nothing real is there yet: this is about the cases of the demo. */
  readonly demo: boolean;
  readonly now: WeekFigures;
  readonly before: WeekFigures;
  readonly failures: readonly ToMend<FailureKind>[];
  readonly locations: readonly ToMend[];
  readonly causes: readonly ToMend[];
}

/** What amounts are reckoned with. */
export interface DigestMoney {
  readonly currency: string;
  of(policyVersion: number): MoneyPolicy;
}

const isPostedIn = ({ startsAt, endsAt }: WeekBounds, { postedAt }: CaseMeasures): boolean =>
  startsAt <= postedAt && postedAt < endsAt;

/** The complaints that were posted in a week. */
export function postedIn(week: WeekBounds, cases: readonly CaseOverWeek[]): readonly CaseOverWeek[] {
  return cases.filter(({ atEnd }) => isPostedIn(week, atEnd));
}

/** What a week was like, by the histories of its cases up to its end; what came after changes nothing of it. */
export function weekFigures(
  cases: readonly CaseOverWeek[],
  week: WeekBounds,
  money: DigestMoney,
): WeekFigures {
  const { endsAt } = week;
  const posted = postedIn(week, cases).map(({ atEnd }) => atEnd);
  const small = posted.filter(({ reach }) => ['unknown', 'under_100'].includes(reachBandOf(reach)));
  return {
    cases: posted.length,
    unanswered: cases.filter(({ atEnd }) => atEnd.status === 'open' && !atEnd.answeredAt).length,
    promisesKept: settledIn(week, cases, 'kept'),
    promisesBroken: settledIn(week, cases, 'broken'),
    atRisk: worth(cases, money, (each) => fateOf(each.atEnd, endsAt) === 'at_risk', endsAt),
    lost: worth(cases, money, (each) => becameIn(week, each, 'lost'), endsAt),
    saved: worth(cases, money, (each) => becameIn(week, each, 'saved'), endsAt),
    costMinor: cases.reduce((sum, each) => sum + spentOn(each, money.currency), 0),
    ...answerMs(posted, endsAt),
    small: {
      cases: small.length,
      unanswered: small.filter(({ answeredAt }) => !answeredAt).length,
      ...answerMs(small, endsAt),
    },
  };
}

function settledIn(week: WeekBounds, cases: readonly CaseOverWeek[], state: 'kept' | 'broken'): number {
  const isIn = (at: Date | undefined): boolean => at !== undefined && week.startsAt <= at && at < week.endsAt;
  return cases.reduce(
    (sum, { atEnd }) =>
      sum + atEnd.promises.filter((each) => each.state === state && isIn(each.settledAt)).length,
    0,
  );
}

/** True for what was not so when the week began. */
function becameIn({ startsAt, endsAt }: WeekBounds, { atStart, atEnd }: CaseOverWeek, fate: string): boolean {
  return fateOf(atEnd, endsAt) === fate && (!atStart || fateOf(atStart, startsAt) !== fate);
}

function worth(
  cases: readonly CaseOverWeek[],
  money: DigestMoney,
  counts: (each: CaseOverWeek) => boolean,
  now: Date,
): ContactsWorth {
  const valued = cases
    .filter(counts)
    .map(({ atEnd }): CaseMoney => moneyOf(atEnd, money.of(atEnd.policyVersion), now))
    .filter(({ currency }) => currency === money.currency);
  return {
    contacts: valued.length,
    fromMinor: valued.reduce((sum, { fromMinor }) => sum + fromMinor, 0),
    toMinor: valued.reduce((sum, { toMinor }) => sum + toMinor, 0),
  };
}

function spentOn({ atStart, atEnd }: CaseOverWeek, currency: string): number {
  return costOf(atEnd, currency) - (atStart ? costOf(atStart, currency) : 0);
}

function answerMs(cases: readonly CaseMeasures[], now: Date): { readonly answerMs?: number } {
  const times = cases.map((each) => waitOf(each, 'answered', now, customersTime));
  const median: CensoredQuantile = quantileOf(survival(times), 0.5);
  return median.reached ? { answerMs: median.time } : {};
}

const mostToMend = 5;

/** The most frequent keys of this week, with how often they came the week before. */
export function toMend<K extends string>(
  now: readonly CaseOverWeek[],
  before: readonly CaseOverWeek[],
  keyOf: (each: CaseOverWeek) => K | undefined,
): readonly ToMend<K>[] {
  const count = (all: readonly CaseOverWeek[]): Map<K, number> => {
    const counts = new Map<K, number>();
    for (const each of all) {
      const key = keyOf(each);
      if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  };
  const earlier = count(before);
  return [...count(now)]
    .map(([key, cases]) => ({ key, cases, before: earlier.get(key) ?? 0 }))
    .toSorted((a, b) => b.cases - a.cases || (a.key < b.key ? -1 : 1))
    .slice(0, mostToMend);
}
