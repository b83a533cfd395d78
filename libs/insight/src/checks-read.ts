import type { Transaction } from '@heard/database';
import { microsOf, momentOf, SortKey, type SortKeyValues } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { mentionColumns, mentionJoins, type MentionRow, mentionView } from './store/mention-rows.js';
import type { ChecksView, MentionView, SampleView } from './views.js';

/** Which part of the list. */
export interface ChecksAsked {
  /** Only what lies within this width now: a person is not asked any more about what a narrower band leaves out. */
  readonly width: number;
  readonly now: Date;
  /** From 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

const newest = new SortKey('checks', ['micros', 'id']);
const mostCounted = 1_000;
/** What nobody looked at for so long is not asked about any more: it would only bury what is new. */
const keptMs = 30 * 86_400_000;

interface ListRow extends MentionRow {
  readonly sort_key: SortKeyValues;
}

/**
 * Reads what people are asked about: texts that the model could not tell, and that are in no case. The others have
 * their assignee, who sees there that they are unsure.
 */
export class ChecksRead {
  /** The newest assessed first; an edited text counts as it is now. */
  async list(tx: Transaction, asked: ChecksAsked): Promise<ChecksView> {
    const limit = boundedLimit(asked.limit);
    const filter = waiting(tx, asked);
    if (asked.cursor !== undefined) {
      const [at = '', id = ''] = newest.read(asked.cursor);
      filter.and(`(u.assessed_at, u.mention_id) < (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const sortKey = `array[${microsOf('u.assessed_at')}, m.id::text] as sort_key`;
    const rows = await tx.rows<ListRow>(
      `select ${mentionColumns}, ${sortKey} ${from} ${mentionJoins}
       where ${filter.sql} order by u.assessed_at desc, u.mention_id desc limit ${limit + 1}`,
      filter.values,
    );
    return { ...newest.page(rows, limit, (row) => mentionView(row)), waiting: await this.count(tx, asked) };
  }

  /** Drawn texts that nobody said anything of yet: of the newest draw first, each in its turn. */
  async sample(tx: Transaction, limit: number): Promise<SampleView> {
    const rows = await tx.rows<MentionRow & { readonly open: number }>(
      `select ${mentionColumns}, d.open from (
         select m.*, s.turn, w.until, count(*) over ()::integer as open
         from sample_texts s
         join sample_draws w on w.workspace_id = s.workspace_id and w.id = s.draw_id
         join mentions m on m.workspace_id = s.workspace_id and m.id = s.mention_id and m.revision = s.revision
         where s.workspace_id = $1 and m.gone_at is null and not exists (
           select from checks k where k.workspace_id = s.workspace_id and k.mention_id = s.mention_id
             and k.revision = s.revision)
         order by w.until desc, s.turn, s.mention_id limit ${boundedLimit(limit)}
       ) d
       join mentions m on m.workspace_id = d.workspace_id and m.id = d.id ${mentionJoins}
       order by d.until desc, d.turn, d.id`,
      [tx.workspaceId],
    );
    const items = rows.map((row) => blind(mentionView(row)));
    return { items, open: rows[0]?.open ?? 0 };
  }

  private async count(tx: Transaction, asked: ChecksAsked): Promise<number> {
    const filter = waiting(tx, asked);
    const [row] = await tx.rows<{ count: number }>(
      `select count(*)::integer as count from (select ${from} where ${filter.sql} limit ${mostCounted}) x`,
      filter.values,
    );
    return row?.count ?? 0;
  }
}

/** Without what was made of it: whoever sees that agrees more often. */
function blind({ assessment: _assessment, caseId: _caseId, ...text }: MentionView): MentionView {
  return text;
}

const from = `
  from assessments u
  join mentions m on m.workspace_id = u.workspace_id and m.id = u.mention_id and m.revision = u.revision`;

function waiting(tx: Transaction, { width, now }: ChecksAsked): Filter {
  const filter = new Filter(tx.workspaceId, 'u');
  const since = new Date(now.getTime() - keptMs);
  filter.and(`u.unsure and abs(u.lean) < ${filter.bind(width)}::real`);
  filter.and(`u.assessed_at > ${filter.bind(since)}::timestamptz and not m.is_brand and m.case_id is null`);
  filter.and(`m.platform_state not in ('deleted')`);
  filter.and(`not exists (
    select from standing_assessments v where v.workspace_id = u.workspace_id and v.mention_id = u.mention_id
      and v.revision = u.revision and v.corrected_sentiment is not null)`);
  filter.and(`not exists (select from checks k where k.workspace_id = u.workspace_id
    and k.mention_id = u.mention_id and k.revision = u.revision)`);
  return filter;
}
