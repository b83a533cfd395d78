import fc from 'fast-check';
import { known } from './knowledge.js';
import { isReadInPart, read } from './reading.js';

/**
 * No pattern takes more than linear time: what can begin at one word is bounded by the patterns themselves (each is at most a
 * dozen elements long, and a gap at most seven words wide), whatever stands around it. Counted in steps of the matcher,
 * on texts that are made of the patterns' own words, since those lead it on the furthest.
 */

/** The most steps a word may cost; the dearest text that was found cost half of it. */
const mostForWord = 150;
/** Shorter than what is read whole, in UTF-16 units. */
const longest = 9_000;

/** A text that the pattern is found in, or was begun by; the choice of alternatives is by number. */
function textOf(source: string, groups: Readonly<Record<string, readonly string[]>>, choice: number): string {
  return source
    .trim()
    .split(/\s+/u)
    .map((element, at) => {
      if (element.startsWith('..')) return 'вот '.repeat((choice + at) % 4).trim();
      const parts = element.split('|');
      const part = parts[(choice + at) % parts.length] ?? '';
      const group = /^\{(\w+)\}$/u.exec(part)?.[1];
      const word =
        group === undefined ? part : (groups[group]?.[choice % (groups[group]?.length ?? 1)] ?? '');
      return word.startsWith('#') ? '5' : word.replace(/^=|\*$/gu, '');
    })
    .join(' ');
}

const sources = known.flatMap(([, lexicon, signals]) => {
  const { negative, positive, unjudging, cues, categories, groups } = lexicon;
  const said = Object.values(signals).flatMap(({ says, hides = [] }) => [...says, ...hides]);
  const lists = [negative, positive, cues, categories].flatMap((each) => Object.values(each).flat());
  return [...said, ...lists, ...unjudging].map((source) => ({ source, groups }));
});

const piece = fc
  .record({
    from: fc.constantFrom(...sources),
    choice: fc.nat(50),
    // The beginnings of patterns lead on as far as whole ones, and are found nothing of.
    kept: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ from: { source, groups }, choice, kept }) =>
    textOf(source, groups, choice).split(' ').slice(0, kept).join(' '),
  );

const stepsOf = (text: string): number => read(text).steps;

it('a text of twice the length takes at most twice the steps, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 15 }), (pieces) => {
      const once = `${pieces.join(' ')} `.slice(0, longest / 4);
      const copies = Math.floor(longest / once.length / 2);
      const [half, whole] = [stepsOf(once.repeat(copies)), stepsOf(once.repeat(2 * copies))];
      // Where the halves meet, the patterns of a few words reach over.
      expect(whole).toBeLessThanOrEqual(2 * half + 24 * mostForWord);
      const words = once
        .repeat(2 * copies)
        .trim()
        .split(/\s+/u).length;
      expect(whole).toBeLessThanOrEqual(mostForWord * words);
    }),
    { numRuns: 400, seed: 20_261_126 },
  );
});

it('a text of any length takes the steps of the part that is read, and says that it is a part', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 3, maxLength: 15 }),
      fc.integer({ min: 2, max: 8 }),
      (pieces, times) => {
        const once = `${pieces.join(' ')} `;
        const long = once.repeat(Math.ceil(40_000 / once.length));
        expect([isReadInPart(once), isReadInPart(long)]).toEqual([once.length > 10_000, true]);
        // Of a longer one as much is read; only where its end begins may differ.
        expect(stepsOf(long.repeat(times))).toBeLessThanOrEqual(1.1 * stepsOf(long) + 24 * mostForWord);
      },
    ),
    { numRuns: 60, seed: 20_261_126 },
  );
});
