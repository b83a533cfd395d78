import type { CollectedMention } from '@heard/core';
import { countOf, dateOf } from '../wire.js';

/** A row of a report, by the names of its columns. */
type Row = Readonly<Record<string, string>>;

/** What a piece of a report holds: its whole rows, and how many bytes those took. */
export interface ReportPiece {
  readonly rows: readonly (readonly string[])[];
  readonly bytes: number;
}

/** Divides a piece of a report (CSV in UTF-16LE) into rows; what the piece cuts off is left for the next one, unless it is the last. */
export function rowsOf(piece: Buffer, isLast: boolean): ReportPiece {
  const text = piece.subarray(0, piece.length - (piece.length % 2)).toString('utf16le');
  const rows: string[][] = [];
  let cells: string[] = [];
  let end = 0;
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (found === null) break;
    const [, quoted, bare = '', after = ''] = found;
    // What stands at the end of a piece may go on in the next one.
    if (after === '' && !isLast) break;
    cells.push(quoted?.replaceAll('""', '"') ?? bare);
    if (after === ',') continue;
    rows.push(cells);
    cells = [];
    end = cell.lastIndex;
  }
  return { rows, bytes: isLast ? piece.length : Buffer.byteLength(text.slice(0, end), 'utf16le') };
}

/** The names of the columns; the first one may have a byte order mark before it. */
export function columnsOf(row: readonly string[] = []): string[] {
  return row.map((name) => name.replace(/^\uFEFF/u, '').trim());
}

/** Reads a row; undefined for a rating without words, which has no link and so no id. */
export function parseReportRow(
  columns: readonly string[],
  cells: readonly string[],
  packageName: string,
): CollectedMention | undefined {
  const row = Object.fromEntries(columns.map((name, nth) => [name, cells[nth] ?? '']));
  const externalId = idOf(row['Review Link']);
  const postedAt = timeOf(row, 'Review Last Update') ?? timeOf(row, 'Review Submit');
  if (externalId === undefined || postedAt === undefined) return undefined;
  const title = row['Review Title']?.trim();
  const stars = countOf(row['Star Rating']);
  const answer = row['Developer Reply Text']?.trim();
  return {
    kind: 'review',
    externalId,
    // Reports name nobody.
    author: { isBrand: false },
    text: row['Review Text']?.trim() ?? '',
    ...(title && { title }),
    ...(stars > 0 && { rating: { value: stars, scale: 5 } }),
    url: `https://play.google.com/store/apps/details?${new URLSearchParams({ id: packageName, reviewId: externalId }).toString()}`,
    postedAt,
    platformState: 'visible',
    ...(answer && { brandReply: { text: answer, at: timeOf(row, 'Developer Reply'), state: 'visible' } }),
    raw: row,
  };
}

function idOf(link = ''): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const id = new URL(link).searchParams.get('reviewId')?.trim();
  return id === '' ? undefined : id;
}

function timeOf(row: Row, name: string): Date | undefined {
  const ms = Number(row[`${name} Millis Since Epoch`]);
  return Number.isFinite(ms) && ms > 0 ? new Date(ms) : dateOf(row[`${name} Date and Time`]);
}
