import fc from 'fast-check';
import { StemBeginnings } from './stem-beginnings.js';
import { normalise, stemsOf } from './words.js';

const letters = fc.constantFrom(...'абвгдеєжзиійклмнннопрстуфхцчшщъыьэюяіїґ');
const ends = fc.constantFrom(
  '',
  'нный',
  'ивши',
  'ость',
  'ейше',
  'ями',
  'ого',
  'ться',
  'нна',
  'еві',
  'учи',
  'ннями',
);

describe('the beginnings of stems', () => {
  it('never keep a word from its stem, by either stemmer', () => {
    const words = fc
      .tuple(fc.array(letters, { minLength: 1, maxLength: 12 }), ends)
      .map(([some, end]) => normalise(some.join('') + end));
    fc.assert(
      fc.property(words, (word) => {
        for (const stem of stemsOf(word)) {
          const beginnings = new StemBeginnings();
          beginnings.add(stem.slice(3));
          if (stem.length > 3) expect([word, stem, beginnings.begin(word)]).toEqual([word, stem, true]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('turn away words that begin otherwise', () => {
    const beginnings = new StemBeginnings();
    for (const stem of ['ужасн', 'достав']) beginnings.add(stem);
    expect(['ужасные', 'доставили', 'ужас', 'дост', 'кот', ''].map((word) => beginnings.begin(word))).toEqual(
      [true, true, false, false, false, false],
    );
  });
});
