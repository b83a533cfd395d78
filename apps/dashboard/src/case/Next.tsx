import { useTranslation } from 'react-i18next';
import type { AgendaView, CaseView } from '@heard/insight';
import { PromiseDue } from '../cases/PromiseDue.js';
import { Card } from '../words/Page.js';
import { Moment } from '../words/Times.js';
import style from './case.module.css';

const shownAtFirst = 3;

function Item({ item }: { item: AgendaView }) {
  const { t } = useTranslation();
  return (
    <li className={style.next}>
      <span>
        <strong>
          {item.kind === 'step' && item.goal ? t(`stepGoal.${item.goal}`) : t(`recovery.agenda.${item.kind}`)}
        </strong>
        {item.what && (
          <>
            : <bdi>{item.what}</bdi>
          </>
        )}{' '}
        <span className={style.dim}>
          <Moment at={item.due} />
        </span>
      </span>
      <PromiseDue due={item.due} />
    </li>
  );
}

/** What must happen next and by when; the first due first. */
export function Next({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  if (view.status === 'closed') return null;
  const rest = view.agenda.slice(shownAtFirst);
  return (
    <Card label={t('recovery.next')}>
      <h2 className={style.heading}>{t('recovery.next')}</h2>
      {view.agenda.length === 0 && <p className={style.dim}>{t('recovery.nextNone')}</p>}
      <ul className={style.plain}>
        {view.agenda.slice(0, shownAtFirst).map((item) => (
          <Item key={`${item.kind} ${item.promiseId ?? item.fixId ?? item.step ?? ''}`} item={item} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={style.more}>
          <summary>{t('recovery.nextMore', { count: rest.length })}</summary>
          <ul className={style.plain}>
            {rest.map((item) => (
              <Item key={`${item.kind} ${item.promiseId ?? item.fixId ?? item.step ?? ''}`} item={item} />
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
