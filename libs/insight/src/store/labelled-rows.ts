import { correctable, type Language, type Verdicts } from '@heard/core';
import type { Transaction } from '@heard/database';

/** Where a page of corrected texts ended. */
export interface LabelledKey {
  readonly mention_id: string;
  readonly revision: number;
}

/** A text that somebody corrected, with what people say of it now. */
export interface LabelledRow extends LabelledKey {
  readonly text: string;
  readonly title: string | null;
  readonly rating_value: number | null;
  readonly rating_scale: number | null;
  readonly language: Language;
  readonly said: Partial<Verdicts>;
  readonly understood: Verdicts & { readonly model: string };
}

const verdictsOf = (prefix: string): string =>
  correctable.map((field) => `'${field}', v.${prefix}_${field}`).join(', ');

/** A page of corrected texts, each as it was when it was corrected, in the order of their ids. */
export function readLabelled(
  tx: Transaction,
  after: LabelledKey | undefined,
  limit: number,
): Promise<LabelledRow[]> {
  return tx.rows<LabelledRow>(
    `select k.mention_id, k.revision, v.language,
       case when m.revision = k.revision then m.text else coalesce(r.text, '') end as text,
       case when m.revision = k.revision then m.title else r.title end as title,
       case when m.revision = k.revision then m.rating_value else r.rating_value end as rating_value,
       case when m.revision = k.revision then m.rating_scale else r.rating_scale end as rating_scale,
       jsonb_strip_nulls(jsonb_build_object(${verdictsOf('corrected')})) as said,
       jsonb_build_object('model', v.model, ${verdictsOf('model')}) as understood
     from (
       select distinct c.mention_id, c.revision from corrections c
       join mentions x on x.workspace_id = c.workspace_id and x.id = c.mention_id
       where c.workspace_id = $1 and not x.demo and x.wiped_at is null
         and ($2::uuid is null or (c.mention_id, c.revision) > ($2, $3::integer))
       order by c.mention_id, c.revision limit $4
     ) k
     join mentions m on m.workspace_id = $1 and m.id = k.mention_id
     left join mention_revisions r on r.workspace_id = $1 and r.mention_id = k.mention_id and r.revision = k.revision
     join standing_assessments v on v.workspace_id = $1 and v.mention_id = k.mention_id and v.revision = k.revision
     order by k.mention_id, k.revision`,
    [tx.workspaceId, after?.mention_id ?? null, after?.revision ?? null, limit],
  );
}
