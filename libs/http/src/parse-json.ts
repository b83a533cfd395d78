const LONG_NUMBER = /\d{16}/;
const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?\d+$/;

/**
 * Parses JSON without losing a digit: an integer beyond 2^53 becomes text, since platforms send 64-bit ids as numbers.
 * Throws a SyntaxError as JSON.parse does.
 */
export function parseJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  if (!LONG_NUMBER.test(text)) return parsed;
  // Only text already known to be JSON is rewritten: on broken text the pattern could take quadratic time.
  return JSON.parse(text.replace(STRING_OR_NUMBER, quoteUnsafeInteger));
}

function quoteUnsafeInteger(token: string): string {
  if (!INTEGER.test(token)) return token;
  return Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
}
