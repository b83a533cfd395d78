import { Fault } from '@heard/core';

/** An object as a platform sent it: every field is to be looked at before use. */
export type Wire = Readonly<Record<string, unknown>>;

/** The value as an object, or an empty one. */
export function wireOf(value: unknown): Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Wire) : {};
}

/** The objects of a list that must be there: an answer without it is broken, never empty. */
export function listOf(value: unknown, what: string): Wire[] {
  if (!Array.isArray(value)) {
    throw new Fault('unavailable', `The platform's answer holds no ${what}`, { code: 'unexpected_shape' });
  }
  return value.map(wireOf);
}

/** The value as text: ids that came as numbers too; undefined when absent or empty. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The value as a number, 0 when it is none. */
export function countOf(value: unknown): number {
  const count = typeof value === 'string' ? Number(value) : value;
  return typeof count === 'number' && Number.isFinite(count) ? count : 0;
}

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.(\d+))?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Reads the time formats platforms use: `+0000` without a colon, nanoseconds, unix seconds; without a zone it is UTC. */
export function dateOf(value: unknown): Date | undefined {
  if (typeof value === 'number') return validDate(new Date(value * 1000));
  if (typeof value !== 'string') return undefined;
  const parts = DATE_TIME.exec(value.trim());
  if (parts === null) return undefined;
  const [, day, time, fraction = '0', zone = 'Z'] = parts;
  const offset = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase();
  return validDate(
    new Date(
      `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`.replace(/T(\d\d:\d\d)\./, 'T$1:00.'),
    ),
  );
}

function validDate(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
