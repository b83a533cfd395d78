import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyView } from '@heard/insight';
import { api } from '../api/client.js';
import { Problem } from '../words/Problem.js';
import { useFormat } from '../words/use-format.js';
import { Exceptions, type ExceptionDraft } from './Exceptions.js';
import { type Shift, shiftOf, spanOf } from './hours.js';
import { Shifts } from './Shifts.js';
import style from './duty.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7];
const usual: Shift = { from: '09:00', to: '18:00' };

type Week = readonly (readonly Shift[])[];

function whole<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** The calendar as the API wants it; undefined while some shift ends before it begins. */
function calendarOf(week: Week, exceptions: readonly ExceptionDraft[]) {
  const hours = whole(
    week.flatMap((shifts, index) =>
      shifts.map((shift) => {
        const span = spanOf(shift);
        return span && { weekday: index + 1, ...span };
      }),
    ),
  );
  const others = whole(
    exceptions.map(({ date, shifts }) => {
      const spans = whole(shifts.map(spanOf));
      return date !== '' && spans ? { date, hours: spans } : undefined;
    }),
  );
  return hours && others ? { week: hours, exceptions: others } : undefined;
}

export function EditDuty({ duty, onDone }: { duty: DutyView; onDone: () => void }) {
  const { t } = useTranslation();
  const { weekday: name } = useFormat();
  const client = useQueryClient();
  const [week, setWeek] = useState<Week>(
    weekdays.map((weekday) => duty.week.filter((each) => each.weekday === weekday).map(shiftOf)),
  );
  const [exceptions, setExceptions] = useState<readonly ExceptionDraft[]>(
    duty.exceptions.map(({ date, hours }, index) => ({ key: index, date, shifts: hours.map(shiftOf) })),
  );
  const calendar = calendarOf(week, exceptions);
  const save = useMutation({
    mutationFn: () => api.put<DutyView>(`/duty/${encodeURIComponent(duty.staffId)}`, calendar),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['duty'] });
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (calendar) save.mutate();
      }}
    >
      <Stack gap="md">
        <section aria-label={t('duty.week')}>
          <h3 className={style.part}>{t('duty.week')}</h3>
          {weekdays.map((weekday, index) => (
            <Shifts
              key={weekday}
              day={name(weekday, 'long')}
              shifts={week[index] ?? []}
              usual={usual}
              onChange={(shifts) => setWeek(week.map((each, at) => (at === index ? shifts : each)))}
            />
          ))}
        </section>
        <Exceptions exceptions={exceptions} usual={usual} onChange={setExceptions} />
        {!calendar && (
          <p className={style.bad} role="alert">
            {t('duty.badHours')}
          </p>
        )}
        <Problem error={save.error} acting />
        <Button type="submit" loading={save.isPending} disabled={!calendar}>
          {t('app.save')}
        </Button>
      </Stack>
    </form>
  );
}
