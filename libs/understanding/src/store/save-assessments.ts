import type { Assessment } from '@heard/core';
import type { Transaction } from '@heard/database';

/** What was understood of one revision of a mention. */
export interface AssessedMention {
  readonly mentionId: string;
  readonly revision: number;
  readonly assessment: Assessment;
}

/** Stores the assessments of a batch in one statement. */
export async function saveAssessments(
  tx: Transaction,
  batch: readonly AssessedMention[],
  now: Date,
): Promise<void> {
  if (batch.length === 0) return;
  const rows = batch.map(({ mentionId, revision, assessment }) => ({
    mention_id: mentionId,
    revision,
    model: assessment.model,
    language: assessment.language,
    sentiment: assessment.sentiment,
    p_negative: assessment.pNegative,
    intent: assessment.intent,
    urgency: assessment.urgency,
    urgency_reasons: assessment.urgencyReasons,
    category: assessment.category,
    signals: assessment.signals,
  }));
  await tx.run(
    `insert into assessments (workspace_id, assessed_at, mention_id, revision, model, language, sentiment, p_negative,
       intent, urgency, urgency_reasons, category, signals)
     select $1, $2, r.* from json_to_recordset($3) as r(mention_id uuid, revision integer, model text, language text,
       sentiment text, p_negative real, intent text, urgency text, urgency_reasons text[], category text, signals jsonb)`,
    [tx.workspaceId, now, JSON.stringify(rows)],
  );
}
