import { findPromises } from './promises/find-promises.js';
import { checkSubstance } from './substance/check-substance.js';

/** What is written instead for a line that cannot be read; the sentence says what to do. */
export interface RefusedLine {
  readonly id?: string | number;
  readonly error: string;
}

/** What is said of the promises in a text of ours; `due` as ISO 8601, null when vague. */
export interface PromisesLine {
  readonly id: string | number;
  readonly promises: readonly {
    readonly start: number;
    readonly end: number;
    readonly due: string | null;
    readonly vague: boolean;
  }[];
}

/** What is said of the substance of an answer. */
export interface SubstanceLine {
  readonly id: string | number;
  readonly held: boolean;
  readonly reasons: readonly string[];
}

/** Reads `{"id","text","at","timeZone"}`; `undefined` for an empty line. Never throws. */
export function promisesLine(line: string): PromisesLine | RefusedLine | undefined {
  const read = readLine(line);
  if (!read || 'error' in read) return read;
  const { id, fields } = read;
  const { text, at, timeZone } = fields;
  if (typeof text !== 'string')
    return { id, error: 'The field "text" must be a string: the words of the answer.' };
  const moment = typeof at === 'string' ? new Date(at) : new Date(Number.NaN);
  if (Number.isNaN(moment.getTime())) {
    return {
      id,
      error: 'The field "at" must be a time such as "2026-11-24T08:30:00Z": when it was written.',
    };
  }
  if (typeof timeZone !== 'string' || !isTimeZone(timeZone)) {
    return { id, error: 'The field "timeZone" must be an IANA name such as "Europe/Kyiv".' };
  }
  const promises = findPromises({ text, at: moment, timeZone }).map(({ start, end, due, vague }) => ({
    start,
    end,
    due: due ? due.toISOString() : null,
    vague,
  }));
  return { id, promises };
}

/** Reads `{"id","complaint","answer","previous"}`; `undefined` for an empty line. Never throws. */
export function substanceLine(line: string): SubstanceLine | RefusedLine | undefined {
  const read = readLine(line);
  if (!read || 'error' in read) return read;
  const { id, fields } = read;
  const { complaint, answer, previous = [] } = fields;
  if (typeof complaint !== 'string') return { id, error: 'The field "complaint" must be a string.' };
  if (typeof answer !== 'string') return { id, error: 'The field "answer" must be a string.' };
  if (!Array.isArray(previous) || previous.some((each) => typeof each !== 'string')) {
    return {
      id,
      error: 'The field "previous" must be a list of strings: what was sent to this person before.',
    };
  }
  const { held, reasons } = checkSubstance({ complaint, answer, previous: previous as string[] });
  return { id, held, reasons };
}

interface Read {
  readonly id: string | number;
  readonly fields: Readonly<Record<string, unknown>>;
}

function readLine(line: string): Read | RefusedLine | undefined {
  if (line.trim() === '') return undefined;
  const fields = parse(line);
  if (!fields) return { error: 'This line is not a JSON object; write one object on a line of its own.' };
  const { id } = fields;
  if (typeof id === 'string' || typeof id === 'number') return { id, fields };
  return { error: 'The field "id" is missing; give every line an "id" that is a string or a number.' };
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line.charCodeAt(0) === 0xfeff ? line.slice(1) : line);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
