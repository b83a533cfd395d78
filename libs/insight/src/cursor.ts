import { Fault } from '@heard/core';
import type { PageOf } from './views.js';

/** What a part of a sort key is: a whole number, a moment in microseconds since 1970, or an id. */
export type KeyPart = 'integer' | 'micros' | 'id';

const longestCursor = 300;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for text that PostgreSQL takes as the id that it stands for. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** Text values of the columns that a list is sorted by; its id is the last of them, so that no two are the same. */
export type SortKeyValues = readonly string[];

/** The sort key of one list: turns the last row of a page into an opaque cursor and back, and trusts no cursor. */
export class SortKey {
  constructor(
    private readonly list: string,
    private readonly parts: readonly KeyPart[],
  ) {}

  write(values: SortKeyValues): string {
    return Buffer.from(JSON.stringify([this.list, ...values])).toString('base64url');
  }

  /** The values to go on after; a fault for anything that this list did not write. */
  read(cursor: string): SortKeyValues {
    const [list, ...values] = cursor.length > longestCursor ? [] : parse(cursor);
    const texts = values.filter((value) => typeof value === 'string');
    const fits =
      list === this.list &&
      values.length === this.parts.length &&
      this.parts.every((part, index) => isPart(part, texts[index]));
    if (fits) return texts;
    throw new Fault('invalid', 'The cursor was not made by this list; begin again without it.', {
      code: 'bad_cursor',
    });
  }

  /** A page of the rows; one row more than the limit says that there are more. */
  page<Row extends { readonly sort_key: SortKeyValues }, View>(
    rows: readonly Row[],
    limit: number,
    view: (row: Row) => View,
  ): PageOf<View> {
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    return { items: items.map(view), ...(more && { nextCursor: this.write(last.sort_key) }) };
  }
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** PostgreSQL's timestamps begin in 4713 BC; the upper end leaves room for what a Date of JavaScript can hold. */
const [earliestMicros, latestMicros] = [-210_000_000_000_000_000n, 9_000_000_000_000_000_000n];

function isPart(part: KeyPart, value: string | undefined): boolean {
  if (value === undefined) return false;
  switch (part) {
    case 'integer':
      return /^\d{1,9}$/.test(value);
    case 'micros':
      return /^-?\d{1,19}$/.test(value) && BigInt(value) >= earliestMicros && BigInt(value) <= latestMicros;
    case 'id':
      return isId(value);
  }
}

/** Reads a moment as text without losing its microseconds, which a Date would. */
export function microsOf(column: string): string {
  return `(extract(epoch from ${column}) * 1000000)::bigint::text`;
}

/** The moment that such text stands for. */
export function momentOf(parameter: string): string {
  return `(timestamptz 'epoch' + (${parameter}::text || ' microseconds')::interval)`;
}
