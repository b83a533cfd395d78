import fc from 'fast-check';
import { workingAxis } from './working-axis.js';
import { usualCalendar } from './working-calendar.js';
import { workingMinutesBetween } from './working-time.js';

const zones = fc.constantFrom('Europe/Kyiv', 'UTC', 'America/New_York', 'Australia/Sydney');
// Two months around the change of clocks in spring, with a holiday.
const [first, last] = [new Date('2031-03-01T00:00:00Z'), new Date('2031-05-01T00:00:00Z')];
const calendar = { ...usualCalendar, holidays: ['2031-04-14'] };
const moment = fc.date({ min: first, max: last, noInvalidDate: true });

test('it measures what walking the days measures, whatever the zone and the season', () => {
  fc.assert(
    fc.property(zones, moment, moment, (zone, from, to) => {
      const axis = workingAxis(first, last, calendar, zone);
      expect(axis(from, to)).toBeCloseTo(workingMinutesBetween(from, to, calendar, zone) * 60_000, 3);
    }),
  );
});

test('a night and a weekend cost nothing, and time does not run backwards', () => {
  const axis = workingAxis(first, last, calendar, 'Europe/Kyiv');
  const friday = new Date('2031-03-07T15:30:00Z');
  expect(axis(friday, new Date('2031-03-10T07:10:00Z'))).toBe(40 * 60_000);
  expect(axis(new Date('2031-03-10T07:10:00Z'), friday)).toBe(0);
});
