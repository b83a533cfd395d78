import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkingCalendar } from '@heard/core';
import { clockText, shiftOf, spanText } from '../duty/hours.js';
import { Icon } from '../icons.js';
import { useFormat } from '../words/use-format.js';
import type { Editing } from './editing.js';
import { Facts, Section } from './Section.js';
import style from './policy.module.css';

const week = [1, 2, 3, 4, 5, 6, 7];
const endOfDay = 24 * 60;

/** The minute that a time field shows; 00:00 as an end is midnight. */
function minuteOf(text: string, isEnd: boolean): number {
  const [hours = NaN, minutes = NaN] = text.split(':').map(Number);
  const minute = hours * 60 + minutes;
  return isEnd && minute === 0 ? endOfDay : minute;
}

function useDate(): (date: string) => string {
  const { language } = useFormat();
  return (date) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

function Holidays({
  days,
  onChange,
}: {
  days: readonly string[];
  onChange: (days: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const dateText = useDate();
  const [date, setDate] = useState('');
  const add = () => {
    if (date !== '' && !days.includes(date)) onChange([...days, date].toSorted());
    setDate('');
  };
  return (
    <fieldset className={style.texts}>
      <legend>{t('policy.holidays')}</legend>
      {days.length > 0 && (
        <ul className={style.chips}>
          {days.map((each) => (
            <li key={each}>
              {dateText(each)}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('policy.removeHoliday', { date: dateText(each) })}
                onClick={() => onChange(days.filter((one) => one !== each))}
              >
                <Icon name="remove" size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className={style.adding}>
        <TextInput
          type="date"
          label={t('policy.holiday')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
        <Button variant="default" onClick={add} disabled={date === ''}>
          {t('policy.addHoliday')}
        </Button>
      </div>
    </fieldset>
  );
}

function Editor({ value, onChange }: { value: WorkingCalendar; onChange: (next: WorkingCalendar) => void }) {
  const { t } = useTranslation();
  const { weekday } = useFormat();
  const { from, to } = shiftOf(value);
  return (
    <>
      <Checkbox.Group
        label={t('policy.workingDays')}
        value={value.days.map(String)}
        onChange={(days) => onChange({ ...value, days: days.map(Number).toSorted((a, b) => a - b) })}
      >
        <div className={style.choices}>
          {week.map((day) => (
            <Checkbox key={day} value={String(day)} label={weekday(day, 'long')} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={style.row}>
        <TextInput
          type="time"
          label={t('policy.from')}
          value={from}
          onChange={(event) => onChange({ ...value, from: minuteOf(event.currentTarget.value, false) })}
        />
        <TextInput
          type="time"
          label={t('policy.to')}
          value={to}
          onChange={(event) => onChange({ ...value, to: minuteOf(event.currentTarget.value, true) })}
        />
      </div>
      <Holidays days={value.holidays} onChange={(holidays) => onChange({ ...value, holidays })} />
    </>
  );
}

/** When the firm works. The customer's clock never stops for it. */
export function CalendarSection({ policy, mayEdit, changed, change }: Editing) {
  const { t } = useTranslation();
  const { weekday } = useFormat();
  const dateText = useDate();
  const { calendar } = policy;
  const hours =
    calendar.from < calendar.to
      ? spanText(calendar, t('duty.allDay'))
      : `${clockText(calendar.from)}–${clockText(calendar.to)}`;
  return (
    <Section
      id="calendar"
      title={t('policy.section.calendar')}
      lead={t('policy.calendarLead')}
      changed={changed.includes('calendar')}
      mayEdit={mayEdit}
      editor={<Editor value={calendar} onChange={(next) => change({ calendar: next })} />}
    >
      <Facts
        facts={[
          [t('policy.workingDays'), calendar.days.map((day) => weekday(day)).join(', ')],
          [t('policy.hours'), hours],
          [
            t('policy.holidays'),
            calendar.holidays.length === 0
              ? t('policy.noHolidays')
              : calendar.holidays.map(dateText).join('; '),
          ],
        ]}
      />
    </Section>
  );
}
