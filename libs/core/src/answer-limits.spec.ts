import {
  type AnswerLimits,
  type AnswerPlace,
  lengthIn,
  limitsFor,
  measureAnswer,
  refuseThere,
} from './index.js';

const family = '👩‍👩‍👧';

test.each([
  ['', 0, 0, 0],
  ['Hello', 5, 5, 5],
  ['Перепрошуємо', 12, 12, 24],
  ['йо\u0301', 3, 3, 6],
  ['€5', 2, 2, 4],
  ['👍', 1, 2, 4],
  [family, 5, 8, 18],
  ['a\r\nb', 4, 4, 4],
])('%j is so long in characters, UTF-16 units and bytes', (text, characters, utf16, bytes) => {
  expect([lengthIn('characters', text), lengthIn('utf16', text), lengthIn('bytes', text)]).toEqual([
    characters,
    utf16,
    bytes,
  ]);
  expect(lengthIn('bytes', text)).toBe(Buffer.byteLength(text, 'utf8'));
});

const google: AnswerLimits = {
  maxLength: 4_096,
  unit: 'bytes',
  links: true,
  replaces: true,
  moderated: true,
};
const market: AnswerLimits = {
  minLength: 2,
  maxLength: 20,
  unit: 'characters',
  links: false,
  contacts: false,
  replaces: false,
  moderated: true,
};

test('two thousand and forty-eight Cyrillic letters are all that Google takes', () => {
  expect(measureAnswer('я'.repeat(2_048), google)).toEqual({ length: 4_096, left: 0, problems: [] });
  expect(measureAnswer('я'.repeat(2_049), google)).toEqual({
    length: 4_098,
    left: -2,
    problems: ['answer_too_long'],
  });
});

test('where no limit is published, any length goes', () => {
  expect(measureAnswer('x'.repeat(9_000), { unit: 'utf16' })).toEqual({ length: 9_000, problems: [] });
});

test.each([
  ['Так', []],
  ['Т', ['answer_too_short']],
  ['х'.repeat(21), ['answer_too_long']],
  ['див. kniga.ua/faq', ['answer_with_links']],
  ['https://a.example', ['answer_with_links']],
  ['сайт книга.рф', ['answer_with_links']],
  ['www.kniga.by', ['answer_with_links']],
  ['пишіть a@kniga.ua', ['answer_with_contacts']],
  ['+380 44 123-45-67', ['answer_with_contacts']],
  ['8 (800) 555-35-35', ['answer_with_contacts']],
  ['заказ №123456', []],
  ['до 12.12.2026, 10:00', []],
  ['Привезли.Спасибо', []],
  ['т.е. 1 250 грн', []],
])('of a strict marketplace, %j is measured', (text, problems) => {
  expect(measureAnswer(text, market).problems).toEqual(problems);
});

describe('an answer to a place', () => {
  const now = new Date('2026-11-26T10:00:00Z');
  const place = (change: Partial<AnswerPlace> = {}): AnswerPlace => ({
    limits: google,
    kind: 'review',
    postedAt: new Date('2026-11-20T10:00:00Z'),
    ...change,
  });

  test('is refused with its length, the limit and the unit', () => {
    expect(refuseThere(place(), { text: 'я'.repeat(3_000) }, now)).toEqual({
      refused: 'answer_too_long',
      about: { length: '6000', unit: 'bytes', maxLength: '4096' },
    });
  });

  test('takes the place of another only where the writer names what they saw there', () => {
    const taken = place({ standing: { text: 'Ваш заказ найден. ' } });
    expect(refuseThere(place(), { text: 'Новый' }, now)).toBeUndefined();
    expect(refuseThere(taken, { text: 'Новый' }, now)).toEqual({
      refused: 'answer_stands',
      about: { standing: 'Ваш заказ найден. ' },
    });
    expect(refuseThere(taken, { text: 'Новый', instead: 'Другое' }, now)?.refused).toBe('answer_stands');
    expect(refuseThere(taken, { text: 'Новый', instead: 'Ваш заказ найден.' }, now)).toBeUndefined();
  });

  test('where answers stand side by side, one that stands is no hindrance', () => {
    const beside = place({ limits: market, standing: { text: 'Ищем' } });
    expect(refuseThere(beside, { text: 'Нашли' }, now)).toBeUndefined();
  });

  const comment = place({
    limits: {
      ...market,
      privately: { maxLength: 1_000, unit: 'bytes', withinDays: 7 },
    },
    kind: 'comment',
  });

  test('a private message is measured by its own length, and so is everything else', () => {
    const limits = {
      ...google,
      maxLength: 5_000,
      moderated: true,
      replaces: true,
      edits: { times: 1, withinDays: 60 },
      messages: { maxLength: 1_000, unit: 'characters' },
    } as const;
    const inPrivate = limitsFor(limits, 'message');
    expect(inPrivate).toMatchObject({ maxLength: 1_000, moderated: false, replaces: false });
    expect(inPrivate).not.toHaveProperty('edits');
    expect(limitsFor(limits, 'review')).toMatchObject({ maxLength: 5_000, moderated: true });
    expect(limitsFor(limits, 'review')).not.toHaveProperty('messages');
    const wanted = { text: 'z'.repeat(1_001) };
    expect(refuseThere(place({ limits, kind: 'message' }), wanted, now)?.refused).toBe('answer_too_long');
    expect(refuseThere(place({ limits }), wanted, now)).toBeUndefined();
  });

  test('in private it is taken for seven days, once the platform has it at all, by its own length', () => {
    const text = 'Позвоните нам: +380441234567, мы ответим сразу';
    const wanted = { text, privately: true };
    expect(refuseThere(comment, wanted, now)).toBeUndefined();
    expect(refuseThere(comment, wanted, new Date('2026-11-27T10:00:00Z'))).toEqual({
      refused: 'private_answer_over',
      about: { until: '2026-11-27T10:00:00.000Z' },
    });
    expect(refuseThere(comment, { ...wanted, text: 'я'.repeat(501) }, now)?.refused).toBe('answer_too_long');
    expect(refuseThere({ ...comment, kind: 'post' }, wanted, now)?.refused).toBe('no_private_answer');
    expect(refuseThere(place({ kind: 'comment' }), wanted, now)?.refused).toBe('no_private_answer');
  });
});
