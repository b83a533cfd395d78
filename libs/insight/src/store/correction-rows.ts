import { correctable, type Verdicts } from '@heard/core';
import type { Transaction } from '@heard/database';
import { microsOf, type SortKeyValues } from '../cursor.js';
import { instant, present } from '../instant.js';
import type { CorrectedBy, CorrectionView } from '../views.js';
import type { MentionRow } from './mention-rows.js';

/** A correction with who gave it, and who took it back. */
export interface CorrectionRow {
  readonly id: string;
  readonly revision: number;
  readonly given: Partial<Verdicts>;
  readonly before: Partial<Verdicts>;
  readonly said: CorrectionView['understood'];
  readonly note: string | null;
  readonly by_staff_id: string;
  readonly by_name: string;
  readonly at: Date;
  readonly back_by_staff_id: string | null;
  readonly back_by_name: string | null;
  readonly back_at: Date | null;
  readonly sort_key: SortKeyValues;
}

const fieldsOf = (prefix: string): string =>
  `jsonb_strip_nulls(jsonb_build_object(${correctable.map((field) => `'${field}', k.${prefix}${field}`).join(', ')}))`;

/** Reads corrections, the newest first; `k` is the correction. */
export function readCorrections(
  tx: Transaction,
  {
    where,
    values,
    limit,
  }: { readonly where: string; readonly values: readonly unknown[]; readonly limit: number },
): Promise<CorrectionRow[]> {
  return tx.rows<CorrectionRow>(
    `select k.id, k.revision, ${fieldsOf('')} as given, ${fieldsOf('from_')} as before, k.said, k.note, k.at,
       k.by_staff_id, p.name as by_name,
       t.by_staff_id as back_by_staff_id, q.name as back_by_name, t.at as back_at,
       array[${microsOf('k.at')}, k.id::text] as sort_key
     from corrections k
     join staff p on p.workspace_id = k.workspace_id and p.id = k.by_staff_id
     left join corrections t on t.workspace_id = k.workspace_id and t.takes_back = k.id
     left join staff q on q.workspace_id = t.workspace_id and q.id = t.by_staff_id
     where ${where} and k.takes_back is null
     order by k.at desc, k.id desc limit ${limit}`,
    values,
  );
}

/** What a person said of a text. */
export function correctionView(row: CorrectionRow): CorrectionView {
  const { back_by_staff_id: backId, back_at: backAt } = row;
  const { model, sentiment, intent, urgency, category } = row.said;
  return present({
    id: row.id,
    revision: row.revision,
    given: row.given,
    before: row.before,
    understood: { model, sentiment, intent, urgency, category },
    note: row.note,
    by: { id: row.by_staff_id, name: row.by_name },
    at: instant(row.at),
    takenBack:
      backId === null || backAt === null
        ? undefined
        : { by: { id: backId, name: row.back_by_name ?? '' }, at: instant(backAt) },
  });
}

/** Whose word the verdicts are that stand of these mentions, where people gave any. */
export async function readCorrected(
  tx: Transaction,
  mentions: readonly Pick<MentionRow, 'id' | 'corrected_at'>[],
): Promise<ReadonlyMap<string, CorrectedBy>> {
  const ids = mentions.filter((each) => each.corrected_at !== null).map((each) => each.id);
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{
    mention_id: string;
    field: keyof Verdicts;
    id: string;
    by: string;
    name: string;
    at: Date;
  }>(
    `select distinct on (k.mention_id, f.field) k.mention_id, f.field, k.id, p.id as by, p.name, k.at
     from corrections k
     join mentions m on m.workspace_id = k.workspace_id and m.id = k.mention_id and m.revision = k.revision
     join staff p on p.workspace_id = k.workspace_id and p.id = k.by_staff_id
     cross join lateral (values ${correctable.map((field) => `('${field}', k.${field})`).join(', ')}) f (field, value)
     where k.workspace_id = $1 and k.mention_id = any($2::uuid[]) and f.value is not null and not exists (
       select from corrections t where t.workspace_id = k.workspace_id and t.takes_back = k.id)
     order by k.mention_id, f.field, k.seq desc`,
    [tx.workspaceId, ids],
  );
  const corrected = new Map<string, CorrectedBy>();
  for (const { mention_id: mentionId, field, id: correctionId, by, name, at } of rows) {
    const given = { correctionId, by: { id: by, name }, at: instant(at) };
    corrected.set(mentionId, { ...corrected.get(mentionId), [field]: given });
  }
  return corrected;
}
