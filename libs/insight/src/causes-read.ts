import {
  type BeforeAndAfter,
  beforeAndAfter,
  type Cause,
  type CauseEvent,
  type CauseState,
  lastFix,
  windowsAround,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { causeBook } from '@heard/registers';
import { isId, microsOf, momentOf, SortKey } from './cursor.js';
import { boundedLimit, Filter } from './filter.js';
import { instant, instantOf, present } from './instant.js';
import {
  type CauseCaseRow,
  type CauseRow,
  complaintsOfKind,
  numbersOf,
  readCasesOfCause,
  readCauses,
} from './store/cause-rows.js';
import { registerSteps } from './store/register-steps.js';
import { placeOf } from './store/suggestion-rows.js';
import type { CaseOfCauseView, CauseItem, CauseView, ChangeView, PageOf } from './views.js';

/** Which causes to list. */
export interface CausesAsked {
  readonly state: CauseState | 'all';
  readonly answerableId?: string;
  readonly caseId?: string;
  readonly limit: number;
  readonly cursor?: string;
}

const newest = new SortKey('causes', ['micros', 'id']);
const sortKey = `array[${microsOf('r.named_at')}, r.id::text]`;

/** Reads root causes for people and programs. */
export class CausesRead {
  private readonly book = causeBook();

  /** Newest first. */
  async list(tx: Transaction, asked: CausesAsked, now: Date): Promise<PageOf<CauseItem>> {
    const limit = boundedLimit(asked.limit);
    const filter = new Filter(tx.workspaceId, 'r');
    const { state, answerableId, caseId, cursor } = asked;
    if (state !== 'all') filter.and(`r.state = ${filter.bind(state)}`);
    if (answerableId !== undefined) filter.and(`r.answerable_id = ${filter.bindId(answerableId)}`);
    if (caseId !== undefined) {
      filter.and(`r.id = (select x.cause_id from cause_cases x
        where x.workspace_id = r.workspace_id and x.case_id = ${filter.bindId(caseId)})`);
    }
    if (cursor !== undefined) {
      const [at = '', id = ''] = newest.read(cursor);
      filter.and(`(r.named_at, r.id) < (${momentOf(filter.bind(at))}, ${filter.bindId(id)})`);
    }
    const { sql: where, values } = filter;
    const rows = await readCauses(tx, { where, values, sortKey, limit: limit + 1 });
    const records = await this.book.read(
      tx,
      rows.map((row) => row.id),
    );
    const states = new Map(records.map(({ id, state: cause }) => [id, cause] as const));
    return newest.page(rows, limit, (row) => causeItem(row, states.get(row.id), now));
  }

  /** Everything of one cause at a moment; undefined when there is none. */
  async get(tx: Transaction, id: string, now: Date): Promise<CauseView | undefined> {
    if (!isId(id)) return undefined;
    const filter = new Filter(tx.workspaceId, 'r');
    filter.and(`r.id = ${filter.bindId(id)}`);
    const [row] = await readCauses(tx, { where: filter.sql, values: filter.values, sortKey, limit: 1 });
    const [record] = row ? await this.book.read(tx, [id]) : [];
    if (!row || !record) return undefined;
    const cases = await readCasesOfCause(tx, id);
    const history = (await this.book.histories(tx, [id])).get(id) ?? [];
    const { plan, fixes } = record.state;
    return present({
      ...causeItem(row, record.state, now),
      plan,
      fixes: fixes.map(({ at, what, evidence }) => ({ at: instant(at), what, evidence })),
      caseList: cases.map((each) => caseView(each, row.fixed_at)),
      ofKind: await ofKind(tx, row, now),
      history: await registerSteps(tx, history, aboutOf, await numbersOf(tx, casesIn(history))),
    });
  }
}

function causeItem(row: CauseRow, state: Cause | undefined, now: Date): CauseItem {
  const fix = state && lastFix(state);
  const linked = fix && state.cases.map(({ postedAt }) => postedAt);
  return present({
    id: row.id,
    state: row.state,
    title: row.title,
    failures: row.failures,
    brand: placeOf(row.brand_id, row.brand_name),
    location: placeOf(row.location_id, row.location_name),
    answerable: { id: row.answerable_id, name: row.answerable_name ?? '' },
    cases: row.cases,
    recurrences: row.recurrences,
    namedAt: instant(row.named_at),
    fixedAt: instantOf(row.fixed_at),
    linked: fix && linked && changeView(beforeAndAfter(linked, windowsAround(fix.at, now))),
    demo: row.demo,
  });
}

/** What happened to complaints of this kind there, linked or not: after a fix people link less. */
async function ofKind(tx: Transaction, row: CauseRow, now: Date): Promise<ChangeView | undefined> {
  if (row.fixed_at === null || row.failures.length === 0) return undefined;
  const windows = windowsAround(row.fixed_at, now);
  const complaints = await complaintsOfKind(tx, row, windows.beforeFrom, windows.afterTo);
  return changeView(beforeAndAfter(complaints, windows));
}

function changeView({ before, after, weeks, ratio: { ratio, low, high } }: BeforeAndAfter): ChangeView {
  return present({ before, after, weeks, ratio, low, high });
}

function caseView(row: CauseCaseRow, fixedAt: Date | null): CaseOfCauseView {
  return present({
    id: row.id,
    number: row.number,
    customer: row.author_name,
    status: row.status,
    postedAt: instant(row.posted_at),
    recurrence: fixedAt !== null && row.posted_at > fixedAt,
  });
}

const casesIn = (history: readonly CauseEvent[]): string[] =>
  history.flatMap((event) => ('caseId' in event ? event.caseId : []));

/** What a step is about, in words; people and cases by their ids. */
function aboutOf(event: CauseEvent): string {
  switch (event.type) {
    case 'cause.named':
    case 'cause.titled':
      return event.title;
    case 'cause.handed_to':
      return event.to;
    case 'cause.work_begun':
      return event.plan;
    case 'cause.fixed':
      return event.what;
    case 'cause.case_linked':
    case 'cause.case_unlinked':
    case 'cause.recurred':
      return event.caseId;
  }
}
