import { type Assessment, correctable, type Verdicts } from '@heard/core';
import type { Transaction } from '@heard/database';

/** A correction as it is written, or that one was taken back; nothing of it is ever edited. */
export interface NewCorrection {
  readonly id: string;
  readonly mentionId: string;
  readonly revision: number;
  /** As given; nothing where a correction is taken back. */
  readonly fields?: Partial<Verdicts>;
  /** The correction that is taken back. */
  readonly takesBack?: string;
  /** What stood before. */
  readonly from: Verdicts;
  /** What a machine had understood. */
  readonly understood: Assessment;
  /** The rest of the assessment, as it follows from what people said. */
  readonly derived?: Assessment;
  readonly note?: string;
  readonly by: string;
  readonly at: Date;
}

/** Keeps a correction. */
export async function addCorrection(tx: Transaction, correction: NewCorrection): Promise<void> {
  const {
    id,
    mentionId,
    revision,
    fields = {},
    takesBack,
    from,
    understood,
    derived,
    note,
    by,
    at,
  } = correction;
  const given = correctable.map((field) => fields[field] ?? null);
  const before = correctable.map((field) => (fields[field] === undefined ? null : from[field]));
  const read = JSON.stringify(machineVerdict(understood));
  const follows = derived ? JSON.stringify(derivedFields(derived)) : null;
  await tx.run(
    `insert into corrections (workspace_id, id, mention_id, revision, takes_back, said, derived, note, by_staff_id, at,
       ${correctable.join(', ')}, ${correctable.map((field) => `from_${field}`).join(', ')})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      tx.workspaceId,
      id,
      mentionId,
      revision,
      takesBack ?? null,
      read,
      follows,
      note ?? null,
      by,
      at,
      ...given,
      ...before,
    ],
  );
}

/** What a correction said of which text, and whether it was taken back; undefined when there is none of this mention. */
export async function findCorrection(
  tx: Transaction,
  mentionId: string,
  id: string,
): Promise<
  { readonly revision: number; readonly fields: Partial<Verdicts>; readonly isTakenBack: boolean } | undefined
> {
  const [row] = await tx.rows<{ revision: number; fields: Partial<Verdicts>; taken_back: boolean }>(
    `select k.revision, ${givenBy('k')} as fields, exists (
       select from corrections t where t.workspace_id = $1 and t.takes_back = k.id) as taken_back
     from corrections k
     where k.workspace_id = $1 and k.mention_id = $2 and k.id = $3 and k.takes_back is null`,
    [tx.workspaceId, mentionId, id],
  );
  return row && { revision: row.revision, fields: row.fields, isTakenBack: row.taken_back };
}

/** What people say of a text, were it not for this correction. */
export async function saidWithout(
  tx: Transaction,
  { id, revision }: { readonly id: string; readonly revision: number },
  correctionId: string,
): Promise<Partial<Verdicts>> {
  const rows = await tx.rows<{ fields: Partial<Verdicts> }>(
    `select ${givenBy('k')} as fields from corrections k
     where k.workspace_id = $1 and k.mention_id = $2 and k.revision = $3 and k.id <> $4 and not exists (
       select from corrections t where t.workspace_id = $1 and t.takes_back = k.id)
     order by k.seq`,
    [tx.workspaceId, id, revision, correctionId],
  );
  return Object.assign({}, ...rows.map(({ fields }) => fields)) as Partial<Verdicts>;
}

const givenBy = (row: string): string =>
  `jsonb_strip_nulls(jsonb_build_object(${correctable.map((field) => `'${field}', ${row}.${field}`).join(', ')}))`;

function machineVerdict({ model, sentiment, pNegative, intent, urgency, category }: Assessment): object {
  return { model, sentiment, pNegative, intent, urgency, category };
}

function derivedFields({ urgency, urgencyReasons, category, signals, notes = [] }: Assessment): object {
  return { urgency, urgencyReasons, category, signals, notes };
}
