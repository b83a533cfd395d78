import fc from 'fast-check';
import { Forms } from './forms.js';
import { Spelling } from './spelling.js';
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

describe('the forms of words', () => {
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
          const forms = new Forms();
          forms.addStem(language, stem);
          const looked = new Spelling().take(word);
          forms.walk(looked);
          if (stem !== '')
            expect([word, stem, looked.stems]).toEqual([word, stem, expect.arrayContaining([language])]);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('tell the classes of all beginnings that a word has', () => {
    const forms = new Forms();
    forms.addBeginning('не', 1);
    forms.addBeginning('недо', 2);
    forms.addBeginning('недо', 3);
    forms.add('неделя', 4);
    const classesOf = (word: string): readonly number[] => forms.walk(new Spelling().take(word)).ids;
    expect(classesOf('недоставка')).toEqual([1, 2, 3]);
    expect(classesOf('неделя')).toEqual([4, 1]);
    expect(classesOf('недел')).toEqual([1]);
    expect(forms.walk(new Spelling().take('🙂'))).toBe(noClasses);
  });

  it('turn away words that begin or end otherwise', () => {
    const forms = new Forms();
    forms.addStem('ru', 'ужасн');
    forms.addStem('uk', 'замовл');
    forms.addStem('en', 'refund');
    const begin = (word: string): boolean => {
      const looked = new Spelling().take(word);
      forms.walk(looked);
      return looked.stems.length > 0;
    };
    expect(['ужасные', 'замовлю', 'refunds'].filter(begin)).toEqual(['ужасные', 'замовлю', 'refunds']);
    expect(['ужас', 'ужаснорк', 'замовлбе', 'замов', 'кот', 'ref', 'rent', ''].filter(begin)).toEqual([]);
  });
});
