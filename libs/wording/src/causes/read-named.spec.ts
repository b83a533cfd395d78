import { nameKey } from './name-key.js';
import { readNamed } from './read-named.js';

const keysOf = (text: string, kind: 'couriers' | 'products' | 'places'): string[] =>
  readNamed(text)[kind].map(({ key }) => key);

describe('who is named', () => {
  test.each([
    ['Курьер Олег не приехал и не перезвонил', 'Олег'],
    ['Третий час ждём вашего курьера Олега', 'Олега'],
    ['Поговорила с курьером по имени Олег, он нагрубил', 'Олег'],
    ["Кур'єр Олег кинув пакунок під двері", 'Олег'],
    ["Чекаю на кур'єра Олега з обіду", 'Олега'],
    ['Олег, ваш курьер, просто бросил трубку', 'Олег'],
    ['The courier named Oleg left it in the rain', 'Oleg'],
    ['Your driver Oleg never showed up', 'Oleg'],
    ['Oleg, your courier, hung up on me', 'Oleg'],
    ['Водій Олег Петренко поїхав з моїм замовленням', 'Олег Петренко'],
  ])('%s', (text, shown) => {
    expect(readNamed(text).couriers).toEqual([{ key: 'oleg', shown }]);
  });

  test.each([
    ['Курьер № 17 опять опоздал', '#17'],
    ["Кур'єр номер 17 знову запізнився", '#17'],
    ['Courier #17 was late again', '#17'],
  ])('by a number: %s', (text, key) => {
    expect(keysOf(text, 'couriers')).toEqual([key]);
  });

  test.each([
    'Вчера курьер не приехал. Олег ждал весь день.',
    'КУРЬЕР НЕ ПРИЕХАЛ!!!',
    'Курьер приехал в 17 часов',
    'The courier never came. Yesterday I waited all day.',
    "Кур'єр так і не подзвонив",
  ])('nobody is named: %s', (text) => {
    expect(readNamed(text).couriers).toEqual([]);
  });

  test.each([
    [['Олег', 'Олега', 'Олегу', 'Олегом', 'Олегові', 'Oleg', "Oleg's"]],
    [['Сергей', 'Сергея', 'Сергеем', 'Сергій', 'Сергію', 'Sergey', 'Serhiy']],
    [['Марина', 'Марины', 'Марини', 'Мариной', 'Мариною', 'Maryna', 'Marina']],
    [['Андрей', 'Андрею', 'Андрій', 'Андрієві', 'Andriy', 'Andrey']],
  ])('one key for %j', (forms) => {
    expect(new Set(forms.map(nameKey)).size).toBe(1);
  });
});

describe('what is named', () => {
  test.each([
    ['Заказала «Кобзарь» ещё в понедельник', ['кобзар']],
    ['Замовила "Тіні забутих предків" до п’ятниці', ['тіні забути предкі']],
    ['I ordered “Dune” and got nothing', ['dune']],
    ['Рейс 101 задержали на семь часов', ['reis#101']],
    ['Flight 101 was cancelled', ['fliggt#101']],
    ['Оператор сказал «Перезвоним завтра» и всё', []],
    ['Мне пишут: «Ваше обращение принято»', []],
    ['Называется "сервис"', []],
  ])('%s', (text, keys) => {
    expect(keysOf(text, 'products')).toEqual(keys);
  });
});

describe('where it was', () => {
  test.each([
    ['В магазине на Сумской нахамили', ['sumsk']],
    ['У магазині на Сумській знову черга', ['sumsk']],
    ['Відділення № 12 не працює', ['#12']],
    ['Отделение 12 закрыто третий день', ['#12']],
    ['вул. Сумська, знову без світла', ['sumsk']],
    ['The branch on Baker Street was closed', ['baker']],
    ['Просто плохой сервис', []],
  ])('%s', (text, keys) => {
    expect(keysOf(text, 'places')).toEqual(keys);
  });
});

test('a text as long as they come is read in a moment', () => {
  const began = performance.now();
  readNamed('курьер Олег «Кобзарь» магазин на Сумской '.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(500);
});
