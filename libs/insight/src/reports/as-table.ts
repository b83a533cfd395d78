import type { Share } from '@heard/core';
import type {
  ClockFigures,
  ClocksReport,
  MoneyFigures,
  MoneyReport,
  OutcomesReport,
  PromiseFigures,
  PromisesReport,
  ReachReport,
  ScoresReport,
} from '../views.js';
import type { ReportName, ReportsByName } from './reports.js';

/** A cell: absent where there is nothing to say. */
export type Cell = string | number | undefined;

/** A report as one table, for a spreadsheet. Times are in seconds, amounts in the smallest unit of their currency. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const seconds = (ms: number | undefined): Cell => (ms === undefined ? undefined : Math.round(ms / 1_000));

const clockColumns = ['happened', 'waiting', 'never', 'median_s', 'median_from_s', 'median_to_s', 'p90_s'];

function clockCells({ happened, waiting, never, median, p90 }: ClockFigures): Cell[] {
  const { ms, fromMs, toMs } = median;
  return [happened, waiting, never, seconds(ms), seconds(fromMs), seconds(toMs), seconds(p90.ms)];
}

function clocksTable({ clocks, weeks }: ClocksReport): ReportTable {
  return {
    columns: ['of', 'clock', 'measured_by', ...clockColumns],
    rows: [
      ...clocks.flatMap(({ clock, customer, working }) => [
        ['all', clock, 'customer', ...clockCells(customer)],
        ['all', clock, 'working_hours', ...clockCells(working)],
      ]),
      ...weeks.map(({ week, answered }) => [week, 'answered', 'customer', ...clockCells(answered)]),
    ],
  };
}

function reachTable({ bands }: ReachReport): ReportTable {
  return {
    columns: ['reach', 'cases', 'unanswered', ...clockColumns],
    rows: bands.map((each) => [each.band, each.cases, each.unanswered, ...clockCells(each.answered)]),
  };
}

const shareCells = ({ share, from, to }: Share): Cell[] => [share, from, to];

function promisesTable({ all, managers, weeks }: PromisesReport): ReportTable {
  const cells = ({ made, kept, broken, open, again, keptRate }: PromiseFigures): Cell[] => {
    return [made, kept, broken, open, again, ...shareCells(keptRate)];
  };
  return {
    columns: ['by', 'who', 'made', 'kept', 'broken', 'open', 'again', 'kept_rate', 'kept_from', 'kept_to'],
    rows: [
      ['all', undefined, ...cells(all)],
      ...managers.map((each) => ['manager', each.manager?.name, ...cells(each)]),
      ...weeks.map((each) => ['week', each.week, ...cells(each)]),
    ],
  };
}

function outcomesTable(report: OutcomesReport): ReportTable {
  const groups = { fixKinds: 'fix', catalogue: 'catalogue', failures: 'failure' } as const;
  const places = { locations: 'location', managers: 'manager' } as const;
  const rows = Object.entries({ ...groups, ...places }).flatMap(([key, by]) =>
    report[key as keyof typeof groups | keyof typeof places].map((row): Cell[] => {
      const { recovered, medianCostMinor } = row;
      const counts = [
        row.cases,
        row.costing,
        medianCostMinor,
        report.currency,
        recovered.count,
        recovered.of,
      ];
      return [by, row.name ?? row.key, ...counts, ...shareCells(recovered)];
    }),
  );
  return {
    columns: [
      'by',
      'which',
      'cases',
      'costing',
      'median_cost_minor',
      'currency',
      'recovered',
      'of',
      'recovered_share',
      'recovered_from',
      'recovered_to',
    ],
    rows: [
      ...report.verdicts.map(({ verdict, cases }) => ['verdict', verdict, cases]),
      ...report.behaviours.map(({ behaviour, cases }) => ['behaviour', behaviour, cases]),
      ...rows,
    ],
  };
}

function moneyTable({ all, weeks, brands, locations, currency }: MoneyReport): ReportTable {
  const sums = ['at_risk', 'lost', 'saved'].flatMap((each) => {
    return [`${each}_contacts`, `${each}_from_minor`, `${each}_to_minor`];
  });
  const cells = ({ atRisk, lost, saved, undecided, costMinor }: MoneyFigures): Cell[] => [
    currency,
    ...[atRisk, lost, saved].flatMap((sum) => [sum.contacts, sum.fromMinor, sum.toMinor]),
    undecided,
    costMinor,
  ];
  return {
    columns: ['by', 'which', 'currency', ...sums, 'undecided', 'cost_minor'],
    rows: [
      ['all', undefined, ...cells(all)],
      ...weeks.map((each) => ['week', each.week, ...cells(each)]),
      ...brands.map((each) => ['brand', each.name, ...cells(each)]),
      ...locations.map((each) => ['location', each.name, ...cells(each)]),
    ],
  };
}

function scoresTable({ points, missing }: ScoresReport): ReportTable {
  return {
    columns: ['by', 'which', 'yes', 'no', 'not_due', 'share', 'from', 'to'],
    rows: [
      ...points.map(({ point, yes, no, notDue, share }) => {
        return ['point', point, yes, no, notDue, ...shareCells(share)];
      }),
      ...missing.map(({ missing: lacking, cases }) => ['points_missing', lacking, cases]),
    ],
  };
}

const tables: { readonly [N in ReportName]: (report: ReportsByName[N]) => ReportTable } = {
  clocks: clocksTable,
  reach: reachTable,
  promises: promisesTable,
  outcomes: outcomesTable,
  money: moneyTable,
  scores: scoresTable,
};

/** A report as a table. */
export function tableOf<N extends ReportName>(name: N, report: ReportsByName[N]): ReportTable {
  return tables[name](report);
}
