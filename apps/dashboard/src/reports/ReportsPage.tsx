import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/session.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { ClocksTab, ReachTab } from './ClocksTab.js';
import { DigestTab } from './DigestTab.js';
import { MoneyTab } from './MoneyTab.js';
import { OutcomesTab } from './OutcomesTab.js';
import { PromisesTab } from './PromisesTab.js';
import { type ReportFilter, reportPath, reportQuery, type Reports } from './queries.js';
import { ReportFilters } from './ReportFilters.js';
import { usePeriod } from './Figures.js';
import style from './reports.module.css';
import { ScoresTab } from './ScoresTab.js';
import { type ReportTab, reportTabs } from './tabs.js';

/** For leads and above: what customers are worth, and what the director is told. */
const forLeads: readonly ReportTab[] = ['money', 'digest'];

const drawn: { readonly [N in keyof Reports]: (report: Reports[N]) => ReactNode } = {
  clocks: (report) => <ClocksTab report={report} />,
  reach: (report) => <ReachTab report={report} />,
  promises: (report) => <PromisesTab report={report} />,
  outcomes: (report) => <OutcomesTab report={report} />,
  money: (report) => <MoneyTab report={report} />,
  scores: (report) => <ScoresTab report={report} />,
};

/** What the cases of a period say together. */
export function ReportsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isLead = useMay('lead');
  const { tab: asked = 'clocks', week, ...filter } = useSearch({ from: '/signed-in/reports' });
  const tabs = reportTabs.filter((each) => isLead || !forLeads.includes(each));
  const tab = tabs.includes(asked) ? asked : 'clocks';
  const show = (search: ReportFilter & { tab?: ReportTab; week?: string }): void =>
    void navigate({ to: '/reports', search, replace: true });
  return (
    <>
      <PageHead title={t('reports.title')} lead={t('reports.lead')}>
        <Button component={Link} to="/causes" variant="default">
          {t('causes.title')}
        </Button>
      </PageHead>
      <SegmentedControl
        className={style.tabs}
        aria-label={t('reports.tabs')}
        value={tab}
        onChange={(value) => {
          const chosen = tabs.find((each) => each === value);
          if (chosen) show({ ...filter, tab: chosen });
        }}
        data={tabs.map((value) => ({ value, label: t(`reports.tab.${value}`) }))}
      />
      {tab === 'digest' ? (
        <DigestTab week={week} onWeek={(chosen) => show({ ...filter, tab, week: chosen })} />
      ) : (
        <>
          <ReportFilters filter={filter} onChange={(next) => show({ ...next, tab })} />
          <Report key={tab} name={tab} filter={filter} />
        </>
      )}
    </>
  );
}

function Report<N extends keyof Reports>({ name, filter }: { name: N; filter: ReportFilter }) {
  const { t } = useTranslation();
  const query = useQuery(reportQuery(name, filter));
  const period = usePeriod();
  return (
    <Loaded query={query}>
      {(report) => (
        <>
          <div className={style.counted}>
            <p>
              {period(report.from, report.to)} · {t('reports.cases', { count: report.cases })}
            </p>
            <Button
              component="a"
              variant="default"
              size="compact-md"
              href={`/api/v1${reportPath(name, filter, 'csv')}`}
              download
            >
              {t('reports.csv')}
            </Button>
          </div>
          {report.demo && <p className={style.demo}>{t('reports.demoNote')}</p>}
          {report.cases === 0 ? (
            <Empty icon="calm" title={t('reports.nothing')} hint={t('reports.nothingHint')} />
          ) : (
            drawn[name](report)
          )}
        </>
      )}
    </Loaded>
  );
}
