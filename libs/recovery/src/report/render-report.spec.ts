import type { CustomerReport } from '@heard/core';
import { publicText, reportText, reportWords, writeReport } from './render-report.js';

const at = (time: string): Date => new Date(`2031-03-03T${time}:00Z`);
const around = { customer: 'Олена', brand: 'Ліхтар', timeZone: 'Europe/Kyiv' };

const report: CustomerReport = {
  status: 'open',
  assignee: 'Тарас',
  told: [{ words: 'Не привезли!', at: at('08:00') }],
  found: [{ kind: 'explanation', what: 'Кур’єр загубив адресу.', at: at('08:30'), by: 'Тарас' }],
  did: [
    {
      kind: 'fix',
      fix: 'refund',
      what: 'Гроші назад',
      state: 'done',
      at: at('09:00'),
      by: 'Тарас',
      amount: { amountMinor: 45_050, currency: 'UAH' },
    },
  ],
  promises: [{ what: 'передзвоню', due: at('10:00'), state: 'broken' }],
  change: [],
  next: [{ kind: 'promise', what: '{link} {brand}', by: at('12:00'), late: false }],
  appeal: 'appeal@shop.example',
};

test.each<['ru' | 'uk' | 'en', string[]]>([
  [
    'uk',
    [
      'Що ви нам розповіли',
      '3 березня 2031',
      '10:30',
      'Ми не дотримали слова',
      '450,50',
      'За нього відповідає Тарас',
    ],
  ],
  [
    'ru',
    [
      'Что вы нам рассказали',
      '3 марта 2031',
      '10:30',
      'Мы не сдержали слово',
      '450,50',
      'За него отвечает Тарас',
    ],
  ],
  [
    'en',
    [
      'What you told us',
      '3 March 2031',
      '10:30',
      'We did not keep our word',
      '450.50',
      'Тарас is answerable',
    ],
  ],
])('in %s it is written in that language, with dates on the wall of the workspace', (language, parts) => {
  const text = reportText(writeReport(report, around, language), { name: 'Тарас', brand: 'Ліхтар' });
  for (const part of parts) expect(text).toContain(part);
});

test('what looks like a placeholder in a text of somebody stands for nothing', () => {
  const written = writeReport(report, around, 'uk');
  expect(JSON.stringify(written.sections[0])).toContain('{link} {brand}');
  expect(publicText('uk', 'Зла {link}')).toMatch(/^Зла link, .*\{link\}$/u);
});

test('the languages say the same things', () => {
  const keysOf = (value: object): string[] =>
    Object.entries(value).flatMap(([key, inner]) =>
      typeof inner === 'object' ? keysOf(inner as object).map((each) => `${key}.${each}`) : [key],
    );
  const holes = (value: object): string[] =>
    [...JSON.stringify(value).matchAll(/\{\w+\}/gu)].map(([hole]) => hole);
  for (const words of [reportWords.ru, reportWords.uk]) {
    expect(keysOf(words)).toEqual(keysOf(reportWords.en));
    expect(holes(words).toSorted()).toEqual(holes(reportWords.en).toSorted());
  }
});
