import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons.js';
import type { Shift } from './hours.js';
import { Shifts } from './Shifts.js';
import style from './duty.module.css';

/** An exception while it is edited; the key only tells rows apart. */
export interface ExceptionDraft {
  readonly key: number;
  readonly date: string;
  readonly shifts: readonly Shift[];
}

export function Exceptions({
  exceptions,
  usual,
  onChange,
}: {
  exceptions: readonly ExceptionDraft[];
  usual: Shift;
  onChange: (exceptions: readonly ExceptionDraft[]) => void;
}) {
  const { t } = useTranslation();
  const nextKey = Math.max(-1, ...exceptions.map((each) => each.key)) + 1;
  const change = (key: number, next: Partial<ExceptionDraft>) =>
    onChange(exceptions.map((each) => (each.key === key ? { ...each, ...next } : each)));
  return (
    <section aria-label={t('duty.exceptions')}>
      <h3 className={style.part}>{t('duty.exceptions')}</h3>
      <p className={style.dim}>{t('duty.exceptionHint')}</p>
      {exceptions.map((each) => (
        <div key={each.key} className={style.exception}>
          <div className={style.shift}>
            <input
              type="date"
              required
              aria-label={t('duty.date')}
              value={each.date}
              onChange={(event) => change(each.key, { date: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('duty.removeException')}
              onClick={() => onChange(exceptions.filter((other) => other.key !== each.key))}
            >
              <Icon name="remove" size={16} />
            </ActionIcon>
          </div>
          <Shifts
            day={each.shifts.length === 0 ? t('duty.dayOff') : each.date}
            shifts={each.shifts}
            usual={usual}
            onChange={(shifts) => change(each.key, { shifts })}
          />
        </div>
      ))}
      <Button
        variant="default"
        size="sm"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => onChange([...exceptions, { key: nextKey, date: '', shifts: [] }])}
      >
        {t('duty.addException')}
      </Button>
    </section>
  );
}
