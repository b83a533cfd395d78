import { addDays, Fault, wallTime, wallToUtc, weekdayOf } from '@heard/core';

/** Days of a report as they are asked for: local dates, both inclusive. */
export interface PeriodAsked {
  readonly from?: string;
  readonly to?: string;
}

/** A week of a report, by its Monday. */
export interface Week {
  readonly week: string;
  readonly startsAt: number;
}

/** The days of a report. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly startsAt: Date;
  /** The first moment that is not in it. */
  readonly endsAt: Date;
  readonly weeks: readonly Week[];
}

const usualDays = 90;
const mostDays = 800;
const datePattern = /^\d{4}-\d{2}-\d{2}$/u;

/** The period that was asked for; the last 90 days up to today where nothing was. */
export function periodOf(asked: PeriodAsked, timeZone: string, now: Date): Period {
  const to = dateOf(asked.to) ?? wallTime(now, timeZone).date;
  const from = dateOf(asked.from) ?? addDays(to, 1 - usualDays);
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days < 1)
    throw new Fault('invalid', 'A report ends on the day it begins, or later.', { code: 'bad_period' });
  if (days > mostDays) {
    throw new Fault('invalid', `A report covers at most ${mostDays} days.`, { code: 'period_too_long' });
  }
  return {
    from,
    to,
    startsAt: wallToUtc(from, 0, timeZone),
    endsAt: wallToUtc(addDays(to, 1), 0, timeZone),
    weeks: weeksOf(from, to, timeZone),
  };
}

function dateOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // `2026-02-31` is a number of a date that is none.
  const sound = datePattern.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
  if (sound && text >= '1970-01-01' && text < '9000-01-01') return text;
  throw new Fault('invalid', 'A day is written like 2026-12-31.', { code: 'bad_date' });
}

/** The Monday of the week of a local date. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - weekdayOf(date));
}

function weeksOf(from: string, to: string, timeZone: string): Week[] {
  const weeks: Week[] = [];
  for (let week = mondayOf(from); week <= to; week = addDays(week, 7)) {
    weeks.push({ week, startsAt: wallToUtc(week, 0, timeZone).getTime() });
  }
  return weeks;
}

/** What belongs to each week, by a moment of it; weeks without anything stay. */
export function byWeek<T>(
  weeks: readonly Week[],
  all: readonly T[],
  at: (each: T) => Date,
): { readonly week: string; readonly items: readonly T[] }[] {
  const buckets = weeks.map(({ week }) => ({ week, items: [] as T[] }));
  for (const each of all) {
    const moment = at(each).getTime();
    const index = weeks.findLastIndex(({ startsAt }) => startsAt <= moment);
    buckets[index]?.items.push(each);
  }
  return buckets;
}
