import { type Assessment, heard, isComplaint, urgencyRank } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { ActOnCase } from '@heard/recovery';
import type { HomeMention } from './home-mention.js';
import { lockMention, type ReadMention, standingOf } from './store/read-mentions.js';

/** Puts another assessment above the first, and lets the cases follow: one is opened, joined or made more urgent. */
export class Reassess {
  constructor(
    private readonly home: HomeMention,
    private readonly act: ActOnCase,
  ) {}

  /**
   * In a transaction for this mention alone: it takes locks in the order in which intake takes them. `save` is false
   * where yet another assessment stands by now.
   */
  async run(
    tx: Transaction,
    read: Pick<ReadMention, 'id' | 'revision' | 'sourceId'>,
    save: (mention: ReadMention) => Promise<boolean>,
  ): Promise<void> {
    const mention = await lockMention(tx, read);
    // Edited meanwhile: the new text is assessed by itself.
    if (!mention || !(await save(mention))) return;
    // What a person said meanwhile stands above it.
    const stands = await standingOf(tx, mention);
    if (mention.caseId !== undefined) await this.raise(tx, mention.caseId, mention, stands);
    else if (isComplaint(stands)) await this.home.run(tx, mention, stands);
  }

  private async raise(
    tx: Transaction,
    caseId: string,
    mention: ReadMention,
    stands: Assessment,
  ): Promise<void> {
    const { urgency, urgencyReasons } = stands;
    if (urgencyRank(urgency) <= urgencyRank(mention.stands.urgency)) return;
    const [open] = await tx.rows(
      `select from cases where workspace_id = $1 and id = $2 and status = 'open' for update`,
      [tx.workspaceId, caseId],
    );
    if (!open) return;
    const command = { type: 'reassess', mentionId: mention.id, urgency, urgencyReasons } as const;
    await this.act.within(tx, caseId, command, heard);
  }
}

/** Whether the second assessment of a mention means something to the cases. */
export function concernsCases({ caseId, first }: ReadMention, second: Assessment): boolean {
  if (caseId === undefined) return isComplaint(second);
  return urgencyRank(second.urgency) > urgencyRank(first.urgency);
}
