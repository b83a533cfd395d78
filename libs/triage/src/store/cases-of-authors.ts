import type { Transaction } from '@heard/database';

/** Who wrote something, where and when. */
export interface Written {
  readonly sourceId: string;
  readonly author: { readonly externalId?: string };
  readonly postedAt: Date;
}

/** The ids of the cases that a batch may belong to: open ones of the same people, and recently closed ones. */
export async function casesOfAuthors(tx: Transaction, mentions: readonly Written[]): Promise<string[]> {
  const named = mentions.filter((mention) => mention.author.externalId !== undefined);
  if (named.length === 0) return [];
  const rows = await tx.rows<{ id: string }>(
    // Lateral: one look into the index for each person, also while a new database has no statistics to plan by.
    `select c.id from (select distinct * from unnest($2::uuid[], $3::text[]) as u (source_id, author_external_id)) a
     cross join lateral (
       select id from cases
       where workspace_id = $1 and source_id = a.source_id and author_external_id = a.author_external_id
         and (status = 'open' or closed_at > $4::timestamptz - interval '90 days')
       order by opened_at desc limit 20) c`,
    [
      tx.workspaceId,
      named.map((mention) => mention.sourceId),
      named.map((mention) => mention.author.externalId),
      new Date(Math.min(...named.map((mention) => mention.postedAt.getTime()))),
    ],
  );
  return rows.map((row) => row.id);
}
