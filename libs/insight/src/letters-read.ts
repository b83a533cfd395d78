import type { Transaction } from '@heard/database';
import { microsOf, momentOf, SortKey, type SortKeyValues } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { instant, present } from './instant.js';
import { type SourceColumns, sourceRef } from './store/source-ref.js';
import type { PageOf, UnreadLetterView } from './views.js';

const oldest = new SortKey('letters', ['micros', 'id']);

interface LetterRow extends SourceColumns {
  readonly id: string;
  readonly because: UnreadLetterView['because'];
  readonly sender: string | null;
  readonly subject: string;
  readonly text: string;
  readonly received_at: Date;
  readonly sort_key: SortKeyValues;
}

/** Reads the letters that wait for a person: nobody could tell what they say. */
export class LettersRead {
  /** Those that wait longest first. */
  async list(
    tx: Transaction,
    asked: { readonly limit: number; readonly cursor?: string },
  ): Promise<PageOf<UnreadLetterView>> {
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'l');
    filter.and('l.settled_at is null');
    if (asked.cursor !== undefined) {
      const [at = '', id = ''] = oldest.read(asked.cursor);
      filter.and(`(l.received_at, l.id) > (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const rows = await tx.rows<LetterRow>(
      `select l.id, l.because, l.sender, l.subject, l.text, l.received_at,
         s.id as source_id, s.platform, s.name as source_name, s.demo as source_demo,
         array[${microsOf('l.received_at')}, l.id::text] as sort_key
       from unparsed_mail l join sources s on s.workspace_id = l.workspace_id and s.id = l.source_id
       where ${filter.sql} order by l.received_at, l.id limit ${limit + 1}`,
      filter.values,
    );
    return oldest.page(rows, limit, letterView);
  }
}

function letterView(row: LetterRow): UnreadLetterView {
  const { id, because, sender, subject, text } = row;
  return present({
    id,
    source: sourceRef(row),
    because,
    from: sender,
    subject,
    text,
    receivedAt: instant(row.received_at),
  });
}
