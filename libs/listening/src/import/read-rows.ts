import { type CsvRow, readCsv, sniffDelimiter } from './csv.js';
import { type ColumnMap, fieldsOfColumns, type FileRecord } from './fields.js';
import { fileFault } from './import-fault.js';
import { readLines } from './json-lines.js';
import { type Inspected, textOf } from './read-file.js';
import { mentionOf, type RowReading } from './row-to-mention.js';

/** A row of the file: a mention or the reason why not, by the number of its first line. */
export type ImportedRow = RowReading & { readonly line: number };

/** Reads a file of CSV or JSON lines; which of the two it is, its first letter tells. */
export function readRows(
  path: string,
  inspected: Inspected,
  map: ColumnMap = {},
): AsyncGenerator<ImportedRow> {
  const text = textOf(path, inspected);
  return inspected.sample.trimStart().startsWith('{')
    ? jsonRows(text, map)
    : csvRows(readCsv(text, sniffDelimiter(inspected.sample)), map);
}

async function* csvRows(rows: AsyncIterable<CsvRow>, map: ColumnMap): AsyncGenerator<ImportedRow> {
  let columns: readonly string[] | undefined;
  let fields = new Map<number, keyof FileRecord>();
  for await (const row of rows) {
    if (!columns) {
      columns = 'cells' in row ? row.cells.map((name) => name.trim()) : [];
      fields = fieldsOfColumns(columns, map);
      needText(columns, fields);
    } else if ('broken' in row) yield { line: row.line, rejected: row.broken };
    else yield { line: row.line, ...fromCells(columns, row.cells, fields) };
  }
}

function needText(columns: readonly string[], fields: Map<number, keyof FileRecord>): void {
  // A list of missed calls has numbers instead of words.
  if ([...fields.values()].some((field) => field === 'text' || field === 'phone')) return;
  const seen = columns.slice(0, 20).join(', ');
  throw fileFault(
    `The first line names no column "text" (it names: ${seen}); say which one it is with --map COLUMN=text.`,
  );
}

function fromCells(
  columns: readonly string[],
  cells: readonly string[],
  fields: Map<number, keyof FileRecord>,
): RowReading {
  const extra = cells.slice(columns.length).some((cell) => cell.trim() !== '');
  if (extra) return { rejected: `${cells.length} cells instead of ${columns.length}` };
  const record: FileRecord = {};
  for (const [place, field] of fields) record[field] = cells[place] ?? '';
  return mentionOf(record, Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? ''])));
}

async function* jsonRows(text: AsyncIterable<string>, map: ColumnMap): AsyncGenerator<ImportedRow> {
  for await (const { line, text: json, tooLong } of readLines(text)) {
    if (tooLong) yield { line, rejected: 'the line is too long' };
    else yield { line, ...fromJson(json, map) };
  }
}

function fromJson(json: string, map: ColumnMap): RowReading {
  let row: unknown;
  try {
    row = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return { rejected: 'not a line of JSON' };
    throw error;
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return { rejected: 'not an object of JSON' };
  const columns = Object.keys(row);
  const values = Object.values(row) as unknown[];
  const record: FileRecord = {};
  for (const [place, field] of fieldsOfColumns(columns, map)) record[field] = values[place];
  return mentionOf({ ...record, ...authorOf(record.author) }, row);
}

/** An author may be a name, or an object with a name and an id. */
function authorOf(author: unknown): FileRecord {
  if (typeof author !== 'object' || author === null) return {};
  const { name, id } = author as Record<string, unknown>;
  return { author: name, ...(id !== undefined && { author_id: id }) };
}
