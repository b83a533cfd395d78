import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { useMay, useSession } from '../session/session.js';
import { DemoPill, Pill, UrgencyPill } from '../words/Pills.js';
import { Problem } from '../words/Problem.js';
import { useFormat } from '../words/use-format.js';
import { ActDialog } from './act/ActDialog.js';
import { HandOverForm } from './act/forms.js';
import { TextAct } from './act/TextAct.js';
import { useAct } from './act/use-act.js';
import { CasePlace, WhyAssignee } from './WhyAssignee.js';
import style from './case.module.css';

function Pills({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  return (
    <div className={style.pills}>
      <UrgencyPill urgency={view.urgency} />
      <Pill tone={view.status === 'open' ? 'normal' : 'good'}>{t(`case.${view.status}`)}</Pill>
      {view.alertFiring && (
        <Pill tone="critical" dot="pulse">
          {t('cases.firing')}
        </Pill>
      )}
      {view.complaints > 1 && <Pill tone="high">{t('cases.complaints', { count: view.complaints })}</Pill>}
      {view.brokenPromises > 0 && (
        <Pill tone="critical">{t('cases.broken', { count: view.brokenPromises })}</Pill>
      )}
      {view.demo && <DemoPill />}
    </div>
  );
}

function Holder({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const me = useSession().user.id;
  return (
    <p className={style.holder}>
      {t('case.assignee')}: <strong>{view.assignee.name}</strong>
      {view.assignee.id === me && ` (${t('cases.you')})`}{' '}
      <span className={style.dim}>
        {t('case.assigneeSince', {
          time: moment(view.assigneeSince),
          because: t(`assignedBecause.${view.assignedBecause}`),
        })}
      </span>
    </p>
  );
}

/** Who it is about, who answers for it, and the buttons that change that. */
export function CaseHead({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const me = useSession().user.id;
  const isManager = useMay('manager');
  const take = useAct(view.id);
  const title = t('case.title', { number: view.number });
  useEffect(() => {
    document.title = `${title} · Heard`;
  }, [title]);
  return (
    <header className={style.head}>
      <div className={style.headText}>
        <Pills view={view} />
        <h1>
          <bdi>{view.customer ?? t('app.unknownCustomer')}</bdi> <span className={style.dim}>{title}</span>
        </h1>
        <Holder view={view} />
        <WhyAssignee view={view} />
        <CasePlace view={view} />
        {view.closedAt && view.closedBecause && (
          <ClosedLine at={view.closedAt} because={t(`closedBecause.${view.closedBecause}`)} />
        )}
        {view.demo && <p className={style.demoNote}>{t('case.demoNote')}</p>}
      </div>
      {isManager && (
        <Group gap="xs">
          {view.status === 'open' && view.assignee.id !== me && (
            <Button
              loading={take.isPending}
              onClick={() => take.mutate({ path: 'take', body: { seenAssignee: view.assignee.id } })}
            >
              {t('act.take')}
            </Button>
          )}
          {view.status === 'open' && (
            <ActDialog label={t('act.handOver')} title={t('act.submitHandOver')}>
              {(close) => <HandOverForm view={view} onDone={close} />}
            </ActDialog>
          )}
          {view.status === 'closed' && (
            <TextAct
              caseId={view.id}
              path="reopen"
              field="reason"
              label={t('act.reopen')}
              submit={t('act.submitReopen')}
            />
          )}
        </Group>
      )}
      {take.error && (
        <div style={{ flexBasis: '100%' }}>
          <Problem error={take.error} acting />
        </div>
      )}
    </header>
  );
}

function ClosedLine({ at, because }: { at: string; because: string }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return <p className={style.holder}>{t('case.closedLine', { time: moment(at), because })}</p>;
}
