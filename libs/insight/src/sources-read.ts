import type { Transaction } from '@heard/database';
import { isId, microsOf, momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import type { CanReply, WebhookUrl } from './ports.js';
import { readSources, type SourceRow, sourceView } from './store/source-rows.js';
import type { PageOf, SourceView } from './views.js';

/** Which connected sources to list. */
export interface SourcesAsked {
  /** From 1 to 100; 100 when absent. */
  readonly limit?: number;
  readonly cursor?: string;
}

const oldest = new SortKey('sources', ['micros', 'id']);
const sortKey = `array[${microsOf('s.created_at')}, s.id::text]`;

/** Reads how connected sources are; removed ones are not shown any more. */
export class SourcesRead {
  constructor(
    private readonly canReply: CanReply,
    private readonly webhookUrl: WebhookUrl = () => undefined,
  ) {}

  /** In the order of connecting. */
  async list(tx: Transaction, asked: SourcesAsked = {}): Promise<PageOf<SourceView>> {
    const limit = boundedLimit(asked.limit ?? 100);
    const filter = new Filter(tx.workspaceId, 's');
    if (asked.cursor !== undefined) {
      const [at = '', id = ''] = oldest.read(asked.cursor);
      filter.and(`(s.created_at, s.id) > (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const rows = await readSources(tx, filter, sortKey, limit + 1);
    return oldest.page(rows, limit, (row) => this.view(row));
  }

  /** One source; undefined when there is none or it was removed. */
  async get(tx: Transaction, sourceId: string): Promise<SourceView | undefined> {
    if (!isId(sourceId)) return undefined;
    const filter = new Filter(tx.workspaceId, 's');
    filter.and(`s.id = ${filter.bindId(sourceId)}`);
    const [row] = await readSources(tx, filter, sortKey, 1);
    return row && this.view(row);
  }

  private view(row: SourceRow): SourceView {
    const { platform, id } = row;
    return sourceView(row, { canReply: this.canReply(platform), webhookUrl: this.webhookUrl(platform, id) });
  }
}
