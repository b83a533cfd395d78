import type { CollectedMention } from '@heard/core';
import type { Database } from '@heard/database';
import { type BatchReport, type ConnectSource, batchSourceOf, type TakeBatch } from '@heard/listening';

/** How many mentions are one transaction. */
export const batchSize = 500;

/** Takes mentions that are handed to us, by API or from a file: the same way as those that were fetched. */
export class TakePushed {
  constructor(
    private readonly database: Database,
    private readonly connect: ConnectSource,
    private readonly take: TakeBatch,
  ) {}

  /** One batch is one transaction; the push source of this name or id is made when there is none. */
  async run(
    workspaceId: string,
    sourceNameOrId: string,
    mentions: readonly CollectedMention[],
    options: { readonly demo?: boolean } = {},
  ): Promise<Omit<BatchReport, 'freshPostedAt'>> {
    const total = { accepted: 0, changed: 0, duplicates: 0 };
    for (let start = 0; start < mentions.length; start += batchSize) {
      const batch = mentions.slice(start, start + batchSize);
      const report = await this.database.inWorkspace(workspaceId, async (tx) => {
        const row = await this.connect.pushSource(tx, sourceNameOrId, options.demo);
        return this.take.run(tx, batchSourceOf(row), batch);
      });
      total.accepted += report.accepted;
      total.changed += report.changed;
      total.duplicates += report.duplicates;
    }
    return total;
  }
}
