import type { Actor, CaseEvent, CaseFact } from '@heard/core';
import { sha256, type Transaction } from '@heard/database';

/** An event as it stands in the history: numbered from 1, chained by its hash. */
export type StoredEvent = CaseEvent & {
  readonly seq: number;
  readonly hash: Buffer;
  /** The hash of the event before it; absent for the first. */
  readonly previousHash?: Buffer;
};

interface EventRow {
  readonly case_id: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly by: Actor;
  readonly facts: Record<string, unknown>;
  readonly hash: Buffer;
  readonly previous_hash: Buffer | null;
}

/** The fields of facts that are moments; jsonb keeps them as ISO 8601 text. */
const moments: ReadonlySet<string> = new Set(['postedAt', 'due', 'when']);

/** The facts of an event as they are stored: without type, stamp and place in the chain, moments as text. */
export function factsOf(event: CaseEvent | StoredEvent): Record<string, unknown> {
  const facts: Record<string, unknown> = { ...event };
  for (const key of ['type', 'at', 'by', 'seq', 'hash', 'previousHash']) delete facts[key];
  return facts;
}

/** Reads moments back, wherever they lie in the facts. */
function revive(value: unknown, key = ''): unknown {
  if (typeof value === 'string' && moments.has(key)) return new Date(value);
  if (Array.isArray(value)) return value.map((each) => revive(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, revive(each, name)]));
}

/** An event of a row; the shape was checked when it was written, and rows are never edited. */
function eventOf(row: EventRow): StoredEvent {
  const facts = { ...(revive(row.facts) as object), type: row.type } as CaseFact;
  const previousHash = row.previous_hash ?? undefined;
  return { ...facts, at: row.at, by: row.by, seq: row.seq, hash: row.hash, previousHash };
}

/** The whole history of a case, oldest first. */
export async function readHistory(tx: Transaction, caseId: string): Promise<StoredEvent[]> {
  return (await readHistories(tx, [caseId])).get(caseId) ?? [];
}

/** The whole histories of cases by their id, each oldest first. */
export async function readHistories(
  tx: Transaction,
  caseIds: readonly string[],
): Promise<Map<string, StoredEvent[]>> {
  const rows = await tx.rows<EventRow>(
    `select case_id, seq, type, at, by, facts, hash, previous_hash from case_events
     where workspace_id = $1 and case_id = any($2) order by case_id, seq`,
    [tx.workspaceId, caseIds],
  );
  const histories = new Map<string, StoredEvent[]>();
  for (const row of rows) {
    const history = histories.get(row.case_id);
    if (history) history.push(eventOf(row));
    else histories.set(row.case_id, [eventOf(row)]);
  }
  return histories;
}

/** The same text for the same value, whatever the order of its keys: jsonb does not keep it. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const object = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of Object.keys(object).sort()) {
    if (object[key] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(object[key])}`;
  }
  return `{${text}}`;
}

/** The hash that chains an event to the one before it: SHA-256 over that hash, the place and the content. */
export function hashOf(previous: Buffer | undefined, caseId: string, seq: number, event: CaseEvent): Buffer {
  const content = canonical({ type: event.type, at: event.at, by: event.by, facts: factsOf(event) });
  return sha256(previous?.toString('hex') ?? '', caseId, String(seq), content);
}

/** Where a history was tampered with: the first event whose hash does not fit, or undefined when all fit. */
export function firstBreak(caseId: string, events: readonly StoredEvent[]): number | undefined {
  let previous: Buffer | undefined;
  for (const [index, event] of events.entries()) {
    const fits = event.seq === index + 1 && hashOf(previous, caseId, event.seq, event).equals(event.hash);
    if (!fits) return index + 1;
    previous = event.hash;
  }
  return undefined;
}
