import type { Urgency } from '@heard/core';
import type { Transaction } from '@heard/database';
import { readCase } from './case-view.js';
import { isId, microsOf, momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import type { CaseWorld } from './ports.js';
import { caseListItem, readCases } from './store/case-rows.js';
import { historyEntry, peopleOf, readNames, readSteps } from './store/history-rows.js';
import type { CaseListItem, CaseView, HistoryEntry, PageOf } from './views.js';

/** Which cases to list. */
export interface CasesAsked {
  readonly status: 'open' | 'closed' | 'all';
  readonly assigneeId?: string;
  readonly urgencies?: readonly Urgency[];
  readonly brandId?: string;
  readonly locationId?: string;
  /** From 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

interface Order {
  readonly key: SortKey;
  readonly columns: string;
  readonly orderBy: string;
  /** What comes after the values of a cursor. */
  after(bind: (value: string) => string, values: readonly string[]): string;
}

/** After (moment, id) where the newest moment comes first and, within it, the smallest id. */
function afterMoment(column: string): Order['after'] {
  return (bind, [at = '', id = '']) => {
    const moment = momentOf(bind(at));
    return `${column} <= ${moment} and (${column} < ${moment} or c.id > ${bind(id)}::uuid)`;
  };
}

const orders: Readonly<Record<CasesAsked['status'], Order>> = {
  open: {
    key: new SortKey('cases.open', ['integer', 'micros', 'id']),
    columns: `array[c.urgency_rank::text, ${microsOf('c.posted_at')}, c.id::text]`,
    orderBy: 'c.urgency_rank desc, c.posted_at, c.id',
    after: (bind, [rank = '', at = '', id = '']) => {
      const place = `${bind(rank)}::integer`;
      const later = `(c.posted_at, c.id) > (${momentOf(bind(at))}, ${bind(id)}::uuid)`;
      return `c.urgency_rank <= ${place} and (c.urgency_rank < ${place} or ${later})`;
    },
  },
  closed: {
    key: new SortKey('cases.closed', ['micros', 'id']),
    columns: `array[${microsOf('c.closed_at')}, c.id::text]`,
    orderBy: 'c.closed_at desc, c.id',
    after: afterMoment('c.closed_at'),
  },
  all: {
    key: new SortKey('cases.all', ['micros', 'id']),
    columns: `array[${microsOf('c.opened_at')}, c.id::text]`,
    orderBy: 'c.opened_at desc, c.id',
    after: afterMoment('c.opened_at'),
  },
};

const historyKey = new SortKey('history', ['integer']);

/** Reads cases for people and programs. */
export class CasesRead {
  constructor(private readonly world: CaseWorld) {}

  /** Open cases: the most urgent first, of these the longest waiting. Closed: newest closed first. All: newest first. */
  async list(tx: Transaction, asked: CasesAsked): Promise<PageOf<CaseListItem>> {
    const { status, assigneeId, urgencies, brandId, locationId, cursor } = asked;
    const limit = boundedLimit(asked.limit);
    const order = orders[status];
    const filter = new Filter(tx.workspaceId, 'c');
    if (status !== 'all') filter.and(`c.status = '${status}'`);
    if (assigneeId !== undefined) filter.and(`c.assignee_id = ${filter.bindId(assigneeId)}`);
    if (brandId !== undefined) filter.and(`c.brand_id = ${filter.bindId(brandId)}`);
    if (locationId !== undefined) filter.and(`c.location_id = ${filter.bindId(locationId)}`);
    if (urgencies !== undefined) filter.and(`c.urgency = any(${filter.bind(urgencies)}::text[])`);
    if (cursor !== undefined) {
      filter.and(`(${order.after((value) => filter.bind(value), order.key.read(cursor))})`);
    }
    const rows = await readCases(tx, {
      where: filter.sql,
      values: filter.values,
      orderBy: order.orderBy,
      sortKey: order.columns,
      limit: limit + 1,
    });
    return order.key.page(rows, limit, caseListItem);
  }

  /** Everything of one case at a moment; undefined when there is none. */
  async get(tx: Transaction, caseId: string, now: Date): Promise<CaseView | undefined> {
    return isId(caseId) ? readCase(tx, caseId, now, this.world) : undefined;
  }

  /** The history from its beginning; undefined when there is no such case. */
  async history(
    tx: Transaction,
    caseId: string,
    asked: { readonly cursor?: string; readonly limit: number },
  ): Promise<PageOf<HistoryEntry> | undefined> {
    const limit = boundedLimit(asked.limit);
    const [after = '0'] = asked.cursor === undefined ? [] : historyKey.read(asked.cursor);
    if (!isId(caseId)) return undefined;
    const rows = await readSteps(tx, caseId, { after: Number(after), limit: limit + 1 });
    if (rows.length === 0 && asked.cursor === undefined) return undefined;
    const names = await readNames(tx, peopleOf(rows));
    return historyKey.page(rows, limit, (row) => historyEntry(row, names));
  }
}
