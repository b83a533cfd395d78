import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icons.js';
import type { Shift } from './hours.js';
import style from './duty.module.css';

/** The shifts of one day, each from one time to another. */
export function Shifts({
  day,
  shifts,
  usual,
  onChange,
}: {
  day: string;
  shifts: readonly Shift[];
  usual: Shift;
  onChange: (shifts: readonly Shift[]) => void;
}) {
  const { t } = useTranslation();
  const change = (index: number, next: Partial<Shift>) =>
    onChange(shifts.map((each, at) => (at === index ? { ...each, ...next } : each)));
  return (
    <div className={style.editDay}>
      <span className={style.editDayName}>{day}</span>
      <div className={style.shifts}>
        {shifts.map((shift, index) => (
          <div key={index} className={style.shift}>
            <input
              type="time"
              required
              aria-label={t('duty.from', { day })}
              value={shift.from}
              onChange={(event) => change(index, { from: event.currentTarget.value })}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time"
              required
              aria-label={t('duty.to', { day })}
              value={shift.to}
              onChange={(event) => change(index, { to: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('duty.removeHours', { day })}
              onClick={() => onChange(shifts.filter((_, at) => at !== index))}
            >
              <Icon name="remove" size={16} />
            </ActionIcon>
          </div>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('duty.addHours', { day })}
          leftSection={<Icon name="plus" size={14} />}
          onClick={() => onChange([...shifts, usual])}
        >
          {t('app.add')}
        </Button>
      </div>
    </div>
  );
}
