import { shiftOf, spanOf, spanText } from './hours.js';

describe('a shift', () => {
  it.each([
    ['09:00', '18:30', { from: 540, to: 1110 }],
    ['22:00', '00:00', { from: 1320, to: 1440 }],
    ['00:00', '00:00', { from: 0, to: 1440 }],
  ])('from %s to %s is minutes of the day, and back', (from, to, span) => {
    expect(spanOf({ from, to })).toEqual(span);
    expect(shiftOf(span)).toEqual({ from, to });
  });

  it.each([
    ['18:00', '09:00'],
    ['09:00', '09:00'],
    ['', '09:00'],
    ['09:00', '25:00'],
  ])('from %s to %s is none', (from, to) => {
    expect(spanOf({ from, to })).toBeUndefined();
  });
});

describe('a span of a day', () => {
  it.each([
    [540, 1110, '09:00–18:30'],
    [1320, 1440, '22:00–00:00'],
    [0, 1440, 'all day'],
  ])('from minute %d to %d reads %s', (from, to, text) => {
    expect(spanText({ from, to }, 'all day')).toBe(text);
  });
});
