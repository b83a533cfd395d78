import type { Language } from '@heard/core';
import type { Transaction } from '@heard/database';

/** How a workspace's newest texts of one language lie around the band. */
export interface OwnLeans {
  readonly language: Language;
  readonly texts: number;
  /** Of them those within each of the widths that were asked for, in their order. */
  readonly within: readonly number[];
}

/** Enough to count shares by; more would only be slower. */
const newest = 5_000;

/** The newest texts that customers wrote, language by language. */
export async function ownLeans(tx: Transaction, widths: readonly number[]): Promise<OwnLeans[]> {
  return tx.rows<OwnLeans>(
    `select a.language, count(*)::integer as texts,
       array(select (count(*) filter (where l < width))::integer
         from unnest(array_agg(abs(a.lean))) as l, unnest($2::real[]) with ordinality as w (width, place)
         group by place order by place) as within
     from (
       select id, revision from mentions
       where workspace_id = $1 and not is_brand and not demo and missed is null and text <> ''
       order by posted_at desc, id desc limit ${newest}
     ) m
     join assessments a on a.workspace_id = $1 and a.mention_id = m.id and a.revision = m.revision
     where a.lean is not null
     group by a.language order by texts desc, a.language`,
    [tx.workspaceId, widths],
  );
}
