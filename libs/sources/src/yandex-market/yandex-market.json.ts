const MARK = '\u0000int64:';
const MARKED = /"\\u0000int64:(-?\d+)"/g;

/** Writes JSON in which a bigint is a plain number: ids of Yandex Market have 64 bits, and a JavaScript number would lose digits. */
export function jsonWithBigInts(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'bigint' ? `${MARK}${part}` : part,
  ).replace(MARKED, '$1');
}

/** An id as it goes over the wire; undefined when it cannot be one. */
export function wireId(id: string | undefined): bigint | undefined {
  return id !== undefined && /^\d{1,19}$/.test(id) ? BigInt(id) : undefined;
}
