import { type PromiseState, wilson } from '@heard/core';
import type { Transaction } from '@heard/database';
import { momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { instant, instantOf, present } from './instant.js';
import { personOf } from './store/alert-rows.js';
import { type KeptRow, type PromiseDueRow, readKept, readPromisesDue } from './store/promise-rows.js';
import type { KeptCount, KeptRateView, PageOf, PromiseDue } from './views.js';

/** Which promises to list; without a state, those that are open and those that broke in the last days. */
export interface PromisesAsked {
  readonly state?: PromiseState;
  readonly assigneeId?: string;
  /** From 1 to 100. */
  readonly limit: number;
  readonly cursor?: string;
}

const dayMs = 24 * 60 * 60 * 1000;
/** A broken promise stays before everybody's eyes for so long. */
const brokenDays = 7;
/** So far back the kept-rate looks. */
const rateDays = 90;

const key = new SortKey('promises', ['micros', 'id']);

/** Reads the promises of a workspace: what is due next, what broke, and who keeps their word. */
export class PromisesRead {
  /** The first due first. */
  async list(tx: Transaction, asked: PromisesAsked, now: Date): Promise<PageOf<PromiseDue>> {
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'x');
    if (asked.state !== undefined) filter.and(`x.state = ${filter.bind(asked.state)}`);
    else {
      const lately = filter.bind(new Date(now.getTime() - brokenDays * dayMs));
      filter.and(`(x.state = 'open' or (x.state = 'broken' and x.settled_at > ${lately}))`);
    }
    if (asked.assigneeId !== undefined) filter.and(`c.assignee_id = ${filter.bindId(asked.assigneeId)}`);
    if (asked.cursor !== undefined) {
      const [due = '', id = ''] = key.read(asked.cursor);
      filter.and(`(x.due, x.id) > (${momentOf(filter.bind(due))}, ${filter.bind(id)}::uuid)`);
    }
    const rows = await readPromisesDue(tx, { where: filter.sql, values: filter.values, limit: limit + 1 });
    return key.page(rows, limit, promiseDue);
  }

  /** The share that was kept of those that came to their end lately, for the workspace and for each who promised. */
  async keptRate(tx: Transaction, now: Date): Promise<KeptRateView> {
    const since = new Date(now.getTime() - rateDays * dayMs);
    const rows = await readKept(tx, since);
    const all = rows.reduce(
      (sum, { kept, broken, again }) => ({
        kept: sum.kept + kept,
        broken: sum.broken + broken,
        again: sum.again + again,
      }),
      { kept: 0, broken: 0, again: 0 },
    );
    return {
      days: rateDays,
      since: instant(since),
      ...keptCount(all),
      people: rows.map((row) => present({ person: personOf(row.made_by, row.name), ...keptCount(row) })),
    };
  }
}

function keptCount({ kept, broken, again }: Pick<KeptRow, 'kept' | 'broken' | 'again'>): KeptCount {
  return { kept, broken, again, rate: wilson(kept, kept + broken) };
}

function promiseDue(row: PromiseDueRow): PromiseDue {
  return present({
    id: row.id,
    what: row.what,
    due: instant(row.due),
    state: row.state,
    madeAt: instant(row.made_at),
    madeBy: personOf(row.made_by, row.maker_name),
    warnedAt: instantOf(row.warned_at),
    settledAt: instantOf(row.settled_at),
    repeats: row.repeats,
    assignee: { id: row.assignee_id, name: row.assignee_name },
    case: present({
      id: row.case_id,
      number: row.number,
      status: row.status,
      customer: row.author_name,
      urgency: row.urgency,
    }),
    demo: row.demo,
  });
}
