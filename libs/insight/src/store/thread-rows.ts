import type { Transaction } from '@heard/database';
import { mentionColumns, mentionJoins, type MentionRow } from './mention-rows.js';

/** As many mentions as a thread shows. */
const longestThread = 200;

/**
 * The conversation around a case in order of posting: the case's mentions, what they answer to, and what stands in
 * the same thread. When there is more than can be shown, the case's own mentions stay, then the nearest to them,
 * then the newest.
 */
export function readThread(tx: Transaction, caseId: string): Promise<MentionRow[]> {
  return tx.rows<MentionRow>(
    `with own as materialized (
       select m.id, m.source_id, m.external_id, m.parent_external_id, m.posted_at,
              coalesce(m.root_external_id, m.parent_external_id, m.external_id) as root
       from mentions m where m.workspace_id = $1 and m.case_id = $2
       order by m.posted_at desc, m.id desc limit ${longestThread}
     ),
     above as (
       select m.id, m.posted_at
       from (select source_id, parent_external_id as external_id from own
             union select source_id, root from own) o
       join mentions m on m.workspace_id = $1 and m.source_id = o.source_id and m.external_id = o.external_id
         and m.kind in ('post', 'comment', 'review', 'message', 'reply', 'missed_contact')
     ),
     beside as (
       select m.id, m.posted_at,
              exists (select from own o where o.source_id = m.source_id
                and (m.parent_external_id = o.external_id
                  or (m.parent_external_id = o.parent_external_id and o.parent_external_id <> o.root))) as near
       from (select distinct source_id, root from own) o
       join mentions m on m.workspace_id = $1 and m.source_id = o.source_id and m.root_external_id = o.root
       order by near desc, m.posted_at desc, m.id desc limit ${longestThread}
     ),
     picked as (
       select id, min(distance) as distance from (
         select id, posted_at, 0 as distance from own
         union all select id, posted_at, 1 from above
         union all select id, posted_at, case when near then 1 else 2 end from beside
       ) candidates
       group by id order by min(distance), max(posted_at) desc, id desc limit ${longestThread}
     )
     select ${mentionColumns} from picked
     join mentions m on m.workspace_id = $1 and m.id = picked.id ${mentionJoins}
     order by m.posted_at, m.id`,
    [tx.workspaceId, caseId],
  );
}
