/** A span of a day as two time fields show it, `09:00` and `18:00`. */
export interface Shift {
  readonly from: string;
  readonly to: string;
}

const minutesOfDay = 24 * 60;

/** Minutes from midnight as a time field shows them; the end of the day is 00:00. */
export function clockText(minute: number): string {
  const hours = Math.floor((minute % minutesOfDay) / 60);
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function minuteOf(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

/** The minutes of a shift; 00:00 as its end is midnight. Undefined when it ends before it begins. */
export function spanOf(shift: Shift): { from: number; to: number } | undefined {
  const from = minuteOf(shift.from);
  const end = minuteOf(shift.to);
  if (from === undefined || end === undefined) return undefined;
  const to = end === 0 ? minutesOfDay : end;
  return from < to ? { from, to } : undefined;
}

export function shiftOf(span: { readonly from: number; readonly to: number }): Shift {
  return { from: clockText(span.from), to: clockText(span.to) };
}

/** A span as people read it, `09:00–18:00`; a whole day in the words for that. */
export function spanText(
  { from, to }: { readonly from: number; readonly to: number },
  allDay: string,
): string {
  return from === 0 && to === minutesOfDay ? allDay : `${clockText(from)}–${clockText(to)}`;
}
