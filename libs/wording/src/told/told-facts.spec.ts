import { toldIn } from './told-facts.js';

test.each<[string, readonly string[]]>([
  [
    'Замовлення № 48213, чекаю 5 днів, сплатила 1 250 грн. Мій номер +380 67 123 45 67.',
    ['order: Замовлення № 48213', 'waited: 5 днів', 'sum: 1 250 грн', 'phone: +380 67 123 45 67'],
  ],
  [
    'Живу на ул. Садовая, 12, кв. 4, пишите на anna.k@example.org, списали 300₽',
    ['address: ул. Садовая, 12, кв. 4', 'email: anna.k@example.org', 'sum: 300₽'],
  ],
  [
    'Order #AB-20931 has been missing for 3 weeks, I want my $49.90 back. 14 Mill Road',
    ['order: Order #AB-20931', 'waited: 3 weeks', 'sum: $49.90', 'address: 14 Mill Road'],
  ],
  ['Дуже погано, ніхто не відповідає!', []],
])('what was told in "%s"', (text, expected) => {
  expect(toldIn(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual(expected);
});

test('a hostile text is read in no time', () => {
  const began = performance.now();
  toldIn(`${'1 '.repeat(4_000)}${'а-'.repeat(2_000)}@${'№ '.repeat(2_000)}`);
  toldIn('a.'.repeat(4_000));
  expect(performance.now() - began).toBeLessThan(500);
});
