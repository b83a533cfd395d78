import { useTranslation } from 'react-i18next';
import type { OutcomeRow, OutcomesReport } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import { Figure, ShareFigure, useWholeMoney } from './Figures.js';
import { Part, Table } from './Table.js';

interface Group {
  readonly title: string;
  readonly rows: readonly OutcomeRow[];
  readonly nameOf: (row: OutcomeRow) => string;
}

/** What recoveries did, against what they cost. */
export function OutcomesTab({ report }: { report: OutcomesReport }) {
  const { t } = useTranslation();
  const { language, number } = useFormat();
  const named = ({ name, key }: OutcomeRow): string => (name === undefined || name === '' ? key : name);
  const groups: readonly Group[] = [
    { title: t('reports.byFix'), rows: report.fixKinds, nameOf: ({ key }) => t(`fixKind.${key}`) },
    {
      title: t('reports.byCatalogue'),
      rows: report.catalogue,
      nameOf: ({ title, key }) => title?.[language] ?? key,
    },
    { title: t('reports.byFailure'), rows: report.failures, nameOf: ({ key }) => t(`failure.${key}`) },
    { title: t('reports.byLocation'), rows: report.locations, nameOf: named },
    { title: t('reports.byAssignee'), rows: report.managers, nameOf: named },
  ];
  const said = report.verdicts.map(({ verdict, cases }) => ({
    key: verdict,
    head: verdict === 'not_asked' ? t('reports.not_asked') : t(`verdict.${verdict}`),
    cells: [number(cases)],
  }));
  const did = report.behaviours.map(({ behaviour, cases }) => ({
    key: behaviour,
    head: t(`behaviour.${behaviour}`),
    cells: [number(cases)],
  }));
  return (
    <>
      <Part title={t('reports.verdictsTitle')} note={t('reports.outcomesNote')}>
        <Table
          label={t('reports.verdict')}
          columns={[t('reports.verdict'), t('reports.caseCount')]}
          rows={said}
        />
        <Table
          label={t('reports.behaviour')}
          columns={[t('reports.behaviour'), t('reports.caseCount')]}
          rows={did}
        />
      </Part>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map((group) => (
          <OutcomeGroup key={group.title} group={group} currency={report.currency} />
        ))}
    </>
  );
}

function OutcomeGroup({ group, currency }: { group: Group; currency: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { wholeMoney } = useWholeMoney(currency);
  return (
    <Part title={group.title}>
      <Table
        label={group.title}
        columns={[group.title, t('reports.caseCount'), t('reports.recovered'), t('reports.medianCost')]}
        rows={group.rows.map((row) => ({
          key: row.key,
          head: <bdi>{group.nameOf(row)}</bdi>,
          cells: [
            number(row.cases),
            <ShareFigure key="share" of={row.recovered} />,
            row.medianCostMinor === undefined ? (
              t('reports.none')
            ) : (
              <Figure
                key="cost"
                value={wholeMoney(row.medianCostMinor)}
                under={t('reports.costing', { count: row.costing })}
              />
            ),
          ],
        }))}
      />
    </Part>
  );
}
