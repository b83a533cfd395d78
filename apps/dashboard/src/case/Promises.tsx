import { Button, CopyButton } from '@mantine/core';
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

/** Honest words to the customer about a promise that is late or about to be; a person sends them, or does not. */
function LateDraft({ draft, onUse }: { draft: string; onUse: ((words: string) => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <div className={style.draft}>
      <p>
        <strong>{t('recovery.lateDraft')}</strong>
      </p>
      <p>
        <bdi>{draft}</bdi>
      </p>
      {onUse ? (
        <Button size="compact-md" variant="light" onClick={() => onUse(draft)}>
          {t('recovery.useDraft')}
        </Button>
      ) : (
        <CopyButton value={draft}>
          {({ copied, copy }) => (
            <Button size="compact-md" variant="light" onClick={copy}>
              {t(copied ? 'app.copied' : 'app.copy')}
            </Button>
          )}
        </CopyButton>
      )}
    </div>
  );
}

interface Using {
  readonly mayAct: boolean;
  /** Puts words into the answer; absent where no answer can be given in public. */
  readonly onDraft: ((words: string) => void) | undefined;
}

function OnePromise({ promise, caseId, mayAct, onDraft }: { promise: PromiseView; caseId: string } & Using) {
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
        {promise.warnedAt && promise.state === 'open' && ` · ${t('recovery.warned')}`}
      </p>
      {promise.evidence && <p className={style.dim}>{t('case.evidence', { text: promise.evidence })}</p>}
      {mayAct && promise.lateDraft && <LateDraft draft={promise.lateDraft} onUse={onDraft} />}
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

export function Promises({ view, mayAct, onDraft }: { view: CaseView } & Using) {
  const { t } = useTranslation();
  return (
    <Card label={t('case.promises')}>
      <h2 className={style.heading}>{t('case.promises')}</h2>
      {view.promises.length === 0 && <p className={style.dim}>{t('case.noPromises')}</p>}
      <ul className={style.items}>
        {view.promises.map((promise) => (
          <OnePromise key={promise.id} promise={promise} caseId={view.id} mayAct={mayAct} onDraft={onDraft} />
        ))}
      </ul>
    </Card>
  );
}
