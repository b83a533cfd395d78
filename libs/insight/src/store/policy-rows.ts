import type { Actor } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { SortKeyValues } from '../cursor.js';
import { instant } from '../instant.js';
import type { PolicyChangeView, PolicySectionName } from '../views.js';

/** A version of the policy without the policy. */
export interface PolicyRow {
  readonly version: number;
  readonly at: Date;
  readonly by: Actor;
  readonly name: string | null;
  readonly sections: readonly PolicySectionName[];
  readonly sort_key: SortKeyValues;
}

const select = `
  select v.version, v.at, v.by, coalesce(s.name, k.name) as name, v.sections, array[v.version::text] as sort_key
  from policies v
  left join staff s on s.workspace_id = v.workspace_id and s.id = (v.by->>'staffId')::uuid
  left join api_keys k on k.workspace_id = v.workspace_id and k.id = (v.by->>'keyId')::uuid`;

/** Versions before one of them, the newest first. */
export function readPolicyChanges(
  tx: Transaction,
  page: { readonly before?: number; readonly limit: number },
): Promise<PolicyRow[]> {
  return tx.rows<PolicyRow>(
    `${select} where v.workspace_id = $1 and ($2::integer is null or v.version < $2) order by v.version desc limit $3`,
    [tx.workspaceId, page.before ?? null, page.limit],
  );
}

/** One version. */
export async function readPolicyChange(tx: Transaction, version: number): Promise<PolicyRow | undefined> {
  const [row] = await tx.rows<PolicyRow>(`${select} where v.workspace_id = $1 and v.version = $2`, [
    tx.workspaceId,
    version,
  ]);
  return row;
}

/** A version as the list shows it. */
export function policyChange({ version, at, by, name, sections }: PolicyRow): PolicyChangeView {
  return { version, at: instant(at), by: name === null ? by : { ...by, name }, sections };
}
