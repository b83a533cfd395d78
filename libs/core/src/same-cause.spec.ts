import type { Shared, SharedCode } from './cause.js';
import { isSameCause } from './same-cause.js';

const shared = (code: SharedCode, key: string): Shared => ({ code, key, shown: key, cases: 3 });
const isCopy = (a: string, b: string): boolean => a[0] === b[0];

test.each<[string, Shared[], Shared[], boolean]>([
  ['one courier', [shared('courier', 'oleg')], [shared('courier', 'oleg')], true],
  ['two couriers', [shared('courier', 'oleg')], [shared('courier', 'ivan')], false],
  ['a courier and a place of one name', [shared('courier', 'sumsk')], [shared('location', 'sumsk')], false],
  [
    'one place, whatever else they share',
    [shared('near_duplicate', 'a1'), shared('location', 'podil')],
    [shared('hour', '10'), shared('location', 'podil')],
    true,
  ],
  ['one product', [shared('product', 'кобзар')], [shared('product', 'кобзар')], true],
  ['nearly one text', [shared('near_duplicate', 'a1')], [shared('near_duplicate', 'a2')], true],
  ['different texts', [shared('near_duplicate', 'a1')], [shared('near_duplicate', 'b1')], false],
  ['one hour', [shared('hour', '10')], [shared('hour', '10')], false],
  ['nothing', [], [shared('courier', 'oleg')], false],
])('%s', (_, before, now, expected) => {
  expect(isSameCause(before, now, isCopy)).toBe(expected);
  expect(isSameCause(now, before, isCopy)).toBe(expected);
});
