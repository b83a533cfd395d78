/** A clause and its place (UTF-16, end exclusive), without the marks around it. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Words of somebody else in quotation marks. */
  readonly isQuoted: boolean;
  /** Joined to the clause before it by "and". */
  readonly joined: boolean;
}

/** A sentence in clauses. */
export interface Sentence {
  readonly clauses: readonly Clause[];
  readonly isQuestion: boolean;
}

/** Where a sentence ends: a mark with a blank, a capital or the end behind it; not the point of a figure or of "10 a.m.". */
const sentenceEnd = /(?:[!?…]+|\.{1,3}(?=\s|$|[»")\]]))[»")\]]*|\n+|;/gu;
const abbreviation =
  /(?:^|[^\p{L}])(?:г|ул|просп|пр|д|кв|им|т|е|тел|руб|грн|коп|мин|хв|год|ч|стр|вул|буд|о|a\.m|p\.m|mr|mrs|ms|dr|no|approx|е\.д|т\.д|т\.п)\.$/iu;
const joint =
  /\s*(?:[,:]|\s[-–—]\s)\s*(?:(?:и|і|й|та|а|but|and|but|then|затем|потім|then we|тоді)\s+)?|\s+(?:и|і|й|та|and|but|а|але|но)\s+/giu;
const andWord = /(?:^|\s|,)(?:и|і|й|та|and)\s+$/iu;

/** Cuts a text into sentences and those into clauses. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number, mark: string): void => {
    if (end > start) sentences.push({ clauses: clausesOf(text, start, end), isQuestion: mark.includes('?') });
    start = end + mark.length;
  };
  for (const match of text.matchAll(sentenceEnd)) {
    if (match.index < start) continue;
    const mark = match[0];
    if (
      mark.startsWith('.') &&
      mark.length === 1 &&
      abbreviation.test(text.slice(Math.max(0, match.index - 6), match.index + 1))
    ) {
      // "ул. Садовая", "до 10 a.m. today": the sentence goes on, unless it is over.
      if (
        /^\s+\p{Ll}|^\s+\d|^\s*$/u.test(text.slice(match.index + 1, match.index + 4)) ||
        /(?:ул|вул|просп|пр|д|кв|буд|им|mr|mrs|ms|dr)\.$/iu.test(
          text.slice(Math.max(0, match.index - 5), match.index + 1),
        )
      )
        continue;
    }
    push(match.index, mark);
  }
  push(text.length, '');
  return sentences.filter(({ clauses }) => clauses.length > 0);
}

/** A following word that begins a new clause is left to the clause; "и" between two nouns is too, which harms nothing. */
function clausesOf(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = [];
  let start = from;
  let joined = false;
  const add = (end: number): void => {
    const place = trimmed(text, start, end);
    if (place) clauses.push({ ...place, isQuoted: isInQuotes(text, place.start, from), joined });
  };
  for (const match of text.slice(from, to).matchAll(joint)) {
    const index = from + match.index;
    if (isInFigure(text, index, match[0])) continue;
    add(index);
    start = index + match[0].length;
    joined = andWord.test(match[0]);
  }
  add(to);
  return clauses;
}

/** "18:00", "1,5 часа", "14 - 16": no clause ends there. */
function isInFigure(text: string, index: number, mark: string): boolean {
  const before = text[index - 1] ?? '';
  const after = text[index + mark.length] ?? '';
  const rest = text.slice(index + mark.length, index + mark.length + 8);
  return (
    (/\d/u.test(before) && (/\d/u.test(after) || /^(?:noon|midnight)/iu.test(rest))) ||
    /^a half\b/iu.test(rest)
  );
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const body = text.slice(start, end);
  const lead = body.length - body.trimStart().length;
  const open = /^[«"'([\s]*/u.exec(body)?.[0].length ?? lead;
  const close = /[»"')\]\s]*$/u.exec(body)?.[0].length ?? 0;
  return start + open < end - close ? { start: start + open, end: end - close } : undefined;
}

/** An odd number of marks before it in the sentence, or an open « that is not closed yet. */
function isInQuotes(text: string, at: number, from: number): boolean {
  const before = text.slice(from, at);
  const open = before.lastIndexOf('«');
  if (open >= 0 && open > before.lastIndexOf('»')) return true;
  const low = before.lastIndexOf('“');
  if (low >= 0 && low > before.lastIndexOf('”')) return true;
  return (before.match(/"/gu) ?? []).length % 2 === 1;
}
