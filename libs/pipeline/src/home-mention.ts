import type { Assessment } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { TriageMentions } from '@heard/triage';
import { type ReadMention, setCase } from './store/read-mentions.js';

/** Finds a case for a stored mention that turns out to be a complaint; the caller holds it and its source locked. */
export class HomeMention {
  constructor(private readonly triage: TriageMentions) {}

  /** The case that it belongs to from now on, if any. */
  async run(tx: Transaction, mention: ReadMention, assessment: Assessment): Promise<string | undefined> {
    const hasWords = mention.text.trim() !== '';
    const triaged = await this.triage.run(tx, [{ ...mention, hasWords, assessment }]);
    await triaged.write();
    const caseId = triaged.caseOf.get(mention.id);
    if (caseId !== undefined) await setCase(tx, mention.id, caseId);
    return caseId;
  }
}
