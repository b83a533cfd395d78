import { readHistories, type StoredEvent } from '@heard/cases';
import {
  addDays,
  type Case,
  type CaseMeasures,
  measuresOf,
  type Policy,
  postedIn,
  rebuild,
  toMend,
  wallToUtc,
  type WeekBounds,
  type WeekDigest,
  weekFigures,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { boundedLimit } from '../filter.js';
import { SortKey } from '../cursor.js';
import { instant, present } from '../instant.js';
import type { PoliciesOfCases } from '../reports/reports.js';
import { readReportNames, readWorkspace } from '../reports/store/report-names.js';
import type { DigestListItem, DigestView, PageOf } from '../views.js';
import {
  beginDigest,
  casesOverSpan,
  findDigest,
  finishDigest,
  readCauseTitles,
  readDigestWeeks,
} from './store/digest-rows.js';

const weeksKey = new SortKey('digests', ['integer']);
const datePattern = /^\d{4}-\d{2}-\d{2}$/u;

/** A case at the end of two weeks and at the beginning of the first; absent before it was opened. */
interface CaseAtEnds {
  readonly twoWeeksAgo?: CaseMeasures;
  readonly aWeekAgo?: CaseMeasures;
  readonly atEnd: CaseMeasures;
  readonly locationId?: string;
}

/** So many histories are read at once. */
const batch = 500;

/** What the director is told of each week: made once, of the histories up to its end, and kept. */
export class Digests {
  constructor(private readonly policies: PoliciesOfCases) {}

  /** Makes and keeps the digest of the week that begins on this Monday; undefined when it was made already. */
  async make(tx: Transaction, week: string, now: Date): Promise<WeekDigest | undefined> {
    if (!(await beginDigest(tx, week, now))) return undefined;
    const digest = await this.reckon(tx, week);
    await finishDigest(tx, digest);
    return digest;
  }

  /** Reckons the digest of a week from the histories of its cases, whatever happened since. */
  async reckon(tx: Transaction, week: string): Promise<WeekDigest> {
    const { timeZone, demo } = await readWorkspace(tx);
    const [earlier, current] = [boundsOf(addDays(week, -7), timeZone), boundsOf(week, timeZone)];
    const ends = await casesAtEnds(tx, earlier, current, demo);
    const thisWeek = ends.map(({ aWeekAgo: atStart, ...rest }) => present({ ...rest, atStart }));
    const lastWeek = ends.flatMap(({ twoWeeksAgo: atStart, aWeekAgo: atEnd, locationId }) =>
      atEnd ? [present({ atStart, atEnd, locationId })] : [],
    );
    const money = await this.moneyFor(tx, ends);
    const [posted, before] = [postedIn(current, thisWeek), postedIn(earlier, lastWeek)];
    const causes = toMend(posted, before, ({ atEnd }) => atEnd.causeId);
    const names = await readReportNames(tx);
    const titles = await readCauseTitles(
      tx,
      causes.map(({ key }) => key),
    );
    const named = <K extends { readonly key: string }>(all: readonly K[], by = names) =>
      all.map((each) => ({ ...each, name: by.get(each.key) ?? '' }));
    return {
      week,
      timeZone,
      currency: money.currency,
      demo,
      now: weekFigures(thisWeek, current, money),
      before: weekFigures(lastWeek, earlier, money),
      failures: toMend(posted, before, ({ atEnd }) => atEnd.failure),
      locations: named(toMend(posted, before, ({ locationId }) => locationId)),
      causes: named(causes, titles),
    };
  }

  /** The weeks that have a digest, newest first. */
  async list(
    tx: Transaction,
    asked: { readonly cursor?: string; readonly limit: number },
  ): Promise<PageOf<DigestListItem>> {
    const limit = boundedLimit(asked.limit);
    const [before] = asked.cursor === undefined ? [] : weeksKey.read(asked.cursor);
    const rows = await readDigestWeeks(tx, {
      before: before === undefined ? undefined : Number(before),
      limit: limit + 1,
    });
    return weeksKey.page(rows, limit, ({ week, made_at }) => ({ week, madeAt: instant(made_at) }));
  }

  /** The digest of a week, by its Monday; undefined when there is none. */
  async get(tx: Transaction, week: string): Promise<DigestView | undefined> {
    if (!datePattern.test(week) || Number.isNaN(Date.parse(week)) || addDays(week, 0) !== week)
      return undefined;
    const row = await findDigest(tx, week);
    return row && { ...row.digest, madeAt: instant(row.made_at) };
  }

  private async moneyFor(tx: Transaction, ends: readonly CaseAtEnds[]) {
    const { policy } = await this.policies.current(tx);
    const policies = new Map<number, Policy>();
    for (const version of new Set(ends.map(({ atEnd }) => atEnd.policyVersion))) {
      policies.set(version, await this.policies.get(tx, version));
    }
    const { currency } = policy.money;
    return { currency, of: (version: number) => (policies.get(version) ?? policy).money };
  }
}

function boundsOf(week: string, timeZone: string): WeekBounds {
  return { startsAt: wallToUtc(week, 0, timeZone), endsAt: wallToUtc(addDays(week, 7), 0, timeZone) };
}

async function casesAtEnds(
  tx: Transaction,
  earlier: WeekBounds,
  current: WeekBounds,
  demo: boolean,
): Promise<CaseAtEnds[]> {
  const ids = await casesOverSpan(tx, { startsAt: earlier.startsAt, endsAt: current.endsAt, demo });
  const ends: CaseAtEnds[] = [];
  for (let start = 0; start < ids.length; start += batch) {
    const histories = await readHistories(tx, ids.slice(start, start + batch));
    // Only what is counted is kept of each: a digest reads very many histories.
    for (const [id, history] of histories) ends.push(...atEndsOf(id, history, earlier, current));
  }
  return ends;
}

function atEndsOf(
  id: string,
  history: readonly StoredEvent[],
  earlier: WeekBounds,
  current: WeekBounds,
): CaseAtEnds[] {
  const last = stateAt(id, history, current.endsAt);
  // What people found to be no complaint was nobody's to answer.
  if (!last || last.closedBecause === 'no_complaint') return [];
  const measuredAt = (moment: Date): CaseMeasures | undefined => {
    const state = stateAt(id, history, moment);
    return state && measuresOf(state);
  };
  return [
    present({
      twoWeeksAgo: measuredAt(earlier.startsAt),
      aWeekAgo: measuredAt(current.startsAt),
      atEnd: measuresOf(last),
      locationId: last.locationId,
    }),
  ];
}

/** A case as its history told it just before a moment. */
function stateAt(id: string, history: readonly StoredEvent[], moment: Date): Case | undefined {
  const until = history.filter(({ at }) => at < moment);
  return until.length === 0 ? undefined : rebuild(id, until);
}
