import { useTranslation } from 'react-i18next';
import type { PromiseFigures, PromisesReport } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import { ShareFigure, useDay } from './Figures.js';
import { Part, Table, type TableRow } from './Table.js';

/** What was promised, and what was kept. */
export function PromisesTab({ report }: { report: PromisesReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const day = useDay();
  const row = (key: string, head: string, of: PromiseFigures): TableRow => ({
    key,
    head: <bdi>{head}</bdi>,
    cells: [
      <ShareFigure key="rate" of={of.keptRate} />,
      ...[of.made, of.kept, of.broken, of.open, of.again].map((each) => number(each)),
    ],
  });
  const columns = (first: string): string[] => [
    first,
    t('reports.keptRate'),
    t('reports.made'),
    t('reports.kept'),
    t('reports.broken'),
    t('reports.open'),
    t('reports.again'),
  ];
  return (
    <>
      <Part title={t('reports.promisesTitle')} note={t('reports.promisesNote')}>
        <Table
          label={t('reports.byManager')}
          columns={columns(t('reports.manager'))}
          rows={[
            row('all', t('alerts.all'), report.all),
            ...report.managers.map((each) =>
              row(each.manager?.id ?? '', each.manager?.name ?? t('reports.programs'), each),
            ),
          ]}
        />
      </Part>
      <Part title={t('reports.byWeek')}>
        <Table
          label={t('reports.byWeek')}
          columns={columns(t('reports.week'))}
          rows={report.weeks.toReversed().map((each) => row(each.week, day(each.week), each))}
        />
      </Part>
    </>
  );
}
