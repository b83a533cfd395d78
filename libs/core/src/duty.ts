/** Minutes from midnight, 0 to 1440. */
export type MinuteOfDay = number;

/** A span of one weekday in which somebody is on duty; ends before or at midnight. */
export interface DutyHours {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: number;
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
}

/** What differs on one date: other hours, or none at all. */
export interface DutyException {
  /** Local date, `2026-12-31`. */
  readonly date: string;
  /** Empty means off duty the whole day. */
  readonly hours: readonly { readonly from: MinuteOfDay; readonly to: MinuteOfDay }[];
}

/** When one person is on duty. */
export interface DutyCalendar {
  readonly week: readonly DutyHours[];
  readonly exceptions: readonly DutyException[];
}

/** A moment on the wall of a time zone. */
export interface WallTime {
  readonly date: string;
  readonly weekday: number;
  readonly minute: MinuteOfDay;
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
}

/** The latest answer: a whole team is asked about the same minute, and formatting dates is slow. */
let latest: { readonly timeZone: string; readonly minute: number; readonly wall: WallTime } | undefined;

/** What the clock on the wall shows at a moment, in an IANA time zone; during a repeated hour it shows it twice. */
export function wallTime(at: Date, timeZone: string): WallTime {
  const minute = Math.floor(at.getTime() / 60_000);
  if (latest?.minute === minute && latest.timeZone === timeZone) return latest.wall;
  const wall = readWall(at, timeZone);
  latest = { timeZone, minute, wall };
  return wall;
}

function readWall(at: Date, timeZone: string): WallTime {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    weekday: weekdays.indexOf(parts['weekday'] ?? '') + 1,
    minute: Number(parts['hour']) * 60 + Number(parts['minute']),
  };
}

/** True when the calendar has the person on duty at the moment. An exception replaces the whole day. */
export function isOnDuty(calendar: DutyCalendar, at: Date, timeZone: string): boolean {
  const wall = wallTime(at, timeZone);
  const exception = calendar.exceptions.find((each) => each.date === wall.date);
  const hours = exception?.hours ?? calendar.week.filter((each) => each.weekday === wall.weekday);
  return hours.some((each) => each.from <= wall.minute && wall.minute < each.to);
}
