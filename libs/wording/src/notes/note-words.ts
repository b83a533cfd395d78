import type { AnswerChannel, NoteCode } from '@heard/core';

/** The languages that notes are read in. */
export type Spoken = 'ru' | 'uk' | 'en';

/**
 * What is said when one note is meant. A phrase is a row of elements parted by blanks:
 *
 * - `word` this very form, `word*` whatever begins so, `this|that*` either, `{name}` any of the group of that name;
 * - `<number>` figures or a number word, `<phone>` a telephone number, `<address>` an e-mail address;
 * - `..` up to three words between, `...` up to seven, over commas but not over the end of a sentence;
 * - `~` up to three words between within the clause: no comma, colon or dash;
 * - `^` in front: the phrase begins a clause.
 */
export interface Phrases {
  readonly says: readonly string[];
  /** What says it only together with one of `backs` in the same sentence or the next one. */
  readonly perhaps?: readonly string[];
  readonly backs?: readonly string[];
  /** What looks like it and is something else: it hides every place that it overlaps. */
  readonly hides?: readonly string[];
  /** What takes it back when said in the same sentence or in the next one, and not denied there. */
  readonly settles?: readonly string[];
}

/** What one language says for each note. */
export interface NoteWords {
  /** Elements parted by blanks or line ends, by the name of the group. */
  readonly groups: Readonly<Record<string, string>>;
  /** Words that count as `<number>`. */
  readonly numbers: string;
  /** Words that deny what stands near them. */
  readonly negators: string;
  readonly channels: Readonly<Record<AnswerChannel, Phrases>>;
  readonly notes: Readonly<Record<Exclude<NoteCode, 'channel_asked'>, Phrases>>;
}
