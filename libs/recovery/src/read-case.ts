import { readHistory } from '@heard/cases';
import { type Case, type CaseEvent, Fault, rebuild } from '@heard/core';
import type { Transaction } from '@heard/database';
import { type CaseAround, caseAround } from './store/case-around.js';

/** A case as its history tells it, with what lies around it; not locked. */
export interface ReadCase extends CaseAround {
  readonly state: Case;
  readonly history: readonly CaseEvent[];
}

/** Reads a case; faults when there is none. */
export async function readCase(tx: Transaction, caseId: string): Promise<ReadCase> {
  const around = await caseAround(tx, caseId);
  if (!around) throw new Fault('missing', 'There is no such case.', { code: 'no_such_case' });
  const history = await readHistory(tx, caseId);
  return { ...around, history, state: rebuild(caseId, history) };
}
