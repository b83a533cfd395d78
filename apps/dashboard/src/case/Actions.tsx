import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { useMay } from '../session/session.js';
import { Card } from '../words/Page.js';
import { ActDialog } from './act/ActDialog.js';
import { CloseForm, RefuseForm } from './act/forms.js';
import { AskedChannelForm, RecordForm, SentOnForm } from './act/NoteForms.js';
import { OfferFixForm } from './act/OfferFixForm.js';
import { OutcomeForm } from './act/OutcomeForm.js';
import { PromiseForm } from './act/PromiseForm.js';
import { RecordAnswerForm } from './act/RecordAnswerForm.js';
import { TextAct } from './act/TextAct.js';
import style from './case.module.css';

/** Everything that moves a case on, beside the public answer that stands under the conversation. */
export function Actions({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  const isManager = useMay('manager');
  if (!isManager) return null;
  return (
    <Card label={t('act.actions')}>
      <h2 className={style.heading}>{t('act.actions')}</h2>
      {view.status === 'open' && !mayAct && <p className={style.dim}>{t('refusal.not_assignee')}</p>}
      <div className={style.actions}>
        {mayAct && (
          <>
            <ActDialog label={t('act.offer')} variant="filled">
              {(close) => <OfferFixForm view={view} onDone={close} />}
            </ActDialog>
            <ActDialog label={t('act.promise')}>
              {(close) => <PromiseForm view={view} onDone={close} />}
            </ActDialog>
            <ActDialog label={t('act.record')} title={t('act.recordTitle')}>
              {(close) => <RecordAnswerForm view={view} onDone={close} />}
            </ActDialog>
            {view.fixes.length === 0 && (
              <TextAct
                caseId={view.id}
                path="no-offer"
                field="reason"
                label={t('act.noOffer')}
                submit={t('act.submitNoOffer')}
              />
            )}
            <ActDialog label={t('act.refuse')}>
              {(close) => <RefuseForm view={view} onDone={close} />}
            </ActDialog>
            <ActDialog label={t('recovery.noteChannel')}>
              {(close) => <AskedChannelForm view={view} onDone={close} />}
            </ActDialog>
            <ActDialog label={t('recovery.noteRecord')}>
              {(close) => <RecordForm view={view} onDone={close} />}
            </ActDialog>
            <ActDialog label={t('recovery.noteSentOn')}>
              {(close) => <SentOnForm view={view} onDone={close} />}
            </ActDialog>
          </>
        )}
        <ActDialog label={t('act.outcome')}>
          {(close) => <OutcomeForm view={view} onDone={close} />}
        </ActDialog>
        {mayAct && (
          <ActDialog label={t('act.close')}>{(close) => <CloseForm view={view} onDone={close} />}</ActDialog>
        )}
      </div>
    </Card>
  );
}
