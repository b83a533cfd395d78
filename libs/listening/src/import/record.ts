import type { FileRecord } from './fields.js';

/** Why a row is not taken, in words that say what to correct. */
export class Rejection extends Error {}

/** The words of a field as they came; undefined when there are none. */
export function textIn(record: FileRecord, field: keyof FileRecord): string | undefined {
  const value = record[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') throw new Rejection(`${field} is not text`);
  if (value.trim() === '') return undefined;
  return field === 'text' || field === 'title' ? value : value.trim();
}
