import type { LikelyHit } from '@heard/core';
import { readCsv, sniffDelimiter } from '@heard/listening';
import type { HandedIn, ListedReport } from '../../../api/src/ports/index.js';

/** What is kept of a person at most, by field. */
const longest = { name: 200, contact: 200, reference: 100 } as const;
type Field = keyof typeof longest;

/** What the columns are called in files that people export. */
const columns: Readonly<Record<Field, RegExp>> = {
  name: /^(name|customer|client|имя|фио|клиент|покупатель|ім['’ʼ]?я|піб|клієнт|покупець)$/iu,
  contact: /^(contact|phone|e-?mail|tel|контакт|телефон|почта|тел|пошта|імейл)$/iu,
  reference: /^(reference|order|order (no|number)|номер|заказ|номер заказа|замовлення|номер замовлення)$/iu,
};

/** Reads a list of people: rows as they are, CSV by the names of its columns, or JSON lines. */
export async function readLikelyHit({
  people = [],
  text,
}: HandedIn): Promise<{ people: LikelyHit[]; rejected: ListedReport['rejected'] }> {
  const read: LikelyHit[] = [...people];
  const rejected: { line: number; reason: string }[] = [];
  const add = (line: number, person: LikelyHit | undefined): void => {
    if (person) read.push(person);
    else rejected.push({ line, reason: 'name, contact and reference are all empty' });
  };
  if (text !== undefined && text.trimStart().startsWith('{')) readLines(text, add, rejected);
  else if (text !== undefined) await readTable(text, add, rejected);
  return { people: read, rejected };
}

type Add = (line: number, person: LikelyHit | undefined) => void;

function readLines(text: string, add: Add, rejected: { line: number; reason: string }[]): void {
  for (const [index, each] of text.split(/\r?\n/u).entries()) {
    if (each.trim() === '') continue;
    try {
      const row: unknown = JSON.parse(each);
      add(
        index + 1,
        personOf((field) => (isObject(row) ? row[field] : undefined)),
      );
    } catch {
      rejected.push({ line: index + 1, reason: 'is no JSON' });
    }
  }
}

async function readTable(
  text: string,
  add: Add,
  rejected: { line: number; reason: string }[],
): Promise<void> {
  let places: Partial<Record<Field, number>> | undefined;
  for await (const row of readCsv([text], sniffDelimiter(text))) {
    if ('broken' in row) rejected.push({ line: row.line, reason: row.broken });
    else if (places) {
      const { cells, line } = row;
      const at = places;
      add(
        line,
        personOf((field) => cells[at[field] ?? -1]),
      );
    } else {
      places = placesOf(row.cells);
      if (Object.keys(places).length > 0) continue;
      // Without a head the columns are in this order.
      places = { name: 0, contact: 1, reference: 2 };
      const { cells, line } = row;
      add(
        line,
        personOf((field) => cells[places?.[field] ?? -1]),
      );
    }
  }
}

function placesOf(head: readonly string[]): Partial<Record<Field, number>> {
  const found = Object.entries(columns).flatMap(([field, name]): [string, number][] => {
    const place = head.findIndex((cell) => name.test(cell.trim()));
    return place < 0 ? [] : [[field, place]];
  });
  return Object.fromEntries(found);
}

function personOf(cell: (field: Field) => unknown): LikelyHit | undefined {
  const fields = (Object.keys(longest) as Field[]).flatMap((field): [Field, string][] => {
    const value = cell(field);
    const written = typeof value === 'number' ? String(value) : value;
    if (typeof written !== 'string' || written.trim() === '') return [];
    return [[field, written.trim().replaceAll('\0', '').slice(0, longest[field]).toWellFormed()]];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
