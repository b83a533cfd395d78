import type { MinuteOfDay } from './duty.js';

/** When the firm works: the days, their hours, and what the parts of a day mean in a promise. */
export interface WorkingCalendar {
  /** Working weekdays, 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly days: readonly number[];
  readonly from: MinuteOfDay;
  readonly to: MinuteOfDay;
  /** Local dates that are no working days, `2026-12-31`. */
  readonly holidays: readonly string[];
}

/** Monday to Friday, 9:00 to 18:00, no holidays. */
export const usualCalendar: WorkingCalendar = { days: [1, 2, 3, 4, 5], from: 540, to: 1080, holidays: [] };
