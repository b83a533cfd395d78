import { addDays, wallTime, wallToUtc, type WorkingCalendar } from '@heard/core';
import { monthNamed, weekdayNamed } from './numbers.js';

/** Against what a time is worked out. */
export interface TimeFrame {
  readonly at: Date;
  readonly timeZone: string;
  readonly calendar: WorkingCalendar;
}

/** No letter and no figure before, none after. */
export const B = '(?<![\\p{L}\\d])';
export const E = '(?![\\p{L}\\d])';

/** A pattern of whole words. */
export const rx = (body: string): RegExp => new RegExp(`${B}${body}${E}`, 'u');

/** "25.11" names a day: two figures after the point that are a month, and a word before it that asks for no hour. */
export function isDate(text: string, match: RegExpExecArray | RegExpMatchArray): boolean {
  const index = match.index ?? 0;
  if (!match[0].includes('.')) return false;
  const [day, month] = [Number(match[1]), Number(match[2])];
  const plausible = day >= 1 && day <= 31 && month >= 1 && month <= 12 && (match[2] ?? '').length === 2;
  if (!plausible) return false;
  return (
    month !== 0 &&
    !/(?:\bв|к|о|at|by)\s*$/u.test(text.slice(Math.max(0, index - 4), index)) &&
    match[2] !== '00'
  );
}

const todayWords = rx('(?:сегодня|сьогодні|today|tonight|this (?:morning|afternoon|evening))');
const tomorrowWords = rx('(?:завтра|завтрашн[а-яіїє]+|tomorrow|tmrw|tmr|2moro)');
const dayAfter = rx('(?:послезавтра|післязавтра|the day after tomorrow|day after tomorrow)');
const thisWeek = rx(
  '(?:(?:на|до конца|к концу) (?:этой |текущей )?недел[еи]|цього тижня|до кінця (?:цього )?тижня|this week|end of (?:the |this )?week)',
);
const nextWeek = rx(
  '(?:на следующей неделе|следующей недел[еи]|наступного тижня|next week|на наступному тижні)',
);
const endOfMonth = rx('(?:до конца месяца|до кінця місяця|end of (?:the |this )?month)');

/** The local date that a clause names; undefined where it names none. */
export function dayIn(text: string, { at, timeZone }: TimeFrame): string | undefined {
  const wall = wallTime(at, timeZone);
  const today = wall.date;
  const named = dateIn(text, today);
  if (named) return named;
  if (dayAfter.test(text)) return addDays(today, 2);
  const weekday = weekdayIn(text);
  const monday = addDays(today, 1 - wall.weekday);
  if (nextWeek.test(text)) return addDays(monday, 7 + (weekday ?? 5) - 1);
  if (weekday !== undefined) return addDays(today, ((weekday - wall.weekday + 6) % 7) + 1);
  if (tomorrowWords.test(text)) return addDays(today, 1);
  if (todayWords.test(text)) return today;
  if (endOfMonth.test(text)) return addDays(`${nextMonth(today)}-01`, -1);
  if (thisWeek.test(text)) {
    const friday = addDays(monday, 4);
    return wallToUtc(friday, 1_080, timeZone) > at ? friday : addDays(friday, 7);
  }
  return undefined;
}

function nextMonth(date: string): string {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}

/** The weekday that is named; of several the last, as of a range. */
function weekdayIn(text: string): number | undefined {
  const words = text.match(/[\p{L}']+/gu) ?? [];
  return words.flatMap((word) => weekdayNamed(word) ?? []).at(-1);
}

const numericDate = /(?<![\p{L}\d.])(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?![\d]|\.\d|:)/gu;
const isoDate = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/u;
const spelledDate = /(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|-?го|-е)?\s+(?:of\s+)?([\p{L}]+)(?:\s+(\d{4}))?/gu;
const englishDate = /(?<![\p{L}])([\p{L}]+)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?(?![\d:])/gu;

function dateIn(text: string, today: string): string | undefined {
  const iso = isoDate.exec(text);
  if (iso) return iso[0];
  const found: (string | undefined)[] = [];
  for (const match of text.matchAll(spelledDate)) {
    found.push(dateOf(Number(match[1]), monthNamed(match[2] ?? ''), match[3], today));
  }
  for (const match of text.matchAll(englishDate)) {
    found.push(dateOf(Number(match[2]), monthNamed(match[1] ?? ''), match[3], today));
  }
  for (const match of text.matchAll(numericDate)) {
    if (match[3] === undefined && (!isDate(text, match) || (match[2] ?? '').length < 2)) continue;
    found.push(dateOf(Number(match[1]), Number(match[2]), match[3], today));
  }
  return found.filter((each) => each !== undefined).at(-1);
}

/** A date; without a year the first such date after today. */
function dateOf(
  day: number,
  month: number | undefined,
  year: string | undefined,
  today: string,
): string | undefined {
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const tail = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (year !== undefined) return `${year.length === 2 ? `20${year}` : year}-${tail}`;
  const current = today.slice(0, 4);
  const date = `${current}-${tail}`;
  return date > today ? date : `${Number(current) + 1}-${tail}`;
}
