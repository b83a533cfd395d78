import { useTranslation } from 'react-i18next';
import type { CaseView, FixView } from '@heard/insight';
import { Card } from '../words/Page.js';
import { Pill, type Tone } from '../words/Pills.js';
import { Moment } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import { TextAct } from './act/TextAct.js';
import style from './case.module.css';

const tones: Readonly<Record<FixView['state'], Tone>> = {
  offered: 'normal',
  accepted: 'normal',
  done: 'good',
  declined: 'low',
  withdrawn: 'low',
};

function FixActions({ fix, caseId }: { fix: FixView; caseId: string }) {
  const { t } = useTranslation();
  const path = `fixes/${encodeURIComponent(fix.id)}`;
  return (
    <div className={style.itemActions}>
      {fix.state === 'offered' && (
        <TextAct
          caseId={caseId}
          path={`${path}/accept`}
          field="words"
          label={t('act.accept')}
          title={t('act.acceptTitle')}
          submit={t('act.submitAccept')}
          size="sm"
          variant="light"
        />
      )}
      <TextAct
        caseId={caseId}
        path={`${path}/complete`}
        field="evidence"
        label={t('act.complete')}
        submit={t('act.submitComplete')}
        size="sm"
        variant={fix.state === 'accepted' ? 'filled' : 'default'}
      />
      <TextAct
        caseId={caseId}
        path={`${path}/decline`}
        field="words"
        label={t('act.decline')}
        title={t('act.declineTitle')}
        submit={t('act.submitDecline')}
        size="sm"
      />
      <TextAct
        caseId={caseId}
        path={`${path}/withdraw`}
        field="reason"
        label={t('act.withdraw')}
        submit={t('act.submitWithdraw')}
        size="sm"
      />
    </div>
  );
}

function OneFix({ fix, caseId, mayAct }: { fix: FixView; caseId: string; mayAct: boolean }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const isUnsettled = fix.state === 'offered' || fix.state === 'accepted';
  return (
    <li className={style.item} aria-label={`${t(`fixKind.${fix.kind}`)}: ${fix.what}`}>
      <p className={style.pills}>
        <strong>{t(`fixKind.${fix.kind}`)}</strong>
        <Pill tone={tones[fix.state]}>{t(`fixState.${fix.state}`)}</Pill>
      </p>
      <p className={style.itemWhat}>{fix.what}</p>
      {fix.action && (
        <dl className={style.facts}>
          <dt>{t('case.actionWho')}</dt>
          <dd>{fix.action.who}</dd>
          <dt>{t('case.actionWhere')}</dt>
          <dd>{fix.action.where}</dd>
          <dt>{t('case.actionWhen')}</dt>
          <dd>
            <Moment at={fix.action.when} />
          </dd>
        </dl>
      )}
      {fix.cost && (
        <p className={style.dim}>
          {t('case.cost', { cost: money(fix.cost.amountMinor, fix.cost.currency) })}
        </p>
      )}
      {fix.words && <p className={style.dim}>{t('case.words', { text: fix.words })}</p>}
      {fix.evidence && <p className={style.dim}>{t('case.evidence', { text: fix.evidence })}</p>}
      {mayAct && isUnsettled && <FixActions fix={fix} caseId={caseId} />}
    </li>
  );
}

export function Fixes({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  return (
    <Card label={t('case.fixes')}>
      <h2 className={style.heading}>{t('case.fixes')}</h2>
      {view.fixes.length === 0 && <p className={style.dim}>{t('case.noFixes')}</p>}
      <ul className={style.items}>
        {view.fixes.map((fix) => (
          <OneFix key={fix.id} fix={fix} caseId={view.id} mayAct={mayAct} />
        ))}
      </ul>
    </Card>
  );
}
