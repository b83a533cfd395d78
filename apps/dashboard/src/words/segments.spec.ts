import { beginningOf, breakable, segmentsOf } from './segments.js';

const whole = (text: string, signals: Parameters<typeof segmentsOf>[1]) =>
  segmentsOf(text, signals)
    .map((segment) => segment.text)
    .join('');

describe('the segments of a text', () => {
  it('are marked where the signals are, also where two overlap', () => {
    const text = 'Third day and nobody answers';
    const segments = segmentsOf(text, [
      { code: 'waiting', start: 0, end: 13 },
      { code: 'no_answer', start: 10, end: 28 },
    ]);
    expect(segments.map(({ text: words, codes }) => [words, codes])).toEqual([
      ['Third day ', ['waiting']],
      ['and', ['waiting', 'no_answer']],
      [' nobody answers', ['no_answer']],
    ]);
  });

  it('are lit where the reader points, and toned where the tone was read, beside the signals', () => {
    const text = 'Awful! Third day and nobody answers';
    const tone = [{ start: 0, end: 5 }];
    const segments = segmentsOf(text, [{ code: 'waiting', start: 7, end: 16 }], {
      tone,
      lit: [...tone, { start: 13, end: 16 }, { start: 30, end: 900 }],
    });
    expect(segments.map(({ text: words, isLit, hasTone, codes }) => [words, isLit, hasTone, codes])).toEqual([
      ['Awful', true, true, []],
      ['! ', false, false, []],
      ['Third ', false, false, ['waiting']],
      ['day', true, false, ['waiting']],
      [' and nobody answers', false, false, []],
    ]);
  });

  it('join to the same text, whatever the places of the signals are', () => {
    const text = 'Ні 📚, дивіться https://books.example/a?b=1, дякую';
    expect(whole(text, [{ code: 'money', start: 2, end: 900 }])).toBe(text);
    expect(whole(text, [{ code: 'money', start: 9, end: 3 }])).toBe(text);
    expect(whole(text, [{ code: 'money', start: 4, end: 20 }])).toBe(text);
    expect(whole('', [])).toBe('');
  });

  it('link web addresses only, without the comma that follows', () => {
    const hrefs = segmentsOf('a https://books.example/x, javascript:alert(1) data:text/html,x', [])
      .map((segment) => segment.href)
      .filter((href) => href !== undefined);
    expect(hrefs).toEqual(['https://books.example/x']);
  });

  it('T03: are found in one pass, however many addresses there are', () => {
    const text = 'http://a '.repeat(100_000);
    const segments = segmentsOf(text, []);
    expect(segments.filter(({ href }) => href === 'http://a/')).toHaveLength(100_000);
    expect(segments.map((segment) => segment.text).join('')).toBe(text);
  });
});

describe('the beginning of a long text', () => {
  it('does not cut a character in two', () => {
    expect(beginningOf('ab📚'.padEnd(100, 'x'), 3)).toBe('ab');
  });

  it('is the whole text when little would be hidden', () => {
    expect(beginningOf('x'.repeat(2300), 2000)).toHaveLength(2300);
    expect(beginningOf('x'.repeat(2500), 2000)).toHaveLength(2000);
  });
});

describe('a word without end (T03)', () => {
  it('may break every hundred letters, and loses none', () => {
    const text = `Ось: ${'я'.repeat(99_000)} і все`;
    const pieces = breakable(text);
    expect(pieces.join('')).toBe(text);
    expect(pieces).toHaveLength(990);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(120);
  });

  it('breaks no family of emoji, no accent and no pair in two', () => {
    for (const one of ['👨‍👩‍👧‍👦', 'e\u0301\u0316', '📚', '👍🏽']) {
      const pieces = breakable(one.repeat(400));
      expect(pieces.join('')).toBe(one.repeat(400));
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.filter((piece) => piece.length % one.length !== 0)).toEqual([]);
    }
  });

  it('leaves all other texts in one piece', () => {
    expect(breakable('Третий день жду. '.repeat(100))).toHaveLength(1);
    expect(breakable('')).toEqual(['']);
  });
});
