import type { CaseRecord } from '@heard/cases';
import { type CaseOfAuthor, isAfterwards } from '@heard/core';
import type { Written } from './store/cases-of-authors.js';

/** The cases of each person who wrote a batch, kept up as the batch goes on; a person without an id has none. */
export class AuthorCases {
  private readonly cases = new Map<string, readonly CaseOfAuthor[]>();

  constructor(records: readonly CaseRecord[]) {
    for (const { state, sourceId, customer, lastMentionAt } of records) {
      const { id: caseId, status, closedAt, closedBecause } = state;
      if (customer.externalId === undefined) continue;
      const key = keyOf(sourceId, customer.externalId);
      const entry = { caseId, status, lastMentionAt, closedAt, closedBecause };
      this.cases.set(key, [...(this.cases.get(key) ?? []), entry]);
    }
  }

  /** The cases of the one who wrote the mention. */
  of(mention: Written): readonly CaseOfAuthor[] {
    const { externalId } = mention.author;
    return externalId === undefined ? [] : (this.cases.get(keyOf(mention.sourceId, externalId)) ?? []);
  }

  /** The case that was closed last before they wrote this, not too long before. */
  lastClosedBefore(mention: Written): string | undefined {
    return this.of(mention)
      .filter(({ status, closedAt }) => status === 'closed' && isAfterwards(closedAt, mention.postedAt))
      .toSorted((a, b) => (b.closedAt?.getTime() ?? 0) - (a.closedAt?.getTime() ?? 0))[0]?.caseId;
  }

  /** That the mention went to a case, for the ones after it in the batch. */
  remember(mention: Written, caseId: string, status: 'open' | 'closed'): void {
    const { externalId } = mention.author;
    if (externalId === undefined) return;
    const known = this.of(mention).find((each) => each.caseId === caseId);
    const entry = { ...known, caseId, status, lastMentionAt: mention.postedAt };
    const others = this.of(mention).filter((each) => each !== known);
    this.cases.set(keyOf(mention.sourceId, externalId), [...others, entry]);
  }
}

const keyOf = (sourceId: string, externalId: string): string => `${sourceId} ${externalId}`;
