import { readReportSearch } from './tabs.js';

test('the address holds the kind of report and its filters, and nothing else', () => {
  expect(
    readReportSearch({
      tab: 'money',
      from: '2031-03-01',
      brand: 'b1',
      evil: 'x',
      to: '',
      week: 7,
      platform: 'google',
    }),
  ).toEqual({ tab: 'money', from: '2031-03-01', brand: 'b1', platform: 'google' });
});

test('an unknown kind of report, and the usual one, are not in the address', () => {
  expect([readReportSearch({ tab: 'secrets' }), readReportSearch({ tab: 'clocks' })]).toEqual([{}, {}]);
});
