import type { Transaction } from '@heard/database';

/** The cause that a case has in the register. */
export async function causeOfCase(tx: Transaction, caseId: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ cause_id: string }>(
    'select cause_id from cause_cases where workspace_id = $1 and case_id = $2',
    [tx.workspaceId, caseId],
  );
  return row?.cause_id;
}

/** True for a case of the demo: what is made of it goes with it. */
export async function isDemoCase(tx: Transaction, caseId: string): Promise<boolean> {
  const [row] = await tx.rows<{ demo: boolean }>(
    'select demo from cases where workspace_id = $1 and id = $2',
    [tx.workspaceId, caseId],
  );
  return row?.demo ?? false;
}
