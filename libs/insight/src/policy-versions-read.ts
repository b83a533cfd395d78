import type { Transaction } from '@heard/database';
import { SortKey } from './cursor.js';
import { boundedLimit } from './filter.js';
import { policyChange, readPolicyChange, readPolicyChanges } from './store/policy-rows.js';
import type { PageOf, PolicyChangeView } from './views.js';

const versionsKey = new SortKey('policy.versions', ['integer']);

/** Reads who changed the policy, and when. */
export class PolicyVersionsRead {
  /** Every version, the newest first. */
  async list(
    tx: Transaction,
    asked: { readonly cursor?: string; readonly limit: number },
  ): Promise<PageOf<PolicyChangeView>> {
    const limit = boundedLimit(asked.limit);
    const [before] = asked.cursor === undefined ? [] : versionsKey.read(asked.cursor);
    const rows = await readPolicyChanges(tx, {
      limit: limit + 1,
      ...(before !== undefined && { before: Number(before) }),
    });
    return versionsKey.page(rows, limit, policyChange);
  }

  /** Who saved one version; undefined when there is none. */
  async get(tx: Transaction, version: number): Promise<PolicyChangeView | undefined> {
    const row = await readPolicyChange(tx, version);
    return row && policyChange(row);
  }
}
