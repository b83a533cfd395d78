import type { Transaction } from '@heard/database';
import type { JudgedLean } from '../../unsure/at-width.js';
import { checkOfSample, judgedNegative } from './checked-rows.js';

/** The checked texts of the draws since a moment, each with as many texts as it stands for. */
export function judgedLeans(tx: Transaction, since: Date): Promise<JudgedLean[]> {
  return tx.rows<JudgedLean>(
    `select s.lean::float8 as lean, ${judgedNegative} as negative,
       t.population::float8 / count(*) over (partition by s.draw_id, s.language, s.stratum) as weight
     from sample_draws d
     join sample_texts s on s.workspace_id = d.workspace_id and s.draw_id = d.id
     join sample_strata t on t.workspace_id = s.workspace_id and t.draw_id = s.draw_id and t.language = s.language
       and t.stratum = s.stratum
     ${checkOfSample}
     where d.workspace_id = $1 and d.until > $2 and k.said <> 'cannot_tell' and s.lean is not null`,
    [tx.workspaceId, since],
  );
}
