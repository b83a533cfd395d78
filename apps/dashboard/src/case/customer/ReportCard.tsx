import { Button, CopyButton } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseReportView, CaseView, SentReportView } from '@heard/insight';
import { api } from '../../api/client.js';
import { Card } from '../../words/Page.js';
import { Problem } from '../../words/Problem.js';
import { useNow } from '../../words/now.js';
import { Moment } from '../../words/Times.js';
import { ActDialog } from '../act/ActDialog.js';
import { caseReportQuery } from './queries.js';
import { SendReport } from './SendReport.js';
import style from '../case.module.css';
import card from './card.module.css';

function Sent({ caseId, sent, mayAct }: { caseId: string; sent: SentReportView; mayAct: boolean }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: (linkId: string) =>
      api.post<CaseReportView>(`/cases/${encodeURIComponent(caseId)}/report/revoke`, { linkId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId] }),
  });
  const { linkId, address, revokedAt, until, by } = sent;
  const now = useNow();
  const hasEnded = until !== undefined && new Date(until) <= now;
  return (
    <li>
      <div>
        <Moment at={sent.at} />, {t(`channel.${sent.channel}`)}
        {by && (
          <>
            {' — '}
            <bdi>{by}</bdi>
          </>
        )}
      </div>
      <div className={style.dim}>
        {revokedAt ? (
          <>
            {t('reportPage.card.revoked')} <Moment at={revokedAt} />
          </>
        ) : (
          until && (
            <>
              {t(hasEnded ? 'reportPage.card.ended' : 'reportPage.card.until')} <Moment at={until} />
            </>
          )
        )}
      </div>
      {address && (
        <div className={card.buttons}>
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" onClick={copy}>
                {t(copied ? 'app.copied' : 'reportPage.card.copyLink')}
              </Button>
            )}
          </CopyButton>
          {mayAct && linkId && (
            <Button
              size="xs"
              variant="default"
              loading={revoke.isPending}
              onClick={() => revoke.mutate(linkId)}
            >
              {t('reportPage.card.revoke')}
            </Button>
          )}
        </div>
      )}
      <Problem error={revoke.error} acting />
    </li>
  );
}

/** The report to the customer: read before it is sent, sent by a person, revoked when need be. */
export function ReportCard({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const query = useQuery(caseReportQuery(view.id));
  const sent = query.data?.sent ?? [];
  return (
    <Card label={t('reportPage.card.title')}>
      <h2 className={style.heading}>{t('reportPage.card.title')}</h2>
      <Problem error={query.error} onRetry={() => void query.refetch()} />
      {query.data && sent.length === 0 && <p className={style.dim}>{t('reportPage.card.none')}</p>}
      {sent.length > 0 && (
        <ul className={card.sent} aria-label={t('reportPage.card.sentList')}>
          {sent.map((each) => (
            <Sent key={each.linkId ?? each.at} caseId={view.id} sent={each} mayAct={mayAct} />
          ))}
        </ul>
      )}
      <ActDialog
        label={t(mayAct ? 'reportPage.card.open' : 'reportPage.card.read')}
        title={t('reportPage.card.title')}
      >
        {(close) => <SendReport view={view} mayAct={mayAct} onDone={close} />}
      </ActDialog>
    </Card>
  );
}
