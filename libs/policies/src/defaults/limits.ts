import { type Policy, usualCalendar } from '@heard/core';

/** Limits and clocks that hold whatever the failure is. */
export const defaultLimits: Pick<
  Policy,
  'calendar' | 'leaseMinutes' | 'handOffs' | 'rounds' | 'substance' | 'report' | 'incidents' | 'suggestFrom'
> = {
  calendar: usualCalendar,
  leaseMinutes: { critical: 10, high: 30, normal: 240, low: 480, none: 1440 },
  handOffs: { budget: 2 },
  rounds: { limit: 3 },
  substance: { sameAsOthers: 0.85, recentDays: 30 },
  report: { linkDays: 30 },
  incidents: { cases: 3, withinHours: 6 },
  suggestFrom: 8,
};
