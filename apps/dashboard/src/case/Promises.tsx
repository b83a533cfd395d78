import { useTranslation } from 'react-i18next';
import type { CaseView, PromiseView } from '@heard/insight';
import { PromiseDue } from '../cases/PromiseDue.js';
import { Card } from '../words/Page.js';
import { Pill, type Tone } from '../words/Pills.js';
import { useFormat } from '../words/use-format.js';
import { TextAct } from './act/TextAct.js';
import style from './case.module.css';

const tones: Readonly<Record<PromiseView['state'], Tone>> = {
  open: 'normal',
  kept: 'good',
  broken: 'critical',
};

function OnePromise({ promise, caseId, mayAct }: { promise: PromiseView; caseId: string; mayAct: boolean }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  return (
    <li className={style.item} aria-label={promise.what}>
      <p className={style.itemWhat}>{promise.what}</p>
      <p className={style.pills}>
        <Pill tone={tones[promise.state]}>{t(`promiseState.${promise.state}`)}</Pill>
        {promise.state === 'open' && <PromiseDue due={promise.due} />}
      </p>
      <p className={style.dim}>
        {t('case.due', { time: moment(promise.due) })}
        {promise.madeBy && ` · ${promise.madeBy.name}`}
        {promise.repeats && ` · ${t('case.repeats')}`}
      </p>
      {promise.evidence && <p className={style.dim}>{t('case.evidence', { text: promise.evidence })}</p>}
      {mayAct && promise.state === 'open' && (
        <TextAct
          caseId={caseId}
          path={`promises/${encodeURIComponent(promise.id)}/keep`}
          field="evidence"
          label={t('act.keep')}
          submit={t('act.submitKeep')}
          size="sm"
        />
      )}
    </li>
  );
}

export function Promises({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  return (
    <Card label={t('case.promises')}>
      <h2 className={style.heading}>{t('case.promises')}</h2>
      {view.promises.length === 0 && <p className={style.dim}>{t('case.noPromises')}</p>}
      <ul className={style.items}>
        {view.promises.map((promise) => (
          <OnePromise key={promise.id} promise={promise} caseId={view.id} mayAct={mayAct} />
        ))}
      </ul>
    </Card>
  );
}
