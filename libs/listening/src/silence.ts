import { wallTime } from '@heard/core';

/** How often a source speaks at each hour of the week, learnt from what it said. */
export interface Rhythm {
  /** Mentions an hour, by hour of the week from Monday 00:00 in the firm's time zone. */
  readonly rates: readonly number[];
  /** The 95th percentile of the gaps, in mentions that would have been expected meanwhile. */
  readonly usualGap: number;
  readonly lastAt: Date;
}

const hourMs = 3_600_000;
const hoursOfWeek = 168;
/** With less, nothing is usual yet. */
const leastMentions = 30;
const leastDays = 14;
/** Hours without any evidence are taken to be like the others, with the weight of this many weeks. */
const priorWeeks = 1;
const usualShare = 0.95;
const gapsOfSilence = 3;

/**
 * The rhythm of a source from the times of its mentions; undefined while too little is known. Gaps are measured in
 * expected mentions and not in hours, so that a quiet night counts for little and a quiet noon for much.
 */
export function rhythmOf(times: readonly Date[], timeZone: string): Rhythm | undefined {
  const sorted = times.map((at) => at.getTime()).toSorted((a, b) => a - b);
  const [first = 0] = sorted;
  const last = sorted.at(-1) ?? 0;
  const days = (last - first) / (24 * hourMs);
  if (sorted.length < leastMentions || days < leastDays) return undefined;
  const rates = ratesOf(sorted, days / 7, timeZone);
  const gaps = sorted
    .slice(1)
    .map((at, index) => expected(rates, sorted[index] ?? at, at, timeZone))
    .toSorted((a, b) => a - b);
  const usualGap = gaps[Math.ceil(gaps.length * usualShare) - 1] ?? 0;
  return { rates, usualGap, lastAt: new Date(last) };
}

/**
 * True when nothing came for three times the usual gap. The usual gap is that of all but one gap in twenty: the mean of a
 * source that speaks by chance is passed threefold every twentieth time, and nobody believes an alarm that often wrong.
 */
export function isSilent(rhythm: Rhythm, now: Date, timeZone: string): boolean {
  const missed = expected(rhythm.rates, rhythm.lastAt.getTime(), now.getTime(), timeZone);
  return now.getTime() - rhythm.lastAt.getTime() >= hourMs && missed > gapsOfSilence * rhythm.usualGap;
}

function ratesOf(sorted: readonly number[], weeks: number, timeZone: string): number[] {
  const counts = Array.from({ length: hoursOfWeek }, () => 0);
  for (const at of sorted) {
    const hour = hourOfWeek(at, timeZone);
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  const overall = sorted.length / (weeks * hoursOfWeek);
  return counts.map((count) => (count + priorWeeks * overall) / (weeks + priorWeeks));
}

/** Mentions that would have been usual between two moments. */
function expected(rates: readonly number[], from: number, to: number, timeZone: string): number {
  let sum = 0;
  for (let at = from; at < to;) {
    // Zones with offsets of half an hour are a little off: their hour of the week begins in the middle.
    const next = Math.min(to, (Math.floor(at / hourMs) + 1) * hourMs);
    sum += ((next - at) / hourMs) * (rates[hourOfWeek(at, timeZone)] ?? 0);
    at = next;
  }
  return sum;
}

function hourOfWeek(at: number, timeZone: string): number {
  const { weekday, minute } = wallTime(new Date(at), timeZone);
  return (weekday - 1) * 24 + Math.floor(minute / 60);
}
