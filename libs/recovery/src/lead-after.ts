import type { CaseRecord } from '@heard/cases';
import type { Transaction } from '@heard/database';
import type { Team } from './ports.js';

/** Who gets what the assignee loses. A lead who is there keeps it; an absent one loses it to a lead who is there. */
export async function leadAfter(
  tx: Transaction,
  record: Pick<CaseRecord, 'demo'> & { readonly state: { readonly assignee: string } },
  { team, assigneePresent }: { readonly team: Team; readonly assigneePresent: boolean },
): Promise<string> {
  const { assignee } = record.state;
  const leads = await team.isLead(tx, assignee);
  if (leads && assigneePresent) return assignee;
  const lead = await team.lead(tx, record);
  // Of two who are away neither is better: it would only go to and fro.
  return leads && !(await team.isPresent(tx, lead)) ? assignee : lead;
}
