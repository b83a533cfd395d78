import { useTranslation } from 'react-i18next';
import type { FixPart } from '@heard/core';
import type { CaseView } from '@heard/insight';
import { Icon } from '../icons.js';
import { Card } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import { TextAct } from './act/TextAct.js';
import style from './case.module.css';

const parts: readonly FixPart[] = ['apology', 'explanation', 'correction', 'compensation', 'prevention'];

/** What a recovery is made of for the customer; each part is ticked by itself, with what shows it. */
export function Parts({ view, mayAct }: { view: CaseView; mayAct: boolean }) {
  const { t } = useTranslation();
  return (
    <Card label={t('recovery.parts')}>
      <h2 className={style.heading}>{t('recovery.parts')}</h2>
      <ul className={style.checks}>
        {parts.map((part) => {
          const done = view.parts.find((each) => each.part === part);
          return (
            <li key={part} data-ready={done !== undefined}>
              <Icon name={done ? 'check' : 'missing'} size={18} strokeWidth={2.4} />
              <span className={style.grow}>
                {t(`recovery.part.${part}`)}
                {done ? (
                  <span className={style.dim}>
                    {' · '}
                    <bdi>{done.evidence}</bdi> · <Moment at={done.at} />
                  </span>
                ) : (
                  <span className={style.dim}> — {t('case.notYet')}</span>
                )}
              </span>
              {mayAct && !done && (
                <TextAct
                  caseId={view.id}
                  path="parts"
                  field="evidence"
                  more={{ part }}
                  label={t('recovery.tick')}
                  about={t(`recovery.part.${part}`)}
                  title={t(`recovery.part.${part}`)}
                  submit={t('recovery.submitTick')}
                  size="compact-md"
                />
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
