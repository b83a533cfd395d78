import { parseJson } from '@heard/http';
import { HttpProblem } from './problem.js';

/** Bytes of a request's body. */
export const mostBodyBytes = 2 * 1024 * 1024;
const deepest = 32;
const byteOrderMark = '\u{feff}';

/** The JSON of a request; undefined for an empty body. Refuses what is too deep and names that reach into prototypes. */
export function readBody(text: string): unknown {
  const plain = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  if (plain.trim() === '') return undefined;
  const value = parsed(plain);
  refuseUnsound(value, 1);
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

function refuseUnsound(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > deepest) {
    throw new HttpProblem(
      400,
      'too_deep',
      `The JSON is nested deeper than ${deepest} levels; make it flatter.`,
    );
  }
  for (const [name, inner] of Object.entries(value)) {
    if (
      name === '__proto__' ||
      (name === 'constructor' && isObject(inner) && Object.hasOwn(inner, 'prototype'))
    ) {
      throw new HttpProblem(400, 'forbidden_name', `The JSON has a name that is not taken: ${name}.`);
    }
    refuseUnsound(inner, depth + 1);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
