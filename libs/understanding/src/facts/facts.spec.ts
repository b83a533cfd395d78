import { entries } from '../knowledge.js';
import { gather } from '../evidence.js';
import { en } from './en.js';
import { ru } from './ru.js';
import { uk } from './uk.js';

const codesIn = (text: string): readonly string[] => [...gather({ text }).codes];

describe.each([
  ['ru', ru],
  ['uk', uk],
  ['en', en],
])('signals in %s', (_language, { says, doesNotSay }) => {
  it.each(entries(says).flatMap(([code, texts]) => texts.map((text) => [code, text] as const)))(
    'hears %s in: %s',
    (code, text) => {
      expect(codesIn(text)).toContain(code);
    },
  );

  it.each(doesNotSay)('hears no %s in: %s', (code, text) => {
    expect(codesIn(text)).not.toContain(code);
  });
});
