/** A row of a file, by the number of its first line (from 1); `broken` rows could not be divided into cells. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly broken: string };

/** A quote that is not closed within so many letters is taken for a slip of the pen. */
const longestRow = 8 * 1024 * 1024;
const delimiters = [',', ';', '\t'] as const;

/** The delimiter that divides the first line into most cells; a comma when there is only one. */
export function sniffDelimiter(sample: string): string {
  const first = sample.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const bare = first.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return delimiters.reduce<string>((best, each) => (count(each) > count(best) ? each : best), ',');
}

/**
 * Divides text into rows and cells (RFC 4180), holding one row at a time. Quotes that stand where none belong are
 * letters. A quote that is never closed costs its own line only: reading goes on with the next one.
 */
export async function* readCsv(
  text: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
  longest = longestRow,
): AsyncGenerator<CsvRow> {
  let rest = '';
  let line = 1;
  const take = function* (last: boolean): Generator<CsvRow> {
    let from = 0;
    while (from < rest.length) {
      const found = rowAt(rest, from, delimiter, last);
      // A row without an end may have it in the next piece.
      if (!found && !last && rest.length - from <= longest) break;
      const end = found?.end ?? lineEnd(rest, from);
      const cells = found?.cells;
      if (!cells) yield { line, broken: 'a quote is opened and not closed' };
      else if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
      line += linesIn(rest, from, end);
      from = end;
    }
    rest = rest.slice(from);
  };
  for await (const piece of text) {
    rest += piece;
    yield* take(false);
  }
  yield* take(true);
}

interface Row {
  readonly cells: string[];
  readonly end: number;
}

/** The row that begins here; undefined when its end is not in sight. */
function rowAt(text: string, start: number, delimiter: string, last: boolean): Row | undefined {
  const cells: string[] = [];
  let at = start;
  for (;;) {
    const cell = text[at] === '"' ? quotedAt(text, at, delimiter, last) : bareAt(text, at, delimiter);
    if (!cell) return undefined;
    cells.push(cell.value);
    const next = text[cell.end];
    if (next === delimiter) at = cell.end + 1;
    else if (next === undefined && !last) return undefined;
    // The second half of a line end may still come.
    else if (next === '\r' && cell.end + 1 === text.length && !last) return undefined;
    else return { cells, end: cell.end + (next === '\r' && text[cell.end + 1] === '\n' ? 2 : next ? 1 : 0) };
  }
}

interface Cell {
  readonly value: string;
  /** Where its delimiter or line end stands. */
  readonly end: number;
}

function bareAt(text: string, start: number, delimiter: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return { value: text.slice(start, end), end };
}

/** A quote ends the cell only before a delimiter, a line end or the end of the file. */
function quotedAt(text: string, start: number, delimiter: string, last: boolean): Cell | undefined {
  let at = text.indexOf('"', start + 1);
  while (at !== -1) {
    const next = text[at + 1];
    if (next === undefined && !last) return undefined;
    if (next === '"') at = text.indexOf('"', at + 2);
    else if (next === undefined || next === delimiter || next === '\n' || next === '\r') {
      return { value: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
    } else at = text.indexOf('"', at + 1);
  }
  return undefined;
}

function lineEnd(text: string, from: number): number {
  const found = text.slice(from).search(/\r\n|\n|\r/);
  if (found === -1) return text.length;
  const at = from + found;
  return at + (text.startsWith('\r\n', at) ? 2 : 1);
}

function linesIn(text: string, from: number, end: number): number {
  let lines = 0;
  for (let at = from; at < end; at++) {
    const letter = text[at];
    if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) lines++;
  }
  return lines;
}
