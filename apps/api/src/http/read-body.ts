import { parseJson } from '@heard/http';
import { HttpProblem } from './problem.js';

/** Bytes of a request's body. */
export const mostBodyBytes = 2 * 1024 * 1024;
const deepest = 32;
/** Entries of one object or list, and of all together: far above any real request, far below what keeps a process busy. */
const mostEntries = 5_000;
const mostValues = 100_000;
const byteOrderMark = '\u{feff}';

/** The JSON of a request; undefined for an empty body. Refuses what is too deep and names that reach into prototypes. */
export function readBody(text: string): unknown {
  const plain = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  if (plain.trim() === '') return undefined;
  const value = parsed(plain);
  refuseUnsound(value, 1, { left: mostValues });
  return value;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new HttpProblem(400, 'not_json', 'The body is not JSON; check quotes, commas and brackets.');
  }
}

function refuseUnsound(value: unknown, depth: number, values: { left: number }): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) {
    throw new HttpProblem(
      400,
      'too_deep',
      `The JSON is nested deeper than ${deepest} levels; make it flatter.`,
    );
  }
  const entries = Object.entries(value);
  values.left -= entries.length;
  if (entries.length > mostEntries || values.left < 0) {
    throw new HttpProblem(
      413,
      'too_many_values',
      `An object or a list has at most ${mostEntries} entries, and a request ${mostValues} values; send it in parts.`,
    );
  }
  for (const [name, inner] of entries) {
    if (
      name === '__proto__' ||
      (name === 'constructor' && isObject(inner) && Object.hasOwn(inner, 'prototype'))
    ) {
      throw new HttpProblem(400, 'forbidden_name', `The JSON has a name that is not taken: ${name}.`);
    }
    refuseUnsound(inner, depth + 1, values);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
