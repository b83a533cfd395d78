import { dateOf } from '../wire.js';

/** Zones that feeds of this region write by name, in hours from UTC; `Date` knows only those of RFC 822. */
const zones: Readonly<Record<string, string>> = {
  UT: '+0000',
  UTC: '+0000',
  GMT: '+0000',
  Z: '+0000',
  CET: '+0100',
  CEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  MSD: '+0400',
  EST: '-0500',
  EDT: '-0400',
  CST: '-0600',
  CDT: '-0500',
  MST: '-0700',
  MDT: '-0600',
  PST: '-0800',
  PDT: '-0700',
};
const rfc822 =
  /^(?:[a-z]{3,9},\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?$/iu;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date as feeds write it: RFC 3339 or RFC 822, also with zones by name; undefined when it is none. */
export function feedDate(value: string | undefined): Date | undefined {
  const text = value?.trim();
  if (text === undefined || text === '') return undefined;
  return dateOf(text) ?? fromRfc822(text);
}

function fromRfc822(text: string): Date | undefined {
  const parts = rfc822.exec(text);
  if (!parts) return undefined;
  const [, day = '', name = '', year = '', hour = '', minute = '', second = '00', zone = 'UTC'] = parts;
  const month = months.indexOf(name.toLowerCase()) + 1;
  const offset = /^[+-]/u.test(zone) ? zone : zones[zone.toUpperCase()];
  if (month === 0 || offset === undefined) return undefined;
  const two = (number: string | number): string => String(number).padStart(2, '0');
  const fullYear = year.length === 2 ? `20${year}` : year;
  return dateOf(`${fullYear}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}${offset}`);
}
