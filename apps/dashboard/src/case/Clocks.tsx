import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '@heard/insight';
import { PromiseDue } from '../cases/PromiseDue.js';
import { Span } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

function Clock({
  label,
  tone,
  children,
  note,
}: {
  label: string;
  tone?: 'bad' | 'good';
  children: ReactNode;
  note?: string;
}) {
  return (
    <div className={style.clock} data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <strong>{children}</strong>
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** The clocks all run from the moment the customer posted; nothing resets them. */
export function Clocks({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { duration, moment } = useFormat();
  const { postedAt, answeredAt, firstOfferAt, fixedAt } = view.clocks;
  const after = (at: string | undefined) =>
    at
      ? t('case.answeredAfter', { duration: duration(Date.parse(at) - Date.parse(postedAt)) })
      : t('case.notYet');
  const isOpen = view.status === 'open';
  return (
    <dl className={style.clocks} aria-label={t('case.clocks')}>
      <Clock
        label={t(isOpen ? 'case.customerWaits' : 'case.customerWaited')}
        tone={isOpen && !answeredAt ? 'bad' : undefined}
        note={t('case.since', { time: moment(postedAt) })}
      >
        <Span from={postedAt} until={view.closedAt} />
      </Clock>
      <Clock label={t('case.answer')} tone={answeredAt ? 'good' : isOpen ? 'bad' : undefined}>
        {after(answeredAt)}
      </Clock>
      <Clock label={t('case.firstOffer')} tone={firstOfferAt ? 'good' : undefined}>
        {after(firstOfferAt)}
      </Clock>
      <Clock label={t('case.fixDone')} tone={fixedAt ? 'good' : undefined}>
        {after(fixedAt)}
      </Clock>
      {view.nextPromiseDue && (
        <Clock label={t('case.nextPromise')} note={moment(view.nextPromiseDue)}>
          <PromiseDue due={view.nextPromiseDue} />
        </Clock>
      )}
    </dl>
  );
}
