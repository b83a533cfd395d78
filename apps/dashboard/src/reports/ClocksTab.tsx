import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClocksReport, ReachReport } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import { Median, Ninety, useDay } from './Figures.js';
import style from './reports.module.css';
import { Part, Table } from './Table.js';
import { WeekBars } from './WeekBars.js';

type Measure = 'customer' | 'working';

/** How long customers wait. */
export function ClocksTab({ report }: { report: ClocksReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [by, setBy] = useState<Measure>('customer');
  return (
    <>
      <Part title={t('reports.clocksTitle')} note={t('reports.clocksNote')}>
        <SegmentedControl
          className={style.measures}
          aria-label={t('reports.clocksTitle')}
          value={by}
          onChange={(value) => setBy(value === 'working' ? 'working' : 'customer')}
          data={[
            { value: 'customer', label: t('reports.customerTime') },
            { value: 'working', label: t('reports.workingTime') },
          ]}
          mb="sm"
        />
        <Table
          label={t('reports.clocksTitle')}
          columns={['median', 'p90', 'happened', 'waiting', 'never'].reduce(
            (columns, key) => [...columns, t(`reports.${key}`)],
            [t('reports.tab.clocks')],
          )}
          rows={report.clocks.map(({ clock, [by]: figures }) => ({
            key: clock,
            head: t(`reports.clock.${clock}`),
            cells: [
              <Median key="m" of={figures} />,
              <Ninety key="n" of={figures} />,
              number(figures.happened),
              number(figures.waiting),
              number(figures.never),
            ],
          }))}
        />
      </Part>
      <WeeksOfAnswers weeks={report.weeks} />
    </>
  );
}

function WeeksOfAnswers({ weeks }: { weeks: ClocksReport['weeks'] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const day = useDay();
  return (
    <Part title={t('reports.byWeek')}>
      <WeekBars
        label={t('reports.weekChart')}
        bars={weeks.map(({ week, cases, unanswered }) => ({
          key: week,
          label: day(week),
          whole: cases,
          part: unanswered,
          words: `${day(week)}: ${number(cases)} · ${t('reports.unanswered', { count: unanswered })}`,
        }))}
      />
      <Table
        label={t('reports.byWeek')}
        columns={[
          t('reports.week'),
          t('reports.weekCases'),
          t('reports.weekUnanswered'),
          t('reports.median'),
          t('reports.p90'),
        ]}
        rows={weeks.toReversed().map(({ week, cases, unanswered, answered }) => ({
          key: week,
          head: day(week),
          cells: [
            number(cases),
            number(unanswered),
            <Median key="m" of={answered} />,
            <Ninety key="n" of={answered} />,
          ],
        }))}
      />
    </Part>
  );
}

/** Whether the quiet are answered as the loud are. */
export function ReachTab({ report }: { report: ReachReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <Part title={t('reports.reachTitle')} note={t('reports.reachNote')}>
      <Table
        label={t('reports.reachTitle')}
        columns={[
          t('reports.reach'),
          t('reports.weekCases'),
          t('reports.weekUnanswered'),
          t('reports.median'),
          t('reports.p90'),
        ]}
        rows={report.bands.map(({ band, cases, unanswered, answered }) => ({
          key: band,
          head: t(`reports.band.${band}`),
          cells: [
            number(cases),
            number(unanswered),
            <Median key="m" of={answered} />,
            <Ninety key="n" of={answered} />,
          ],
        }))}
      />
    </Part>
  );
}
