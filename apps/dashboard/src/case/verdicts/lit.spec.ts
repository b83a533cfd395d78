import type { AssessmentView } from '@heard/insight';
import { givenOf, placesOf, wordsAt } from './lit.js';

const text = 'Жах! Третій день чекаю, ніхто не відповідає';
const assessment: AssessmentView = {
  language: 'uk',
  sentiment: 'negative',
  pNegative: 1,
  intent: 'complaint',
  urgency: 'high',
  urgencyReasons: ['no_answer'],
  category: 'support',
  signals: [
    { code: 'waiting', start: 5, end: 16 },
    { code: 'no_answer', start: 24, end: 43 },
  ],
  behind: { sentiment: [{ start: 0, end: 3 }] },
  model: 'heard-linear-1',
};

test('a verdict lights what it rests on, a sign its own words', () => {
  expect(wordsAt(text, placesOf({ verdict: 'sentiment' }, assessment))).toEqual(['Жах']);
  expect(placesOf({ verdict: 'category' }, assessment)).toEqual([]);
  expect(wordsAt(text, placesOf({ signal: 'no_answer' }, assessment))).toEqual(['ніхто не відповідає']);
});

test('words are told shortly, each once', () => {
  const long = `${'а'.repeat(100)} жах жах`;
  const places = [
    [0, 100],
    [101, 104],
    [105, 108],
    [101, 108],
    [0, 3],
  ].map(([start = 0, end = 0]) => ({ start, end }));
  expect(wordsAt(long, places)).toEqual([`${'а'.repeat(60)}…`, 'жах', 'жах жах']);
});

test('what one person said at once is one saying', () => {
  const by = { id: 's1', name: 'Тарас' };
  const [first, second] = ['2031-03-03T10:00:00.000Z', '2031-03-03T11:00:00.000Z'];
  const corrected = {
    sentiment: { correctionId: 'k2', by, at: second },
    intent: { correctionId: 'k2', by, at: second },
    category: { correctionId: 'k1', by, at: first },
  };
  expect(givenOf({ ...assessment, corrected })).toEqual([
    { correctionId: 'k1', by, at: first, fields: ['category'] },
    { correctionId: 'k2', by, at: second, fields: ['sentiment', 'intent'] },
  ]);
  expect(givenOf(assessment)).toEqual([]);
});
