import type { Verdicts } from '@heard/core';
import { assess } from './assess.js';
import { wordsOfVerdicts } from './words-of-verdicts.js';

function wordsIn(text: string): Partial<Record<keyof Verdicts, string[]>> {
  const places = Object.entries(wordsOfVerdicts({ text }, assess({ text })));
  return Object.fromEntries(
    places.map(([verdict, of]) => [verdict, of.map(({ start, end }) => text.slice(start, end))]),
  );
}

test.each<[string, keyof Verdicts, string]>([
  ['Третій день чекаю замовлення, слухавку ніхто не бере! Жахливе ставлення.', 'sentiment', 'Жахливе'],
  ['Третій день чекаю замовлення, слухавку ніхто не бере! Жахливе ставлення.', 'intent', 'Жахливе'],
  [
    'Третій день чекаю замовлення, слухавку ніхто не бере! Жахливе ставлення.',
    'urgency',
    'слухавку ніхто не бере',
  ],
  ['Курьер хамит, доставку опять сорвали, хочу вернуть деньги!', 'category', 'хамит'],
  ['Подскажите, пожалуйста, до скольки вы сегодня работаете?', 'intent', 'Подскажите'],
  ['My grandmother is stranded at the station and nobody picks up the phone, awful!', 'urgency', 'stranded'],
  ['Чудова книгарня, дякую за пораду!', 'sentiment', 'Чудова'],
])('of “%s” the %s rests on “%s”', (text, verdict, words) => {
  const found = wordsIn(text)[verdict] ?? [];
  expect(found.filter((each) => each.includes(words))).not.toEqual([]);
});

test('places are in order, apart from each other, and inside the text, also of a very long one', () => {
  const text = `${'Не привезли замовлення, жах, поверніть гроші! '.repeat(400)}😡`;
  const all = Object.values(wordsOfVerdicts({ text }, assess({ text })));
  expect(all.length).toBeGreaterThan(2);
  for (const places of all) {
    let before = -1;
    for (const { start, end } of places) {
      expect([start > before, end > start, end <= text.length]).toEqual([true, true, true]);
      before = end;
    }
  }
});

test('what rests on no words has no places', () => {
  const nothing = {
    sentiment: 'neutral',
    intent: 'other',
    urgencyReasons: ['corrected'],
    category: 'other',
  } as const;
  expect(wordsOfVerdicts({ text: 'Добрий день' }, nothing)).toEqual({});
  expect(
    wordsOfVerdicts({ text: '' }, { ...nothing, intent: 'complaint', urgencyReasons: ['mild'] }),
  ).toEqual({});
});
