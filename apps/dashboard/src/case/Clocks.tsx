import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, MarkView } from '@heard/insight';
import { Span } from '../words/Times.js';
import { useFormat } from '../words/use-format.js';
import style from './case.module.css';

function Clock({
  label,
  tone,
  children,
  notes = [],
}: {
  label: string;
  tone?: 'bad' | 'good';
  children: ReactNode;
  notes?: readonly string[];
}) {
  return (
    <div className={style.clock} data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <strong>{children}</strong>
        {notes.map((note) => (
          <small key={note}>{note}</small>
        ))}
      </dd>
    </div>
  );
}

/** One thing that the customer waits for: after how long by their clock, and by our working hours. */
function Mark({ mark, isOpen }: { mark: MarkView; isOpen: boolean }) {
  const { t } = useTranslation();
  const { duration } = useFormat();
  const isLate = isOpen && mark.mark === 'answered' && !mark.at;
  return (
    <Clock
      label={t(`recovery.mark.${mark.mark}`)}
      tone={mark.at && mark.mark !== 'assigned' ? 'good' : isLate ? 'bad' : undefined}
      notes={mark.at ? [t('recovery.ours', { duration: duration(mark.workingMs) })] : []}
    >
      {mark.at ? t('case.answeredAfter', { duration: duration(mark.customerMs) }) : t('case.notYet')}
    </Clock>
  );
}

/** Both clocks: the customer's, which nothing resets, and ours by working hours beside it. */
export function Clocks({ view }: { view: CaseView }) {
  const { t } = useTranslation();
  const { duration, moment } = useFormat();
  const { bothClocks, clocks } = view;
  const isOpen = view.status === 'open';
  return (
    <dl className={style.clocks} aria-label={t('case.clocks')}>
      <Clock
        label={t(isOpen ? 'case.customerWaits' : 'case.customerWaited')}
        tone={isOpen && !clocks.answeredAt ? 'bad' : undefined}
        notes={[
          t('case.since', { time: moment(clocks.postedAt) }),
          t('recovery.ours', { duration: duration(bothClocks.workingMs) }),
        ]}
      >
        <Span from={clocks.postedAt} until={view.closedAt} />
      </Clock>
      {bothClocks.marks.map((mark) => (
        <Mark key={mark.mark} mark={mark} isOpen={isOpen} />
      ))}
    </dl>
  );
}
