import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '@heard/insight';
import { dutyQuery, type DutyPage as Duty } from '../api/queries.js';
import { Icon } from '../icons.js';
import { useMay } from '../session/session.js';
import { Empty, Loaded, PageHead } from '../words/Page.js';
import { Pill } from '../words/Pills.js';
import { useFormat } from '../words/use-format.js';
import { EditDuty } from './EditDuty.js';
import { spanText } from './hours.js';
import style from './duty.module.css';

const week = [1, 2, 3, 4, 5, 6, 7];
const minutesOfDay = 24 * 60;

function Day({ duty, weekday }: { duty: DutyView; weekday: number }) {
  const { t } = useTranslation();
  const { weekday: name } = useFormat();
  const spans = duty.week.filter((each) => each.weekday === weekday);
  return (
    <li className={style.day} data-off={spans.length === 0}>
      <span className={style.dayName}>{name(weekday)}</span>
      <span className={style.bar} aria-hidden="true">
        {spans.map((each) => (
          <i
            key={each.from}
            style={{
              left: `${(each.from / minutesOfDay) * 100}%`,
              width: `${((each.to - each.from) / minutesOfDay) * 100}%`,
            }}
          />
        ))}
      </span>
      <span className={style.hours}>
        {spans.length === 0
          ? t('duty.off')
          : spans.map((each) => spanText(each, t('duty.allDay'))).join(', ')}
      </span>
    </li>
  );
}

function Exceptions({ duty }: { duty: DutyView }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  if (duty.exceptions.length === 0) return null;
  const date = (text: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(text));
  return (
    <p className={style.dim}>
      {t('duty.exceptions')}:{' '}
      {duty.exceptions
        .map(({ date: on, hours }) => {
          const spans = hours.map((each) => spanText(each, t('duty.allDay'))).join(', ');
          return `${date(on)}: ${spans || t('duty.dayOff').toLowerCase()}`;
        })
        .join('; ')}
    </p>
  );
}

function People({ page, onEdit }: { page: Duty; onEdit?: (duty: DutyView) => void }) {
  const { t } = useTranslation();
  if (page.items.length === 0)
    return <Empty icon="duty" title={t('duty.empty')} hint={t('duty.emptyHint')} />;
  return (
    <ul className={style.people}>
      {page.items.map((duty) => (
        <li key={duty.staffId} className={style.person}>
          <div className={style.who}>
            <h2>{duty.name}</h2>
            <span className={style.dim}>{t(`role.${duty.role}`)}</span>
            {duty.onDutyNow && (
              <Pill tone="good" dot="still">
                {t('duty.now')}
              </Pill>
            )}
            {onEdit && (
              <Button
                variant="default"
                size="sm"
                ml="auto"
                onClick={() => onEdit(duty)}
                aria-label={t('duty.edit', { name: duty.name })}
              >
                {t('app.edit')}
              </Button>
            )}
          </div>
          <ul className={style.week}>
            {week.map((weekday) => (
              <Day key={weekday} duty={duty} weekday={weekday} />
            ))}
          </ul>
          <Exceptions duty={duty} />
        </li>
      ))}
    </ul>
  );
}

/** Who is there when; a new case goes to somebody who is. */
export function DutyPage() {
  const { t } = useTranslation();
  const query = useQuery(dutyQuery);
  const mayEdit = useMay('lead');
  const [edited, setEdited] = useState<DutyView>();
  const close = () => setEdited(undefined);
  return (
    <>
      <PageHead title={t('duty.title')} lead={t('duty.lead')} />
      <Loaded query={query}>
        {(page) => (
          <>
            {page.leadOnCall && (
              <p className={style.lead}>
                <Icon name="person" /> {t('duty.leadNow')}: <strong>{page.leadOnCall.name}</strong>
              </p>
            )}
            <People page={page} onEdit={mayEdit ? setEdited : undefined} />
            <p className={style.dim}>{t('app.timeZone', { zone: page.timeZone })}</p>
          </>
        )}
      </Loaded>
      <Modal
        opened={edited !== undefined}
        onClose={close}
        title={t('duty.editTitle', { name: edited?.name ?? '' })}
        size="lg"
        closeButtonProps={{ 'aria-label': t('app.cancel') }}
      >
        {edited && <EditDuty duty={edited} onDone={close} />}
      </Modal>
    </>
  );
}
