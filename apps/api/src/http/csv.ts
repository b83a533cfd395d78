/** A value of a cell; absent is empty. */
export type CsvCell = string | number | undefined;

/** Spreadsheets take text that begins like this for a formula, and run it (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;
const needsQuotes = /[",\r\n]/u;

/**
 * A table as CSV (RFC 4180): with a mark of UTF-8, by which spreadsheets know the letters, and with text that would be
 * run as a formula made inert by an apostrophe. Numbers stay numbers.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [columns, ...rows].map((row) => columns.map((_, index) => cellOf(row[index])).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(value: CsvCell): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const inert = formula.test(value) ? `'${value}` : value;
  return needsQuotes.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
