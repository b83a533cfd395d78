import { CaseBook, type CaseRecord, type NewCase } from '@heard/cases';
import { type Actor, type CaseFact, heard } from '@heard/core';
import { newId } from '@heard/database';
import { CasesRead } from './cases-read.js';
import { type Desk, minute, worldOf } from './desk.spec-suite.js';
import type { CaseView } from './views.js';

/** Writes histories; nothing follows them. */
export const book = new CaseBook(async () => undefined, { for: async () => () => undefined });
/** Reads cases as the api does. */
export const reading = new CasesRead(worldOf());

/** A fact of a history, so many minutes after the beginning. */
export type Step = { fact: CaseFact; at: number; by?: Actor };

/** A case with the history that these steps after its opening make. */
export async function caseOf(desk: Desk, mentionId: string, steps: readonly Step[] = []): Promise<string> {
  const id = newId();
  const opened: CaseFact = {
    type: 'case.opened',
    mentionId,
    postedAt: minute(0),
    language: 'uk',
    category: 'delivery',
    urgency: 'high',
    urgencyReasons: ['stuck_now'],
    signals: ['waiting'],
    assignee: desk.staffId,
    because: 'on_duty',
  };
  const base = { id, sourceId: desk.sourceId, customer: { name: 'Олена' }, lastMentionAt: minute(0) };
  const newCase: NewCase = { ...base, demo: false, events: [{ ...opened, at: minute(1), by: heard }] };
  await desk.in(async (tx) => {
    const [written] = await book.appendAll(tx, [], [newCase]);
    const record = written?.record as CaseRecord;
    const events = steps.map(({ fact, at, by = heard }) => ({ ...fact, at: minute(at), by }));
    await book.append(tx, record, events);
    await tx.run('update mentions set case_id = $1 where id = $2', [id, mentionId]);
  });
  return id;
}

/** The case page an hour after the beginning. */
export async function view(desk: Desk, id: string): Promise<CaseView> {
  const found = await desk.in((tx) => reading.get(tx, id, minute(60)));
  if (!found) throw new Error('The case is not there.');
  return found;
}
