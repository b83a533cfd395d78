import type { Intent, Sentiment, Urgency } from '@heard/core';
import type { Transaction } from '@heard/database';
import { isId, microsOf, momentOf, SortKey, type SortKeyValues } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { correctionView, readCorrected, readCorrections } from './store/correction-rows.js';
import {
  mentionColumns,
  mentionJoins,
  type MentionRow,
  mentionView,
  readEarlier,
} from './store/mention-rows.js';
import type { CorrectionView, MentionView, PageOf } from './views.js';

/** Which mentions to list; verdicts are those of the newest assessment. */
export interface MentionsAsked {
  readonly sourceId?: string;
  readonly caseId?: string;
  readonly sentiment?: Sentiment;
  readonly intent?: Intent;
  readonly urgency?: Urgency;
  /** Posted at this moment or later. */
  readonly since?: Date;
  /** From 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

const newest = new SortKey('mentions', ['micros', 'id']);
const newestCorrections = new SortKey('corrections', ['micros', 'id']);
const sortKey = `array[${microsOf('m.posted_at')}, m.id::text] as sort_key`;

interface ListRow extends MentionRow {
  readonly sort_key: SortKeyValues;
}

/** Reads what was said, for people and programs. */
export class MentionsRead {
  /** Newest posted first; without the texts before an edit. */
  async list(tx: Transaction, asked: MentionsAsked): Promise<PageOf<MentionView>> {
    const limit = boundedLimit(asked.limit);
    const filter = filterOf(tx, asked);
    const rows = await tx.rows<ListRow>(
      `select ${mentionColumns}, ${sortKey} from mentions m ${mentionJoins}
       where ${filter.sql} order by m.posted_at desc, m.id desc limit ${limit + 1}`,
      filter.values,
    );
    const corrected = await readCorrected(tx, rows);
    return newest.page(rows, limit, (row) => mentionView(row, { corrected: corrected.get(row.id) }));
  }

  /** One mention with the texts before its edits; undefined when there is none. */
  async get(tx: Transaction, mentionId: string): Promise<MentionView | undefined> {
    if (!isId(mentionId)) return undefined;
    const [row] = await tx.rows<MentionRow>(
      `select ${mentionColumns} from mentions m ${mentionJoins}
       where m.workspace_id = $1 and m.id = $2`,
      [tx.workspaceId, mentionId],
    );
    if (!row) return undefined;
    const earlier = (await readEarlier(tx, [row])).get(row.id);
    return mentionView(row, { earlier, corrected: (await readCorrected(tx, [row])).get(row.id) });
  }

  /** What people said of a mention, the newest first; undefined when there is no such mention. */
  async corrections(
    tx: Transaction,
    mentionId: string,
    asked: { readonly limit: number; readonly cursor?: string },
  ): Promise<PageOf<CorrectionView> | undefined> {
    if (!isId(mentionId)) return undefined;
    const [mention] = await tx.rows('select from mentions where workspace_id = $1 and id = $2', [
      tx.workspaceId,
      mentionId,
    ]);
    if (!mention) return undefined;
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'k');
    filter.and(`k.mention_id = ${filter.bindId(mentionId)}`);
    if (asked.cursor !== undefined) {
      const [at = '', id = ''] = newestCorrections.read(asked.cursor);
      filter.and(`(k.at, k.id) < (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const { sql: where, values } = filter;
    const rows = await readCorrections(tx, { where, values, limit: limit + 1 });
    return newestCorrections.page(rows, limit, correctionView);
  }
}

function filterOf(tx: Transaction, asked: MentionsAsked): Filter {
  const filter = new Filter(tx.workspaceId, 'm');
  if (asked.sourceId !== undefined) filter.and(`m.source_id = ${filter.bindId(asked.sourceId)}`);
  if (asked.caseId !== undefined) filter.and(`m.case_id = ${filter.bindId(asked.caseId)}`);
  for (const verdict of ['sentiment', 'intent', 'urgency'] as const) {
    if (asked[verdict] !== undefined) filter.and(`a.${verdict} = ${filter.bind(asked[verdict])}`);
  }
  if (asked.since !== undefined) filter.and(`m.posted_at >= ${filter.bind(asked.since)}::timestamptz`);
  if (asked.cursor !== undefined) {
    const [at = '', id = ''] = newest.read(asked.cursor);
    filter.and(`(m.posted_at, m.id) < (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
  }
  return filter;
}
