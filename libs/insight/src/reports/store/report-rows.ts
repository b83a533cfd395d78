import {
  type CaseMeasures,
  Fault,
  type MeasuredFix,
  type MeasuredPromise,
  type PointHolds,
  scorePoints,
  type ScorePoint,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { Filter } from '../../filter.js';
import { present } from '../../instant.js';
import type { ReportCase } from '../report-case.js';

/** Which cases a report counts. */
export interface CasesCounted {
  /** Posted from this moment on, and before that one. */
  readonly from: Date;
  readonly until: Date;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly platform?: string;
  readonly category?: string;
  readonly failure?: string;
  readonly assigneeId?: string;
  readonly demo: boolean;
}

/** More than this is not held in memory at once: the reader narrows the period. */
const mostCases = 300_000;

type Scalar = Omit<CaseMeasures, 'points' | 'promises' | 'fixes' | MomentField>;
type MomentField =
  'postedAt' | 'seenAt' | 'assignedAt' | 'answeredAt' | 'firstOfferAt' | 'fixedAt' | 'closedAt' | 'outcomeAt';

type CaseRow = { readonly [K in keyof Scalar]-?: Scalar[K] | null } & {
  /** Moments as milliseconds since 1970: there are very many of them, and a driver reads numbers faster. */
  readonly [K in MomentField]: number | null;
} & {
  readonly points: readonly PointHolds[] | null;
  readonly platform: string;
  readonly brandId: string | null;
  readonly locationId: string | null;
};

const ms = (column: string, name: string): string =>
  `(extract(epoch from ${column}) * 1000)::float8 as "${name}"`;

function filterOf(tx: Transaction, counted: CasesCounted): Filter {
  const filter = new Filter(tx.workspaceId, 'c');
  filter.and(`c.posted_at >= ${filter.bind(counted.from)} and c.posted_at < ${filter.bind(counted.until)}`);
  filter.and(`c.demo = ${filter.bind(counted.demo)}`);
  // What people found to be no complaint was nobody's to answer.
  filter.and(`c.closed_because is distinct from 'no_complaint'`);
  const ids = { brand_id: counted.brandId, location_id: counted.locationId, assignee_id: counted.assigneeId };
  for (const [column, id] of Object.entries(ids)) {
    if (id !== undefined) filter.and(`c.${column} = ${filter.bindId(id)}`);
  }
  if (counted.category !== undefined) filter.and(`c.category = ${filter.bind(counted.category)}`);
  if (counted.failure !== undefined) filter.and(`c.failure = ${filter.bind(counted.failure)}`);
  if (counted.platform !== undefined) {
    const platform = filter.bind(counted.platform);
    filter.and(`c.source_id in (select id from sources where workspace_id = $1 and platform = ${platform})`);
  }
  return filter;
}

/** Reads what reports count of cases, from the tables that follow their histories. */
export async function readReportCases(tx: Transaction, counted: CasesCounted): Promise<ReportCase[]> {
  const filter = filterOf(tx, counted);
  const rows = await tx.rows<CaseRow>(
    `select c.id, c.status, c.language, c.category, c.failure, c.policy_version as "policyVersion",
       c.assignee_id as assignee, c.reach, c.closed_because as "closedBecause", c.urgency,
       'churn' = any(c.signals) as threatened, c.rounds, c.broken_promises as "brokenPromises",
       c.hand_offs as "handOffs", o.verdict, o.behaviour, o.saved_minor::float8 as "savedMinor",
       o.lost_minor::float8 as "lostMinor", o.currency, ${ms('o.at', 'outcomeAt')},
       ${ms('c.posted_at', 'postedAt')}, ${ms('c.seen_at', 'seenAt')}, ${ms('c.opened_at', 'assignedAt')},
       ${ms('c.answered_at', 'answeredAt')}, ${ms('c.first_offer_at', 'firstOfferAt')},
       ${ms('c.fixed_at', 'fixedAt')}, ${ms('c.closed_at', 'closedAt')},
       c.points, s.platform, c.brand_id as "brandId", c.location_id as "locationId"
     from cases c
     join sources s on s.workspace_id = c.workspace_id and s.id = c.source_id
     left join outcomes o on o.workspace_id = c.workspace_id and o.case_id = c.id
     where ${filter.sql} order by c.posted_at, c.id limit ${mostCases + 1}`,
    filter.values,
  );
  if (rows.length > mostCases) {
    throw new Fault('invalid', `A report counts at most ${mostCases} cases: shorten the period.`, {
      code: 'report_too_big',
    });
  }
  const promises = await readPromises(tx, counted);
  const fixes = await readFixes(tx, counted);
  return rows.map((row) => reportCase(row, promises.get(row.id ?? '') ?? [], fixes.get(row.id ?? '') ?? []));
}

function reportCase(
  row: CaseRow,
  promises: readonly MeasuredPromise[],
  fixes: readonly MeasuredFix[],
): ReportCase {
  const { platform, brandId, locationId, points, ...rest } = row;
  const at = (moment: number | null): Date | null => (moment === null ? null : new Date(moment));
  const measures = {
    ...rest,
    postedAt: at(rest.postedAt),
    seenAt: at(rest.seenAt),
    assignedAt: at(rest.assignedAt),
    answeredAt: at(rest.answeredAt),
    firstOfferAt: at(rest.firstOfferAt),
    fixedAt: at(rest.fixedAt),
    closedAt: at(rest.closedAt),
    outcomeAt: at(rest.outcomeAt),
    points: pointsOf(points),
    promises,
    fixes,
  };
  // Columns of what is always there are not null.
  return { measures: present(measures) as CaseMeasures, ...present({ platform, brandId, locationId }) };
}

/** Cases from before they were stored count nowhere until something happens to them. */
function pointsOf(stored: readonly PointHolds[] | null): Record<ScorePoint, PointHolds> {
  const entries = scorePoints.map((point, index) => [point, stored?.[index] ?? 'not_due'] as const);
  return Object.fromEntries(entries) as Record<ScorePoint, PointHolds>;
}

async function readPromises(tx: Transaction, counted: CasesCounted): Promise<Map<string, MeasuredPromise[]>> {
  const filter = filterOf(tx, counted);
  const rows = await tx.rows<{
    case_id: string;
    state: MeasuredPromise['state'];
    again: boolean;
    made_by: string | null;
    made_at: Date;
    due: Date;
    settled_at: Date | null;
  }>(
    `select p.case_id, p.state, p.repeats is not null as again, p.made_by, p.made_at, p.due, p.settled_at
     from cases c join promises p on p.workspace_id = c.workspace_id and p.case_id = c.id
     where ${filter.sql} order by p.made_at, p.id`,
    filter.values,
  );
  return byCase(rows, ({ state, again, made_by, made_at, due, settled_at }) =>
    present({ state, again, madeBy: made_by, madeAt: made_at, due, settledAt: settled_at }),
  );
}

async function readFixes(tx: Transaction, counted: CasesCounted): Promise<Map<string, MeasuredFix[]>> {
  const filter = filterOf(tx, counted);
  const rows = await tx.rows<{
    case_id: string;
    kind: MeasuredFix['kind'];
    state: MeasuredFix['state'];
    catalogue_key: string | null;
    cost_minor: number | null;
    currency: string | null;
  }>(
    `select f.case_id, f.kind, f.state, f.catalogue_key, f.cost_minor::float8 as cost_minor, f.currency
     from cases c join fixes f on f.workspace_id = c.workspace_id and f.case_id = c.id
     where ${filter.sql} order by f.offered_at, f.id`,
    filter.values,
  );
  return byCase(rows, ({ kind, state, catalogue_key, cost_minor, currency }) => {
    const cost = cost_minor === null || currency === null ? null : { amountMinor: cost_minor, currency };
    return present({ kind, state, catalogueKey: catalogue_key, cost });
  });
}

function byCase<Row extends { readonly case_id: string }, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const of = found.get(row.case_id);
    if (of) of.push(read(row));
    else found.set(row.case_id, [read(row)]);
  }
  return found;
}
