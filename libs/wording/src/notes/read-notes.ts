import type { AnswerChannel, Note, NoteCode } from '@heard/core';
import { cut, type Slot as SlotOf } from './cut.js';
import { Phrasebook, type Found, type Known } from './phrasebook.js';
import type { NoteWords, Phrases, Spoken } from './note-words.js';
import { spell } from './spelling.js';
import { en } from './lexicon/en.js';
import { ru } from './lexicon/ru.js';
import { uk } from './lexicon/uk.js';

/** What a phrase says when it is found: of which note, and whether it says, hides or settles it. */
interface Meaning {
  readonly subject: Subject;
  readonly role: keyof Phrases;
}

interface Subject {
  readonly code: NoteCode;
  readonly channel?: AnswerChannel;
}

type Slot = SlotOf<Known<Meaning>>;

/** Words within which a denial takes back what settles. */
const denialReach = 3;

/** A word of a text that was cut elsewhere; UTF-16 code units of the text, end exclusive. */
export interface CutWord {
  readonly start: number;
  readonly end: number;
  /** Set for a word that is read otherwise than it is written. */
  readonly meant: string | undefined;
  /** Looked up when first needed, and kept with the word. */
  noted: NotedWord | undefined;
  readonly opensSentence: boolean;
}

/** What the phrases of the notes know of a word; opaque. */
export type NotedWord = Known<Meaning>;

/**
 * Whether `readNotes` can find anything in the text that was cut into these words: false for most texts, at a small
 * part of the cost of reading it again.
 */
export function mayHaveNotes(text: string, words: readonly CutWord[]): boolean {
  const { phrases } = (book ??= build());
  const slots: Slot[] = [];
  let sentence = 0;
  for (let word = 0; word < words.length; word += 1) {
    const next = words[word];
    if (!next) break;
    if (next.opensSentence) sentence += 1;
    const noted = (next.noted ??= phrases.know(next.meant ?? text.slice(next.start, next.end)));
    if (noted.bits === 0) continue;
    // Whether a clause ends or begins here is left to the reading.
    slots.push({
      known: noted,
      start: 0,
      end: 0,
      word,
      sentence,
      clause: 0,
      opensClause: true,
      isQuoted: false,
    });
  }
  return phrases.find(slots).found.some(({ meaning }) => says(meaning)) || holdsAddress(text);
}

function says({ role }: Meaning): boolean {
  return role === 'says' || role === 'perhaps';
}

function holdsAddress(text: string): boolean {
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    if (/[a-z0-9._%+-]/i.test(text.charAt(sign - 1))) return true;
  }
  return false;
}

/**
 * Reads what a customer's text (ru, uk, en, also mixed) says about the recovery itself, ordered by place: UTF-16 code
 * units, end exclusive. Of a text above 10,000 units the first 8,000 and the last 2,000 are read; linear in the words.
 */
export function readNotes(text: string): Note[] {
  const { phrases } = (book ??= build());
  const slots = cut(text, phrases);
  const found = phrases.find(slots).found;
  if (found.length === 0) return [];
  const bySubject = new Map<Subject, Found<Meaning>[]>();
  for (const each of found) {
    const same = bySubject.get(each.meaning.subject);
    if (same) same.push(each);
    else bySubject.set(each.meaning.subject, [each]);
  }
  return [...bySubject]
    .flatMap(([subject, same]) => notesOf(subject, same, slots, text))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function notesOf(
  subject: Subject,
  found: readonly Found<Meaning>[],
  slots: readonly Slot[],
  text: string,
): Note[] {
  const roles = byRole(found);
  const sentencesOf = (some: readonly Found<Meaning>[]): Set<number | undefined> =>
    new Set(some.map(({ from }) => slots[from]?.sentence));
  const settled = sentencesOf((roles.settles ?? []).filter((each) => !isDenied(each, slots, text)));
  const backed = sentencesOf(roles.backs ?? []);
  const isBacked = ({ from }: Found<Meaning>): boolean => {
    const sentence = slots[from]?.sentence ?? 0;
    return backed.has(sentence) || backed.has(sentence + 1);
  };
  const said = [...(roles.says ?? []), ...(roles.perhaps ?? []).filter(isBacked)];
  const notes: Note[] = [];
  for (const each of said.sort((a, b) => a.from - b.from)) {
    const first = slots[each.from];
    const last = slots[each.to];
    if (!first || !last || settled.has(first.sentence) || settled.has(first.sentence + 1)) continue;
    // What others said in quotation marks is not what this customer asks for.
    if (subject.code === 'channel_asked' && first.isQuoted) continue;
    if (roles.hides?.some(({ from, to }) => from <= each.to && to >= each.from)) continue;
    join(notes, { ...subject, start: first.start, end: last.end });
  }
  return notes;
}

function byRole(found: readonly Found<Meaning>[]): Partial<Record<keyof Phrases, Found<Meaning>[]>> {
  const roles: Partial<Record<keyof Phrases, Found<Meaning>[]>> = {};
  for (const each of found) (roles[each.meaning.role] ??= []).push(each);
  return roles;
}

/** Whether a word that denies stands among the words of the phrase, shortly before them in their sentence, or next after. */
function isDenied({ from, to }: Found<Meaning>, slots: readonly Slot[], text: string): boolean {
  const { negators } = (book ??= build());
  const first = slots[from];
  const last = slots[to];
  if (!first || !last) return false;
  return slots.some(
    ({ sentence, word, start, end }) =>
      sentence === first.sentence &&
      word >= first.word - denialReach &&
      word <= last.word + 1 &&
      negators.has(spell(text.slice(start, end))),
  );
}

/** Phrases come ordered by their first word; places that overlap are one note. */
function join(notes: Note[], next: Note): void {
  const last = notes.at(-1);
  if (!last || next.start >= last.end) notes.push(next);
  else notes[notes.length - 1] = { ...last, end: Math.max(last.end, next.end) };
}

interface Book {
  readonly phrases: Phrasebook<Meaning>;
  readonly negators: ReadonlySet<string>;
}

let book: Book | undefined;

const languages: readonly (readonly [Spoken, NoteWords])[] = [
  ['ru', ru],
  ['uk', uk],
  ['en', en],
];

/** Built at the first text; all languages in one, since people mix them. */
function build(): Book {
  const phrases = new Phrasebook<Meaning>();
  const negators = new Set<string>();
  const subjects = new Map<string, Subject>();
  const add = (language: Spoken, words: NoteWords, subject: Subject, said: Phrases): void => {
    const key = `${subject.code}:${subject.channel ?? ''}`;
    // One object for each subject, whatever the language: it is a key.
    const same = subjects.get(key) ?? subject;
    subjects.set(key, same);
    for (const [role, list] of entries(said)) {
      for (const phrase of list ?? []) phrases.add(language, phrase, { subject: same, role }, words.groups);
    }
  };
  for (const [language, words] of languages) {
    for (const [channel, said] of entries(words.channels)) {
      add(language, words, { code: 'channel_asked', channel }, said);
    }
    for (const [code, said] of entries(words.notes)) add(language, words, { code }, said);
    for (const number of listed(words.numbers)) phrases.addNumber(number);
    for (const negator of listed(words.negators)) {
      negators.add(spell(negator));
      phrases.addWord(language, negator);
    }
  }
  return { phrases, negators };
}

function entries<T extends object>(record: T): [keyof T, T[keyof T]][] {
  return Object.entries(record) as [keyof T, T[keyof T]][];
}

/** The words of a list in word data. */
function listed(words: string): string[] {
  return words.trim().split(/\s+/);
}
