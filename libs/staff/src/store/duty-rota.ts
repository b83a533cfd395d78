import { type DutyCalendar, type DutyException, type DutyHours, Fault, type Role } from '@heard/core';
import type { Transaction } from '@heard/database';

/** When one person is on duty, with who they are. */
export interface DutyOf extends DutyCalendar {
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly demo: boolean;
}

/** SQL for the week of a row of staff, in the shape of core's DutyHours. */
export function weekOf(alias: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'from', h.from_minute, 'to', h.to_minute)
      order by h.weekday, h.from_minute)
    from duty_hours h where h.workspace_id = ${alias}.workspace_id and h.staff_id = ${alias}.id), '[]')`;
}

/** SQL for the exceptions of a row of staff, in the shape of core's DutyException. */
export function exceptionsOf(alias: string): string {
  return `coalesce((select jsonb_agg(jsonb_build_object('date', to_char(e.on_date, 'YYYY-MM-DD'), 'hours', e.hours)
      order by e.on_date)
    from duty_exceptions e where e.workspace_id = ${alias}.workspace_id and e.staff_id = ${alias}.id), '[]')`;
}

const minutesOfDay = 1440;

/** Who is on duty when. */
export class DutyRota {
  /** Everybody active who may answer, by name. */
  async read(tx: Transaction): Promise<DutyOf[]> {
    return tx.rows<DutyOf>(
      `select s.id as "staffId", s.name, s.role, s.demo, ${weekOf('s')} as week, ${exceptionsOf('s')} as exceptions
       from staff s where s.workspace_id = $1 and s.active and s.role <> 'viewer' order by s.name, s.id`,
      [tx.workspaceId],
    );
  }

  /** Replaces one person's calendar as a whole; faults when hours overlap or end before they begin. */
  async replace(tx: Transaction, staffId: string, calendar: DutyCalendar): Promise<void> {
    refuseNonsense(calendar);
    const key = [tx.workspaceId, staffId];
    const known = await tx.rows('select from staff where workspace_id = $1 and id = $2 for update', key);
    if (known.length === 0) {
      throw new Fault('missing', 'There is no such person here.', { code: 'no_such_person' });
    }
    await tx.run('delete from duty_hours where workspace_id = $1 and staff_id = $2', key);
    await tx.run('delete from duty_exceptions where workspace_id = $1 and staff_id = $2', key);
    await tx.run(
      `insert into duty_hours (workspace_id, staff_id, weekday, from_minute, to_minute)
       select $1, $2, h.weekday, h."from", h."to"
       from jsonb_to_recordset($3::jsonb) as h (weekday int, "from" int, "to" int)`,
      [...key, JSON.stringify(calendar.week)],
    );
    await tx.run(
      `insert into duty_exceptions (workspace_id, staff_id, on_date, hours)
       select $1, $2, e.date, e.hours from jsonb_to_recordset($3::jsonb) as e (date date, hours jsonb)`,
      [...key, JSON.stringify(calendar.exceptions)],
    );
  }
}

function refuseNonsense({ week, exceptions }: DutyCalendar): void {
  const days = new Map<number, DutyHours[]>();
  for (const hours of week) days.set(hours.weekday, [...(days.get(hours.weekday) ?? []), hours]);
  const dates = new Set(exceptions.map(({ date }) => date));
  const sound =
    week.every(({ weekday }) => Number.isInteger(weekday) && weekday >= 1 && weekday <= 7) &&
    [...days.values()].every(inOrder) &&
    dates.size === exceptions.length &&
    exceptions.every((each) => isDate(each) && inOrder(each.hours));
  if (!sound) {
    throw new Fault(
      'invalid',
      'Hours of one day begin before they end, stay within the day and do not overlap; a date comes once.',
      { code: 'hours_malformed' },
    );
  }
}

function isDate({ date }: DutyException): boolean {
  // PostgreSQL has no year 0.
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/u.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

function inOrder(hours: readonly { readonly from: number; readonly to: number }[]): boolean {
  const sorted = hours.toSorted((a, b) => a.from - b.from);
  return sorted.every(
    ({ from, to }, at) =>
      Number.isInteger(from) &&
      Number.isInteger(to) &&
      from >= 0 &&
      from < to &&
      to <= minutesOfDay &&
      from >= (sorted[at - 1]?.to ?? 0),
  );
}
