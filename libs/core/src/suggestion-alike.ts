/** At this likeness two texts are shown as perhaps the same; a person decides. */
const shownFrom = 0.3;

/** Texts longer than this are compared by their beginning: a suggestion is a sentence or two. */
const longestCompared = 600;

/** The longest sentence shown for a place in a text. */
const longestSentence = 300;

/** A text to compare, by the id of what it belongs to. */
export interface IdentifiedText {
  readonly id: string;
  readonly text: string;
}

/** Says how alike two wordings are. */
export interface AlikeText {
  readonly id: string;
  /** 0 to 1. */
  readonly likeness: number;
}

/**
 * Which texts say nearly the same as `text`, the likest first: the cosine of how often runs of three letters stand in
 * their words (Damashek 1995, "Gauging Similarity with n-Grams", Science 267). Endings and misspellings change few of
 * the runs, so that inflected words stay alike without a dictionary. At most `most` are named.
 */
export function alikeTexts(text: string, others: readonly IdentifiedText[], most = 5): readonly AlikeText[] {
  const own = runsOf(text);
  return others
    .map(({ id, text: other }) => ({ id, likeness: cosine(own, runsOf(other)) }))
    .filter(({ likeness }) => likeness >= shownFrom)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most);
}

/** Short words say little; those that suggest stand in every suggestion. */
const besides = new Set(
  (
    'было бы лучше неплохо можно хорошо хотелось предлагаю сделайте добавьте пожалуйста если чтобы когда очень ваш ваша вашем вашего ' +
    'було краще непогано можна добре хотілося пропоную зробіть додайте будь ласка якби якщо щоб коли дуже варто вам вас вашому вашого ' +
    'would could should please suggest suggestion better nice great idea maybe perhaps your you the and for that this with have has make add'
  ).split(' '),
);

function runsOf(text: string): ReadonlyMap<string, number> {
  const words =
    text
      .slice(0, longestCompared)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Map<string, number>();
  for (const word of words) {
    if (word.length < 3 || besides.has(word)) continue;
    const padded = ` ${word}`;
    for (let start = 0; start + 3 <= padded.length; start += 1) {
      const run = padded.slice(start, start + 3);
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
  }
  return runs;
}

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [run, count] of a) shared += count * (b.get(run) ?? 0);
  const length = (runs: ReadonlyMap<string, number>): number =>
    Math.sqrt([...runs.values()].reduce((sum, count) => sum + count * count, 0));
  const lengths = length(a) * length(b);
  return lengths === 0 ? 0 : shared / lengths;
}

const sentenceEnd = /[.!?…\n]/u;

/** The sentence around a place in a text, trimmed, and cut where it is very long. */
export function sentenceAt(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  let from = Math.min(Math.max(start, 0), text.length);
  while (from > 0 && !sentenceEnd.test(text[from - 1] ?? '')) from -= 1;
  let to = Math.min(Math.max(end, from), text.length);
  while (to < text.length && !sentenceEnd.test(text[to] ?? '')) to += 1;
  const sentence = text.slice(from, Math.min(to + 1, text.length)).trim();
  return sentence.length <= longestSentence ? sentence : `${sentence.slice(0, longestSentence).trimEnd()}…`;
}
