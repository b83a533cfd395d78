import type { InterfaceLanguage } from '../i18n/index.js';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

type Unit = 'day' | 'hour' | 'minute' | 'second';

function part(language: InterfaceLanguage, value: number, unit: Unit): string {
  const unitDisplay = language === 'en' ? 'narrow' : 'short';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(value);
}

/** A span in its two greatest units, `2 д 4 ч`, `14 мин 5 с`, the second only where there is some; under zero counts as zero. */
export function durationText(ms: number, language: InterfaceLanguage, withSeconds = false): string {
  const span = Math.max(0, ms);
  const of = (unit: Unit, size: number, limit: number) =>
    part(language, Math.floor(span / size) % limit, unit);
  const and = (unit: Unit, size: number, limit: number) =>
    Math.floor(span / size) % limit === 0 ? '' : ` ${of(unit, size, limit)}`;
  if (span >= dayMs) return of('day', dayMs, Infinity) + and('hour', hourMs, 24);
  if (span >= hourMs) return of('hour', hourMs, 24) + and('minute', minuteMs, 60);
  if (!withSeconds && span >= minuteMs) return of('minute', minuteMs, 60);
  // It runs before the reader's eyes: seconds that come and go would make it jump.
  if (span >= minuteMs) return `${of('minute', minuteMs, 60)} ${of('second', secondMs, 60)}`;
  return of('second', secondMs, 60);
}

/** The local date of a moment, `2026-12-31`. */
export function localDate(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/** A moment for reading: today only the time, this year without the year. */
export function momentText(at: Date, now: Date, language: InterfaceLanguage, timeZone: string): string {
  const [day, today] = [localDate(at, timeZone), localDate(now, timeZone)];
  const date: Intl.DateTimeFormatOptions =
    day === today
      ? {}
      : {
          day: 'numeric',
          month: 'short',
          ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
        };
  return new Intl.DateTimeFormat(language, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...date,
  }).format(at);
}

/** A moment in full, with its zone. */
export function fullMomentText(at: Date, language: InterfaceLanguage, timeZone: string): string {
  return new Intl.DateTimeFormat(language, { timeZone, dateStyle: 'full', timeStyle: 'long' }).format(at);
}

/** Digits after the point of a currency: 2 for most, 0 for the yen. */
export function minorDigits(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

export function moneyText(amountMinor: number, currency: string, language: InterfaceLanguage): string {
  const amount = amountMinor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}

/** Money without the digits that say nothing: `320 ₴`, `320.50 ₴`. */
export function shortMoneyText(amountMinor: number, currency: string, language: InterfaceLanguage): string {
  const amount = amountMinor / 10 ** minorDigits(currency);
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    ...(Number.isInteger(amount) && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
  }).format(amount);
}

/** How far a zone is ahead of UTC at a moment. */
function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((each) => each.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(at.getTime() / secondMs) * secondMs;
}

/**
 * The moment at which the wall of `timeZone` shows `2026-11-22T18:00`, or undefined for what is no date.
 * A time that a clock change skips becomes the same span later; one that it repeats, the first of the two.
 */
export function instantOfWall(wall: string, timeZone: string): Date | undefined {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const before = offsetMs(new Date(asUtc - dayMs), timeZone);
  const first = new Date(asUtc - before);
  if (offsetMs(first, timeZone) === before) return first;
  const second = new Date(asUtc - offsetMs(first, timeZone));
  return offsetMs(second, timeZone) === offsetMs(first, timeZone) ? second : first;
}

/** What the wall of `timeZone` shows, as a field for date and time wants it. */
export function wallOfInstant(at: Date, timeZone: string): string {
  return new Date(at.getTime() + offsetMs(at, timeZone)).toISOString().slice(0, 16);
}
