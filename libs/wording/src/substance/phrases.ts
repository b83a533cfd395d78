/** A word of a text and its place (UTF-16, end exclusive). */
export interface Token {
  /** Lower case, ё as е, one apostrophe. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
}

const words = /[\p{L}\d]+(?:['.:,@/-][\p{L}\d]+)*|[£$€₴₽№%]/gu;

/** The words of a text, spelt one way; the places are those of the text. */
export function tokensOf(text: string): Token[] {
  // Every replacement is one code unit for one, so that places stay.
  const spelt = text
    .replace(/[’ʼ‘`]/gu, "'")
    .replace(/ё/gu, 'е')
    .replace(/Ё/gu, 'Е');
  return Array.from(spelt.matchAll(words), ({ 0: word, index }) => ({
    word: withoutPossessive(word.toLowerCase()),
    start: index,
    end: index + word.length,
    isCapital: /^\p{Lu}/u.test(word),
  }));
}

/** "driver's" is looked up as "driver"; "it's" stays. */
function withoutPossessive(word: string): string {
  return word.length > 6 && word.endsWith("'s") ? word.slice(0, -2) : word;
}

/** A place of a phrase in a list of tokens: from the first to behind the last. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

interface WordMatch {
  readonly exact: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

type Step = WordMatch | 'gap';

/** Beginnings are looked up by so many letters. */
const keyLength = 3;
const widestGap = 3;

/** Phrases that are looked for together; see `SubstanceWords` for how they are written. */
export class Phrases {
  private readonly byWord = new Map<string, Step[][]>();
  private readonly byBeginning = new Map<string, Step[][]>();

  constructor(...lists: readonly string[]) {
    for (const phrase of lists.flatMap((list) => list.split(/[,\n]/u))) this.add(phrase.trim());
  }

  /** The first place of any phrase that begins at or after `from`. */
  find(tokens: readonly Token[], from = 0): Found | undefined {
    for (let index = from; index < tokens.length; index += 1) {
      const to = this.endAt(tokens, index);
      if (to !== undefined) return { from: index, to };
    }
    return undefined;
  }

  /** Whether any phrase is there. */
  in(tokens: readonly Token[]): boolean {
    return this.find(tokens) !== undefined;
  }

  /** Behind which token a phrase ends that begins at `index`. */
  endAt(tokens: readonly Token[], index: number): number | undefined {
    const word = tokens[index]?.word ?? '';
    for (const steps of this.candidates(word)) {
      const to = endOf(steps, 0, tokens, index);
      if (to !== undefined) return to;
    }
    return undefined;
  }

  private *candidates(word: string): Iterable<Step[]> {
    yield* this.byWord.get(word) ?? [];
    for (let length = 1; length <= keyLength; length += 1) {
      if (word.length >= length) yield* this.byBeginning.get(word.slice(0, length)) ?? [];
    }
  }

  private add(phrase: string): void {
    if (phrase === '') return;
    const steps = phrase.split(/\s+/u).map((part): Step => (part === '…' ? 'gap' : wordMatch(part)));
    const [first] = steps;
    if (!first || first === 'gap') throw new Error(`A phrase begins with a word, not so "${phrase}".`);
    for (const word of first.exact) push(this.byWord, word, steps);
    for (const beginning of first.beginnings) push(this.byBeginning, beginning.slice(0, keyLength), steps);
  }
}

function push(map: Map<string, Step[][]>, key: string, steps: Step[]): void {
  const known = map.get(key);
  if (known) known.push(steps);
  else map.set(key, [steps]);
}

function wordMatch(part: string): WordMatch {
  const ways = part.split('/');
  return {
    exact: new Set(ways.filter((way) => !way.endsWith('*'))),
    beginnings: ways.filter((way) => way.endsWith('*')).map((way) => way.slice(0, -1)),
  };
}

function endOf(
  steps: readonly Step[],
  at: number,
  tokens: readonly Token[],
  index: number,
): number | undefined {
  const step = steps[at];
  if (step === undefined) return index;
  if (step === 'gap') {
    if (at === steps.length - 1) return index;
    for (let skipped = 0; skipped <= widestGap; skipped += 1) {
      const to = endOf(steps, at + 1, tokens, index + skipped);
      if (to !== undefined) return to;
    }
    return undefined;
  }
  const word = tokens[index]?.word;
  if (word === undefined || !matches(step, word)) return undefined;
  return endOf(steps, at + 1, tokens, index + 1);
}

function matches({ exact, beginnings }: WordMatch, word: string): boolean {
  return exact.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}
