import { assess } from './index.js';
import { en } from './golden/en.js';
import type { Golden } from './golden/golden.js';
import { ru } from './golden/ru.js';
import { uk } from './golden/uk.js';

const languages: [string, readonly Golden[]][] = [
  ['ru', ru],
  ['uk', uk],
  ['en', en],
];

describe.each(languages)('what a duty manager reads in %s', (language, cases) => {
  it.each(cases.map((golden): [string, Golden] => [golden.text, golden]))(
    'is read in: %s',
    (text, golden) => {
      const { text: _text, signals, ...expected } = golden;
      const assessment = assess({ text });
      expect(assessment).toMatchObject({ language, ...expected });
      expect(assessment.signals.map((signal) => signal.code)).toEqual(
        expect.arrayContaining([...(signals ?? [])]),
      );
    },
  );

  it('covers every signal, intent, urgency and category', () => {
    const seen = (pick: (golden: Golden) => unknown): number =>
      new Set(cases.flatMap(pick).filter(Boolean)).size;
    expect(seen((golden) => golden.signals ?? [])).toBe(21);
    expect(seen((golden) => golden.intent)).toBe(5);
    expect(seen((golden) => golden.urgency)).toBe(5);
    expect(seen((golden) => golden.category)).toBe(13);
  });
});
