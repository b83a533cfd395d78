import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { InterfaceLanguage } from '../i18n/index.js';
import { CustomerSheet, dayText, NoPage, useTexts } from './CustomerSheet.js';
import { reportLinkQuery } from './queries.js';
import { WrittenReport } from './WrittenReport.js';
import style from './customer.module.css';

/** The report to a customer behind its link; while the case is open it tells how it stands now. */
export function ReportPage() {
  const { token } = useParams({ from: '/report/$token' });
  const [chosen, setChosen] = useState<InterfaceLanguage>();
  const query = useQuery(reportLinkQuery(token, chosen));
  const page = query.error ? undefined : query.data;
  const { t, language } = useTexts(chosen ?? page?.report.language);
  const title = page?.report.title ?? t('reportPage.title');
  return (
    <CustomerSheet {...{ t, language, title, brand: page?.brand, onLanguage: setChosen, wide: true }}>
      {page ? (
        <>
          <h1>{title}</h1>
          <p className={style.lead}>
            <bdi>{page.report.greeting}</bdi>
          </p>
          <WrittenReport report={page.report} />
          <small className={style.foot}>
            {page.open && `${t('reportPage.live')} `}
            {t('reportPage.until', { date: dayText(page.until, language) })}
          </small>
        </>
      ) : (
        <NoPage
          t={t}
          error={query.error}
          gone={{ title: t('reportPage.gone'), hint: t('reportPage.goneHint') }}
          onRetry={() => void query.refetch()}
        />
      )}
    </CustomerSheet>
  );
}
