import type { WeekDigest, WeekFigures } from '@heard/core';
import { writeDigest } from './digest-letter.js';

const url = 'https://heard.example/reports?tab=digest&week=2031-03-03';
const none = { contacts: 0, fromMinor: 0, toMinor: 0 };

const quiet: WeekFigures = {
  cases: 0,
  unanswered: 0,
  promisesKept: 0,
  promisesBroken: 0,
  atRisk: none,
  lost: none,
  saved: none,
  costMinor: 0,
  small: { cases: 0, unanswered: 0 },
};
const bad: WeekFigures = {
  cases: 61,
  unanswered: 12,
  promisesKept: 9,
  promisesBroken: 4,
  atRisk: { contacts: 30, fromMinor: 81_000, toMinor: 126_000 },
  lost: { contacts: 50, fromMinor: 450_000, toMinor: 700_000 },
  saved: { contacts: 6, fromMinor: 32_400, toMinor: 50_400 },
  costMinor: 12_300,
  answerMs: 5_400_000,
  small: { cases: 20, unanswered: 11 },
};

function digest(change: Partial<WeekDigest> = {}): WeekDigest {
  return {
    week: '2031-03-03',
    timeZone: 'Europe/Kyiv',
    currency: 'EUR',
    demo: false,
    now: bad,
    before: quiet,
    failures: [{ key: 'not_delivered', cases: 30, before: 21 }],
    locations: [{ key: 'l1', name: '=Поділ <b onclick="x">', cases: 12, before: 0 }],
    causes: [],
    ...change,
  };
}

describe('in English', () => {
  const { subject, text } = writeDigest(digest(), url, 'en');

  it('names the days, and what was lost from and to with the middle', () => {
    expect(subject).toBe('The week of March 3 – 9, 2031');
    expect(text).toContain('Customers lost: 50 (before: 0)');
    expect(text).toContain('Lost: €4,500 to €7,000, €5,750 in the middle (before: €0)');
    expect(text).toContain('Broken: 4 (before: 0)');
    expect(text).toContain('not delivered: 30 (before: 21)');
  });

  it('says in words that more than half of the small ones wait, instead of a number', () => {
    expect(text).toContain('Half had an answer within: 1 hr 30 min (before: there were no complaints)');
    expect(text).toContain('more than half still have no answer');
  });
});

test.each([
  ['uk', 'Тиждень 3–9 березня 2031 р.', 'Втрачено: 4 500 € – 7 000 €, посередині 5 750 €'],
  ['ru', 'Неделя 3–9 марта 2031 г.', 'Потеряно: 4 500 € – 7 000 €, посередине 5 750 €'],
] as const)('in %s the same is said', (language, subject, lost) => {
  const letter = writeDigest(digest(), url, language);
  expect(letter.subject).toBe(subject);
  expect(letter.text).toContain(lost);
  expect(letter.html).toContain(`<html lang="${language}">`);
});

test('names of places are inert, and parts without a line are left out', () => {
  const { html, text } = writeDigest(digest(), url, 'en');
  expect(html).toContain('=Поділ &lt;b onclick=&quot;x&quot;&gt;');
  expect(html).not.toContain('<b onclick');
  expect(html).toContain('href="https://heard.example/reports?tab=digest&amp;week=2031-03-03"');
  expect(text).not.toContain('Causes');
  const long = digest({
    locations: [{ key: 'l1', name: `a\n\u202Eb${'x'.repeat(500)}`, cases: 1, before: 1 }],
  });
  expect(writeDigest(long, url, 'en').text).toMatch(/ {2}a \[U\+202E\]bx+…: 1\n/u);
});

test('a digest of the demo says so', () => {
  expect(writeDigest(digest({ demo: true }), url, 'uk').subject).toMatch(/^\[Демо\] /u);
});
