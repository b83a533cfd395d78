import type { MinuteOfDay } from './duty.js';
import { wallTime } from './duty.js';
import type { WorkingCalendar } from './working-calendar.js';

const dayMs = 24 * 60 * 60 * 1000;
const minuteMs = 60_000;

/** What a wall clock of the zone shows, as if it were UTC, in milliseconds; seconds are those of the moment itself. */
function wallMs(at: Date, timeZone: string): number {
  const { date, minute } = wallTime(at, timeZone);
  const seconds = ((at.getTime() % minuteMs) + minuteMs) % minuteMs;
  return Date.parse(`${date}T00:00:00Z`) + minute * minuteMs + seconds;
}

/**
 * The moment at which the wall of an IANA zone shows a date (`2026-12-31`) and a minute of that day; minutes beyond
 * a day run on. In the gap of spring the same distance after it, in the repeated hour of autumn its first pass.
 */
export function wallToUtc(date: string, minute: MinuteOfDay, timeZone: string): Date {
  const key = `${timeZone} ${date} ${minute}`;
  const known = moments.get(key);
  if (known !== undefined) return new Date(known);
  const found = findMoment(date, minute, timeZone);
  // Whole batches of cases ask for the same few hours, and formatting dates is slow.
  if (moments.size >= mostMoments) moments.clear();
  moments.set(key, found.getTime());
  return found;
}

const moments = new Map<string, number>();
const mostMoments = 5_000;

function findMoment(date: string, minute: MinuteOfDay, timeZone: string): Date {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * minuteMs;
  const offsetAt = (at: number): number => wallMs(new Date(at), timeZone) - at;
  // The offsets of the day before and of the day after: where they differ, the clock changes between.
  const before = offsetAt(wanted - dayMs);
  const after = offsetAt(wanted + dayMs);
  const early = wanted - before;
  if (before === after || offsetAt(early) === before) return new Date(early);
  const late = wanted - after;
  return new Date(offsetAt(late) === after ? late : early);
}

/** The local date a number of days after another, `2026-12-31`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** True on a day on which the firm works. */
export function isWorkingDay(date: string, { days, holidays }: WorkingCalendar): boolean {
  return days.includes(weekdayOf(date)) && !holidays.includes(date);
}

/** True while the firm works. */
export function isWorkingTime(at: Date, calendar: WorkingCalendar, timeZone: string): boolean {
  const { date, minute } = wallTime(at, timeZone);
  return isWorkingDay(date, calendar) && calendar.from <= minute && minute < calendar.to;
}

/** No clock runs longer than this many days. */
const longestDays = 3_660;

/** The moment at which so many minutes of work have passed; at once for none. */
export function addWorkingMinutes(
  from: Date,
  minutes: number,
  calendar: WorkingCalendar,
  timeZone: string,
): Date {
  let left = minutes * minuteMs;
  if (left <= 0) return from;
  let date = wallTime(from, timeZone).date;
  for (let day = 0; day < longestDays; day += 1, date = addDays(date, 1)) {
    if (!isWorkingDay(date, calendar)) continue;
    const begins = Math.max(wallToUtc(date, calendar.from, timeZone).getTime(), from.getTime());
    const ends = wallToUtc(date, calendar.to, timeZone).getTime();
    const open = Math.max(0, ends - begins);
    if (left <= open) return new Date(begins + left);
    left -= open;
  }
  return new Date(from.getTime() + longestDays * dayMs);
}

/** Minutes of work between two moments; 0 when the second is not after the first. */
export function workingMinutesBetween(
  from: Date,
  to: Date,
  calendar: WorkingCalendar,
  timeZone: string,
): number {
  if (to <= from) return 0;
  const last = wallTime(to, timeZone).date;
  let worked = 0;
  let date = wallTime(from, timeZone).date;
  for (let day = 0; day < longestDays && date <= last; day += 1, date = addDays(date, 1)) {
    if (!isWorkingDay(date, calendar)) continue;
    const begins = Math.max(wallToUtc(date, calendar.from, timeZone).getTime(), from.getTime());
    const ends = Math.min(wallToUtc(date, calendar.to, timeZone).getTime(), to.getTime());
    worked += Math.max(0, ends - begins);
  }
  return worked / minuteMs;
}
