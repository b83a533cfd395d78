import { useTranslation } from 'react-i18next';
import type { ScoresReport } from '@heard/insight';
import { useFormat } from '../words/use-format.js';
import { ShareFigure } from './Figures.js';
import { Part, Table } from './Table.js';

/** What customers could say at the end. */
export function ScoresTab({ report }: { report: ScoresReport }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <>
      <Part title={t('reports.scoresTitle')} note={t('reports.scoresNote')}>
        <Table
          label={t('reports.scoresTitle')}
          columns={[
            t('reports.point'),
            t('reports.share'),
            t('reports.yes'),
            t('reports.no'),
            t('reports.notDue'),
          ]}
          rows={report.points.map(({ point, share, yes, no, notDue }) => ({
            key: point,
            head: t(`recovery.point.${point}`),
            cells: [<ShareFigure key="share" of={share} />, number(yes), number(no), number(notDue)],
          }))}
        />
      </Part>
      <Part title={t('reports.missingTitle')}>
        <Table
          label={t('reports.missingTitle')}
          columns={[t('reports.missingTitle'), t('reports.caseCount')]}
          rows={report.missing.map(({ missing, cases }) => ({
            key: String(missing),
            head: t('reports.missing', { count: missing }),
            cells: [number(cases)],
          }))}
        />
      </Part>
    </>
  );
}
