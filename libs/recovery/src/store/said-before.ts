import type { Transaction } from '@heard/database';

/** What was said around an answer: the customer's texts, ours to them, and ours to others lately. */
export interface SaidBefore {
  /** The customer's texts of the case, oldest first, a blank line between. */
  readonly complaint: string;
  readonly previous: readonly string[];
  readonly toOthers: readonly string[];
}

/** More of our texts to others are not compared. */
const mostOthers = 200;

/**
 * Reads what was said around an answer of a case; `since` bounds what counts as lately. The message of an incident is
 * meant to be alike for all its customers: what was said to the others of the same incident is left out.
 */
export async function saidBefore(
  tx: Transaction,
  caseId: string,
  since: Date,
  incidentId?: string,
): Promise<SaidBefore> {
  const texts = await tx.rows<{ text: string }>(
    `select text from mentions where workspace_id = $1 and case_id = $2 and not is_brand order by posted_at, id`,
    [tx.workspaceId, caseId],
  );
  const ours = await tx.rows<{ text: string; mine: boolean }>(
    `(select text, true as mine, queued_at from answers
       where workspace_id = $1 and case_id = $2 and text <> '' and state not in ('rejected', 'lost'))
     union all
     (select text, false as mine, queued_at from answers
       where workspace_id = $1 and case_id <> $2 and text <> '' and human and queued_at >= $3
         and ($4::uuid is null or case_id not in (
           select i.case_id from incident_cases i where i.workspace_id = $1 and i.incident_id = $4))
       order by queued_at desc limit ${mostOthers})
     order by queued_at`,
    [tx.workspaceId, caseId, since, incidentId ?? null],
  );
  return {
    complaint: texts.map(({ text }) => text).join('\n\n'),
    previous: ours.filter(({ mine }) => mine).map(({ text }) => text),
    toOthers: ours.filter(({ mine }) => !mine).map(({ text }) => text),
  };
}
