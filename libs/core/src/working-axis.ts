import { wallTime } from './duty.js';
import type { WorkingCalendar } from './working-calendar.js';
import { addDays, isWorkingDay, wallToUtc } from './working-time.js';

/** Measures working time between many pairs of moments: the days are walked once, each pair is two look-ups. */
export type WorkingAxis = (from: Date, to: Date) => number;

/**
 * Working milliseconds between moments of a period; before and after it nobody works. The same figures as
 * `workingMinutesBetween`, for reports over very many cases.
 */
export function workingAxis(
  first: Date,
  last: Date,
  calendar: WorkingCalendar,
  timeZone: string,
): WorkingAxis {
  const begins: number[] = [];
  const ends: number[] = [];
  const before: number[] = [];
  const lastDate = wallTime(last, timeZone).date;
  let worked = 0;
  for (let date = wallTime(first, timeZone).date; date <= lastDate; date = addDays(date, 1)) {
    if (!isWorkingDay(date, calendar)) continue;
    const [begin, end] = [calendar.from, calendar.to].map((minute) =>
      wallToUtc(date, minute, timeZone).getTime(),
    );
    if (begin === undefined || end === undefined) continue;
    begins.push(begin);
    ends.push(end);
    before.push(worked);
    worked += Math.max(0, end - begin);
  }
  const until = (at: number): number => {
    const day = lastNotAfter(begins, at);
    if (day < 0) return 0;
    const begin = begins[day] ?? at;
    return (before[day] ?? 0) + Math.max(0, Math.min(at, ends[day] ?? at) - begin);
  };
  return (from, to) => Math.max(0, until(to.getTime()) - until(from.getTime()));
}

/** The index of the last value that is not after `wanted`; -1 when all are. */
function lastNotAfter(values: readonly number[], wanted: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
