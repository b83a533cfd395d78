/** In what a span is written. */
export type SpanUnit = 'minutes' | 'hours' | 'days';

export const spanUnits: readonly SpanUnit[] = ['minutes', 'hours', 'days'];

const minutesOfHour = 60;
/** A day of the customer, who never closes. */
export const wholeDay = 24 * 60;

/** Minutes of a unit; a working day has as many as the firm works on one. */
export function minutesOf(unit: SpanUnit, dayMinutes: number): number {
  return unit === 'days' ? dayMinutes : unit === 'hours' ? minutesOfHour : 1;
}

/** A span in the greatest unit that divides it: 2880 minutes are 2 days, 90 are 90 minutes. */
export function spanIn(minutes: number, dayMinutes: number): { count: number; unit: SpanUnit } {
  const unit = spanUnits.toReversed().find((each) => {
    const size = minutesOf(each, dayMinutes);
    return size > 0 && minutes >= size && minutes % size === 0;
  });
  return { count: minutes / minutesOf(unit ?? 'minutes', dayMinutes), unit: unit ?? 'minutes' };
}
