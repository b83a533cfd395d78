import {
  addDays,
  middleOf,
  type MoneyRange,
  type ToMend,
  type WeekDigest,
  type WeekFigures,
} from '@heard/core';
import type { Letter } from '../mail/letter.js';
import { nameCharacters } from '../excerpt.js';
import { oneLine } from '../plain-text.js';
import type { LetterLanguage } from '../ports.js';
import { digestWords, type DigestWords } from './digest-words.js';
import { renderPage } from './page.html.js';

type Row = readonly [label: string, value: string];

/** A part of the letter under a heading. */
export interface LetterSection {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly note?: string;
}

/** A letter of several parts; every value is one harmless line. */
export interface LetterPage {
  readonly language: LetterLanguage;
  readonly title: string;
  readonly opening: string;
  readonly sections: readonly LetterSection[];
  readonly link: readonly [label: string, url: string];
  readonly footer: string;
}

/** How one reader writes numbers. */
interface Writing {
  readonly words: DigestWords;
  number(value: number): string;
  money(minor: number): string;
  span(ms: number): string;
}

/** Writes what the director is told of a week, in their language. */
export function writeDigest(digest: WeekDigest, url: string, language: LetterLanguage): Letter {
  const words = digestWords[language];
  const write = writingOf(digest, language, words);
  const title = words.title(daysOf(digest.week, language));
  const page: LetterPage = {
    language,
    title,
    opening: words.opening,
    sections: sectionsOf(digest, write).filter(({ rows }) => rows.length > 0),
    link: [words.open, url],
    footer: words.footer,
  };
  const subject = digest.demo ? `[${words.demo}] ${title}` : title;
  return { subject, text: renderText(page), html: renderPage(page) };
}

function sectionsOf(
  { now, before, failures, locations, causes }: WeekDigest,
  write: Writing,
): LetterSection[] {
  const { words } = write;
  const { section } = words;
  return [
    { heading: section.week, rows: weekRows(now, before, write) },
    { heading: section.money, rows: moneyRows(now, before, write), note: words.moneyNote },
    { heading: section.promises, rows: promiseRows(now, before, write) },
    { heading: section.small, rows: smallRows(now, before, write) },
    { heading: section.failures, rows: mendRows(failures, write, ({ key }) => words.failure[key]) },
    { heading: section.locations, rows: mendRows(locations, write, nameOf) },
    { heading: section.causes, rows: mendRows(causes, write, nameOf) },
  ];
}

const nameOf = ({ name, key }: ToMend): string => oneLine(name ?? key, nameCharacters);

function compared(now: string, before: string, { words }: Writing): string {
  return now === before ? now : `${now} ${words.before(before)}`;
}

function weekRows(now: WeekFigures, before: WeekFigures, write: Writing): Row[] {
  const { label } = write.words;
  const count = (read: (of: WeekFigures) => number): string =>
    compared(write.number(read(now)), write.number(read(before)), write);
  return [
    [label.complaints, count(({ cases }) => cases)],
    [label.answer, compared(answerOf(now, write), answerOf(before, write), write)],
    [label.unanswered, count(({ unanswered }) => unanswered)],
    [label.lostContacts, count(({ lost }) => lost.contacts)],
  ];
}

/** A median, or in words why there is none. */
function answerOf(of: { readonly cases: number; readonly answerMs?: number }, write: Writing): string {
  if (of.answerMs !== undefined) return write.span(of.answerMs);
  return of.cases === 0 ? write.words.nobody : write.words.notReached;
}

function moneyRows(now: WeekFigures, before: WeekFigures, write: Writing): Row[] {
  const { label, range } = write.words;
  const sum = (read: (of: WeekFigures) => MoneyRange): string => {
    const { fromMinor, toMinor } = read(now);
    const middle = write.money(middleOf(read(now)));
    const written =
      fromMinor === toMinor ? middle : range(write.money(fromMinor), write.money(toMinor), middle);
    return compared(written, write.money(middleOf(read(before))), write);
  };
  return [
    [label.lost, sum(({ lost }) => lost)],
    [label.atRisk, sum(({ atRisk }) => atRisk)],
    [label.saved, sum(({ saved }) => saved)],
    [label.cost, compared(write.money(now.costMinor), write.money(before.costMinor), write)],
  ];
}

function promiseRows(now: WeekFigures, before: WeekFigures, write: Writing): Row[] {
  const { label } = write.words;
  return [
    [label.broken, compared(write.number(now.promisesBroken), write.number(before.promisesBroken), write)],
    [label.kept, compared(write.number(now.promisesKept), write.number(before.promisesKept), write)],
  ];
}

function smallRows({ small: now }: WeekFigures, { small: before }: WeekFigures, write: Writing): Row[] {
  const { label } = write.words;
  return [
    [label.smallCases, compared(write.number(now.cases), write.number(before.cases), write)],
    [label.answer, compared(answerOf(now, write), answerOf(before, write), write)],
    [label.smallUnanswered, compared(write.number(now.unanswered), write.number(before.unanswered), write)],
  ];
}

function mendRows<T extends ToMend>(all: readonly T[], write: Writing, named: (each: T) => string): Row[] {
  return all.map((each) => [
    named(each),
    compared(write.number(each.cases), write.number(each.before), write),
  ]);
}

/** Some releases of the language data put narrow spaces in, which old mail programs show as boxes. */
const plainSpaces = (text: string): string => text.replace(/\s/gu, ' ');

function writingOf({ currency }: WeekDigest, language: LetterLanguage, words: DigestWords): Writing {
  const whole = new Intl.NumberFormat(language);
  const amount = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  });
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const part = (value: number, unit: 'day' | 'hour' | 'minute'): string =>
    plainSpaces(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value));
  return {
    words,
    number: (value) => plainSpaces(whole.format(value)),
    money: (minor) => plainSpaces(amount.format(minor / 10 ** digits)),
    span(ms) {
      const minutes = Math.round(ms / 60_000);
      if (minutes < 60) return part(minutes, 'minute');
      const hours = Math.floor(minutes / 60);
      if (hours < 24) return `${part(hours, 'hour')} ${part(minutes % 60, 'minute')}`;
      return `${part(Math.floor(hours / 24), 'day')} ${part(hours % 24, 'hour')}`;
    },
  };
}

/** The days of a week, Monday to Sunday. */
function daysOf(week: string, language: LetterLanguage): string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return plainSpaces(format.formatRange(new Date(week), new Date(addDays(week, 6))));
}

function renderText({ opening, sections, link: [label, url], footer }: LetterPage): string {
  const blocks = sections.map(({ heading, rows, note }) =>
    [
      `${heading}:`,
      ...rows.map(([name, value]) => `  ${name}: ${value}`),
      ...(note ? [`  ${note}`] : []),
    ].join('\n'),
  );
  return `${[opening, ...blocks, `${label}: ${url}`, footer].join('\n\n')}\n`;
}
