import { type Assessment, usualUnsureWidth } from '@heard/core';
import type { Transaction } from '@heard/database';
import type { ReadMention } from './read-mentions.js';

/** Makes the second assessment the one that was read, unless another is by now; keeps the one before. */
export async function saveSecond(
  tx: Transaction,
  { id, revision, first }: Pick<ReadMention, 'id' | 'revision' | 'first'>,
  second: Assessment,
  now: Date,
): Promise<boolean> {
  const { sentiment, pNegative, intent, urgency, urgencyReasons, category, model, lean } = second;
  const changed = await tx.run(
    `update assessments set model = $5, sentiment = $6, p_negative = $7, intent = $8, urgency = $9,
       urgency_reasons = $10, category = $11, assessed_at = $12, lean = $13,
       unsure = coalesce(abs($13::real) < coalesce((
         select width from unsure_bands where workspace_id = $1 order by version desc limit 1), $14::real), false)
     where workspace_id = $1 and mention_id = $2 and revision = $3 and model = $4`,
    [
      tx.workspaceId,
      id,
      revision,
      first.model,
      model,
      sentiment,
      pNegative,
      intent,
      urgency,
      urgencyReasons,
      category,
      now,
      lean ?? null,
      usualUnsureWidth,
    ],
  );
  await tx.run(
    `insert into second_readings (workspace_id, mention_id, revision, at, before, said, stands)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [tx.workspaceId, id, revision, now, JSON.stringify(first), JSON.stringify(second), changed === 1],
  );
  return changed === 1;
}
