import {
  type MoneyPolicy,
  type Policy,
  type PolicyVersion,
  workingAxis,
  type WorkingAxis,
} from '@heard/core';
import type { Transaction } from '@heard/database';
import { instant } from '../instant.js';
import type {
  ClocksReport,
  MoneyReport,
  OutcomesReport,
  PromisesReport,
  ReachReport,
  ReportFilters,
  ScoresReport,
} from '../views.js';
import { clocksReport, reachReport } from './clocks.js';
import { moneyReport } from './money.js';
import { outcomesReport } from './outcomes.js';
import { type Period, type PeriodAsked, periodOf } from './period.js';
import { promisesReport } from './promises.js';
import type { ReportCase, ReportWorld } from './report-case.js';
import { scoresReport } from './scores.js';
import { readReportFilters, readReportNames, readWorkspace } from './store/report-names.js';
import { type CasesCounted, readReportCases } from './store/report-rows.js';

/** The policies under which cases were opened. */
export interface PoliciesOfCases {
  current(tx: Transaction): Promise<PolicyVersion>;
  get(tx: Transaction, version: number): Promise<Policy>;
}

/** Which cases a report is about. */
export type ReportAsked = PeriodAsked & Omit<CasesCounted, 'from' | 'until' | 'demo'>;

/** Every report, by its name. */
export interface ReportsByName {
  readonly clocks: ClocksReport;
  readonly reach: ReachReport;
  readonly promises: PromisesReport;
  readonly outcomes: OutcomesReport;
  readonly money: MoneyReport;
  readonly scores: ScoresReport;
}

/** The name of a report. */
export type ReportName = keyof ReportsByName;

/** The cases that were counted, with all that the figures are made of. */
export interface Counted {
  readonly cases: readonly ReportCase[];
  readonly world: ReportWorld;
  readonly policy: Policy;
}

/** Reports over the cases of a period: figures that count those who still wait. */
export class Reports {
  constructor(private readonly policies: PoliciesOfCases) {}

  /** One report, as it stands at a moment. */
  async get<N extends ReportName>(
    tx: Transaction,
    name: N,
    asked: ReportAsked,
    now: Date,
  ): Promise<ReportsByName[N]> {
    return reportOf(name, await this.count(tx, asked, now));
  }

  /** What reports can be narrowed to. */
  filters(tx: Transaction): Promise<ReportFilters> {
    return readReportFilters(tx);
  }

  /** Reads the cases once; the figures are made of them without the database. */
  async count(tx: Transaction, { from, to, ...filter }: ReportAsked, now: Date): Promise<Counted> {
    const { timeZone, demo } = await readWorkspace(tx);
    const period = periodOf({ from, to }, timeZone, now);
    const counted = { ...filter, from: period.startsAt, until: period.endsAt, demo };
    const cases = await readReportCases(tx, counted);
    const { policy } = await this.policies.current(tx);
    const policies = new Map<number, Policy>();
    for (const version of new Set(cases.map(({ measures }) => measures.policyVersion))) {
      policies.set(version, await this.policies.get(tx, version));
    }
    const names = await readReportNames(tx);
    const world = worldOf({ period, timeZone, demo, now, policy, policies, names });
    return { cases, world, policy };
  }
}

interface Known {
  readonly period: Period;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly now: Date;
  readonly policy: Policy;
  readonly policies: ReadonlyMap<number, Policy>;
  readonly names: ReadonlyMap<string, string>;
}

/** What the figures are made with, beside the cases. */
export function worldOf({ period, timeZone, demo, now, policy, policies, names }: Known): ReportWorld {
  const { from, to, startsAt, weeks } = period;
  const axes = new Map<number, WorkingAxis>();
  const of = (version: number): Policy => policies.get(version) ?? policy;
  return {
    head: { from, to, timeZone, madeAt: instant(now), demo },
    now,
    weeks,
    currency: policy.money.currency,
    moneyOf: (version): MoneyPolicy => of(version).money,
    axisOf: (version) => {
      const known = axes.get(version) ?? workingAxis(startsAt, now, of(version).calendar, timeZone);
      axes.set(version, known);
      return known;
    },
    nameOf: (id) => names.get(id),
  };
}

const makers: { readonly [N in ReportName]: (counted: Counted) => ReportsByName[N] } = {
  clocks: ({ cases, world }) => clocksReport(cases, world),
  reach: ({ cases, world }) => reachReport(cases, world),
  promises: ({ cases, world }) => promisesReport(cases, world),
  outcomes: ({ cases, world, policy }) =>
    outcomesReport(cases, world, (key) => policy.fixes.find((fix) => fix.key === key)?.title),
  money: ({ cases, world }) => moneyReport(cases, world),
  scores: ({ cases, world }) => scoresReport(cases, world),
};

/** Makes one report of the cases that were counted. */
export function reportOf<N extends ReportName>(name: N, counted: Counted): ReportsByName[N] {
  return makers[name](counted);
}
