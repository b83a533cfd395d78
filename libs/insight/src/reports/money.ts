import { type CaseMoney, costOf, moneyOf } from '@heard/core';
import type { MoneyFigures, MoneyReport, MoneySum } from '../views.js';
import { byWeek } from './period.js';
import { grouped, type ReportCase, type ReportWorld } from './report-case.js';

interface Valued extends ReportCase {
  readonly money: CaseMoney;
  readonly costMinor: number;
}

function sumOf(all: readonly Valued[], fate: CaseMoney['fate']): MoneySum {
  const theirs = all.filter(({ money }) => money.fate === fate);
  return {
    contacts: theirs.length,
    fromMinor: theirs.reduce((sum, { money }) => sum + money.fromMinor, 0),
    toMinor: theirs.reduce((sum, { money }) => sum + money.toMinor, 0),
  };
}

function figuresOf(all: readonly Valued[]): MoneyFigures {
  return {
    atRisk: sumOf(all, 'at_risk'),
    lost: sumOf(all, 'lost'),
    saved: sumOf(all, 'saved'),
    undecided: sumOf(all, 'undecided').contacts,
    costMinor: all.reduce((sum, { costMinor }) => sum + costMinor, 0),
  };
}

/** What was lost and saved, and what may be lost; by the week of posting, the brand and the location. */
export function moneyReport(cases: readonly ReportCase[], world: ReportWorld): MoneyReport {
  const valued = cases.map((each): Valued => {
    const { measures } = each;
    const money = moneyOf(measures, world.moneyOf(measures.policyVersion), world.now);
    return { ...each, money, costMinor: costOf(measures, world.currency) };
  });
  const counted = valued.filter(({ money }) => money.currency === world.currency);
  const by = (idOf: (each: Valued) => string | undefined): MoneyReport['brands'] =>
    grouped(counted, idOf).map(([id, theirs]) => ({
      ...(id === undefined ? {} : { id, name: world.nameOf(id) ?? '' }),
      ...figuresOf(theirs),
    }));
  return {
    ...world.head,
    cases: cases.length,
    currency: world.currency,
    otherCurrency: valued.length - counted.length,
    all: figuresOf(counted),
    weeks: byWeek(world.weeks, counted, ({ measures }) => measures.postedAt).map(({ week, items }) => ({
      week,
      ...figuresOf(items),
    })),
    brands: by(({ brandId }) => brandId),
    locations: by(({ locationId }) => locationId),
  };
}
