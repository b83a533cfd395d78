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
  const column = <T>(read: (assessment: Assessment) => T): T[] => batch.map((each) => read(each.assessment));
  await tx.run(
    `insert into assessments (workspace_id, assessed_at, mention_id, revision, model, language, sentiment, p_negative,
       intent, urgency, urgency_reasons, category, signals, notes, margin, because, also_in, partial, lean, unsure)
     select $1, $2, mention_id, revision, model, language, sentiment, p_negative, intent, urgency,
       string_to_array(reasons, ','), category, signals, notes, margin, because, also_in, partial, lean, unsure
     from unnest($3::uuid[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::real[], $9::text[], $10::text[],
       $11::text[], $12::text[], $13::jsonb[], $14::jsonb[], $15::real[],
       $16::jsonb[], $17::text[], $18::boolean[], $19::real[], $20::boolean[])
       as a (mention_id, revision, model, language, sentiment, p_negative, intent, urgency, reasons, category, signals,
         notes, margin, because, also_in, partial, lean, unsure)`,
    [
      tx.workspaceId,
      now,
      batch.map((each) => each.mentionId),
      batch.map((each) => each.revision),
      column((assessment) => assessment.model),
      column((assessment) => assessment.language),
      column((assessment) => assessment.sentiment),
      column((assessment) => assessment.pNegative),
      column((assessment) => assessment.intent),
      column((assessment) => assessment.urgency),
      // An array of arrays of different lengths cannot be sent; reasons are words without commas.
      column((assessment) => assessment.urgencyReasons.join(',')),
      column((assessment) => assessment.category),
      column((assessment) => JSON.stringify(assessment.signals)),
      column((assessment) => JSON.stringify(assessment.notes ?? [])),
      column((assessment) => assessment.margin ?? null),
      column((assessment) => (assessment.because ? JSON.stringify(assessment.because) : null)),
      column((assessment) => assessment.alsoIn ?? null),
      column((assessment) => assessment.partial ?? false),
      column((assessment) => assessment.lean ?? null),
      column((assessment) => assessment.unsure ?? false),
    ],
  );
}
