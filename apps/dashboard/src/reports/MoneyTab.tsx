import { useTranslation } from 'react-i18next';
import { middleOf } from '@heard/core';
import type { MoneyFigures, MoneyReport } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import { MoneyFigure, useDay, useWholeMoney } from './Figures.js';
import style from './reports.module.css';
import { Part, Table, type TableRow } from './Table.js';
import { WeekBars } from './WeekBars.js';

/** What was lost and saved, and what may be lost. */
export function MoneyTab({ report }: { report: MoneyReport }) {
  const { t } = useTranslation();
  const { currency, all, weeks, brands, locations, otherCurrency } = report;
  const { wholeMoney } = useWholeMoney(currency);
  const day = useDay();
  return (
    <>
      <Part title={t('reports.moneyTitle')} note={t('reports.moneyNote')}>
        <dl className={style.sums}>
          {(['lost', 'atRisk', 'saved'] as const).map((fate) => (
            <div key={fate} data-fate={fate}>
              <dt>{t(`reports.${fate}`)}</dt>
              <dd>
                <MoneyFigure of={all[fate]} contacts={all[fate].contacts} currency={currency} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('reports.cost')}</dt>
            <dd>{wholeMoney(all.costMinor)}</dd>
          </div>
          <div title={t('reports.undecidedHint')}>
            <dt>{t('reports.undecided')}</dt>
            <dd>{t('reports.contacts', { count: all.undecided })}</dd>
          </div>
        </dl>
        {otherCurrency > 0 && (
          <p className={style.note}>{t('reports.otherCurrency', { count: otherCurrency })}</p>
        )}
      </Part>
      <Part title={t('reports.byWeek')}>
        <WeekBars
          label={t('reports.lostChart')}
          bars={weeks.map(({ week, lost }) => ({
            key: week,
            label: day(week),
            whole: middleOf(lost),
            part: middleOf(lost),
            words: `${day(week)}: ${wholeMoney(middleOf(lost))}`,
          }))}
        />
        <MoneyTable
          label={t('reports.byWeek')}
          first={t('reports.week')}
          currency={currency}
          rows={weeks.toReversed().map((each) => ({ key: each.week, name: day(each.week), figures: each }))}
        />
      </Part>
      {[
        { title: t('reports.byBrand'), first: t('reports.brand'), places: brands },
        { title: t('reports.byLocation'), first: t('reports.location'), places: locations },
      ].map(({ title, first, places }) => (
        <Part key={title} title={title}>
          <MoneyTable
            label={title}
            first={first}
            currency={currency}
            rows={places.map((each) => {
              return { key: each.id ?? '', name: each.name ?? t('reports.unknown'), figures: each };
            })}
          />
        </Part>
      ))}
    </>
  );
}

interface MoneyRow {
  readonly key: string;
  readonly name: string;
  readonly figures: MoneyFigures;
}

function MoneyTable({
  label,
  first,
  currency,
  rows,
}: {
  label: string;
  first: string;
  currency: string;
  rows: readonly MoneyRow[];
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { wholeMoney } = useWholeMoney(currency);
  const row = ({ key, name, figures }: MoneyRow): TableRow => ({
    key,
    head: <bdi>{name}</bdi>,
    cells: [
      ...(['lost', 'atRisk', 'saved'] as const).map((fate) => {
        const sum = figures[fate];
        return sum.contacts === 0 ? (
          t('reports.none')
        ) : (
          <MoneyFigure key={fate} of={sum} contacts={sum.contacts} currency={currency} />
        );
      }),
      wholeMoney(figures.costMinor),
      number(figures.undecided),
    ],
  });
  const columns = ['lost', 'atRisk', 'saved', 'cost', 'undecided'].map((key) => t(`reports.${key}`));
  return <Table label={label} columns={[first, ...columns]} rows={rows.map(row)} />;
}
