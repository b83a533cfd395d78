import type { Transaction } from '@heard/database';
import { instant, present } from '../instant.js';
import type { SameTextView } from '../views.js';
import { type SourceColumns, sourceRef } from './source-ref.js';

interface SameTextRow extends SourceColumns {
  readonly of: string;
  readonly id: string;
  readonly author_name: string | null;
  readonly posted_at: Date;
  readonly url: string | null;
  readonly case_id: string | null;
}

/** Where else the texts of mentions were posted, by mention; at most 20 of each, the newest first. */
export async function readSameTexts(
  tx: Transaction,
  mentionIds: readonly string[],
): Promise<Map<string, SameTextView[]>> {
  const rows = await tx.rows<SameTextRow>(
    `select asked.id as of, o.id, o.author_name, o.posted_at, o.url, o.case_id,
       s.id as source_id, s.platform, s.name as source_name, s.demo as source_demo
     from unnest($2::uuid[]) as asked (id)
     join mentions m on m.workspace_id = $1 and m.id = asked.id
     cross join lateral (
       select * from mentions x
       where x.workspace_id = $1 and x.text_key = m.text_key and x.id <> m.id
       order by x.posted_at desc, x.id desc limit 20
     ) o
     join sources s on s.workspace_id = $1 and s.id = o.source_id
     order by asked.id, o.posted_at desc, o.id desc`,
    [tx.workspaceId, mentionIds],
  );
  const byMention = new Map<string, SameTextView[]>();
  for (const row of rows) {
    const view = present({
      id: row.id,
      source: sourceRef(row),
      author: row.author_name,
      postedAt: instant(row.posted_at),
      url: row.url,
      caseId: row.case_id,
    });
    byMention.set(row.of, [...(byMention.get(row.of) ?? []), view]);
  }
  return byMention;
}
