import fc from 'fast-check';
import { Beginnings } from './beginnings.js';
import { noClasses } from './class-set.js';
import { normalise, stemIn, stemmersOf } from './words.js';

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

const englishLetters = fc.constantFrom(...'abcdefghiijklmnoopqrsttuvwxyyz');
const englishEnds = fc.constantFrom(
  ...' s es ies ed eed ing at bl iz y ational tional enci anci izer abli bli alli entli eli ousli ization ation ator'
    .concat(
      ' alism iveness fulness ousness aliti iviti biliti bilities logi icate ative alize iciti ical ful ness able',
    )
    .concat(' ment ement ent ion sion tion ism ous ive ize e ll lle')
    .split(' '),
);

describe('the beginnings of words', () => {
  it.each([
    ['Slavic', letters, ends],
    ['English', englishLetters, englishEnds],
  ])('never keep a %s word from its stem', (_, letter, end) => {
    const words = fc
      .tuple(fc.array(letter, { minLength: 1, maxLength: 12 }), end, end)
      .map(([some, ...behind]) => normalise(some.join('') + behind.join('')));
    fc.assert(
      fc.property(words, (word) => {
        for (const language of stemmersOf(word)) {
          const stem = stemIn(language, word);
          const beginnings = new Beginnings();
          beginnings.addStem(language, stem);
          if (stem !== '')
            expect([word, stem, beginnings.of(word, noClasses).stems]).toEqual([word, stem, [language]]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('tell the classes of all beginnings that a word has', () => {
    const beginnings = new Beginnings();
    beginnings.add('не', 1);
    beginnings.add('недо', 2);
    beginnings.add('недо', 3);
    expect(beginnings.of('недоставка', noClasses).classes.ids).toEqual([1, 2, 3]);
    expect(beginnings.of('неделя', noClasses).classes.ids).toEqual([1]);
    expect(beginnings.of('🙂', noClasses).classes).toBe(noClasses);
  });

  it('turn away words that begin otherwise', () => {
    const beginnings = new Beginnings();
    beginnings.addStem('ru', 'ужасн');
    beginnings.addStem('uk', 'достав');
    beginnings.addStem('en', 'refund');
    const begin = (word: string): boolean => beginnings.of(word, noClasses).stems.length > 0;
    expect(['ужасные', 'доставили', 'refunds'].filter(begin)).toEqual(['ужасные', 'доставили', 'refunds']);
    expect(['ужас', 'дост', 'кот', 'ref', 'rent', ''].filter(begin)).toEqual([]);
  });
});
