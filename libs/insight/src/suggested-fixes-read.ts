import {
  bestFirst,
  type CatalogueFix,
  type FixKind,
  fixOfKind,
  isEnough,
  ladderOf,
  type Policy,
  type TriedFixes,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { isId } from './cursor.js';
import { present } from './instant.js';
import type { PolicyBook } from './ports.js';
import { readSubject, readTried } from './store/tried-fixes-rows.js';
import type { SuggestedFixesView, SuggestedFixView, TriedFixesView } from './views.js';

const days = 365;
const dayMs = 24 * 60 * 60_000;
/** More than a person compares. */
const mostShown = 5;

/** What to offer on a case. It only reads: nothing is offered or promised by it. */
export class SuggestedFixesRead {
  constructor(private readonly policies: PolicyBook) {}

  /** What worked before for this kind of failure, or the ladder of the playbook; undefined when there is no such case. */
  async get(tx: Transaction, caseId: string, now: Date): Promise<SuggestedFixesView | undefined> {
    const subject = isId(caseId) ? await readSubject(tx, caseId) : undefined;
    if (!subject) return undefined;
    const { failure, demo, policy_version: policyVersion } = subject;
    const policy = await this.policies.get(tx, policyVersion);
    const { currency } = policy.money;
    const since = new Date(now.getTime() - days * dayMs);
    const tried = await readTried(tx, { caseId, failure, since, until: now, currency, demo });
    const enough = isEnough(tried, policy);
    return {
      failure,
      policyVersion,
      basis: enough ? 'experience' : 'playbook',
      cases: tried.reduce((sum, { cases }) => sum + cases, 0),
      needed: policy.suggestFrom,
      days,
      tried: enough
        ? bestFirst(tried)
            .slice(0, mostShown)
            .map((each) => triedView(each, policy, (kind) => fixOfKind(kind, failure, policy)))
        : [],
      ladder: ladderOf(failure, policy).map((fix) => fixView(fix.kind, fix)),
    };
  }
}

function triedView(
  { kinds, cases, recovered, helped, medianCostMinor }: TriedFixes,
  { money }: Policy,
  fixFor: (kind: FixKind) => CatalogueFix | undefined,
): TriedFixesView {
  return present({
    fixes: kinds.map((kind) => fixView(kind, fixFor(kind))),
    cases,
    recovered,
    helped,
    medianCost:
      medianCostMinor === undefined ? undefined : { amountMinor: medianCostMinor, currency: money.currency },
  });
}

function fixView(kind: FixKind, fix: CatalogueFix | undefined): SuggestedFixView {
  return present({ kind, key: fix?.key, title: fix?.title, cost: fix?.cost });
}
