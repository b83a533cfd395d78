import type { AlertFacts } from '../alert.js';
import { excerptCharacters, nameCharacters } from '../excerpt.js';
import { oneLine, webLink } from '../plain-text.js';
import { platformName } from '../platform-names.js';
import type { LetterLanguage } from '../ports.js';
import type { Notice } from '../receiver.js';
import { renderHtml } from './letter.html.js';
import { en } from './words/en.js';
import type { LetterWords } from './words/letter-words.js';
import { ru } from './words/ru.js';
import { uk } from './words/uk.js';

/** A letter ready to be sent. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A letter's content before it takes a form; every value is one harmless line. */
export interface LetterParts {
  readonly language: LetterLanguage;
  readonly title: string;
  readonly opening: readonly string[];
  readonly rows: readonly (readonly [label: string, value: string])[];
  readonly quote?: readonly [label: string, words: string];
  readonly links: readonly (readonly [label: string, url: string])[];
  readonly footer?: string;
}

const wordsOf: Readonly<Record<LetterLanguage, LetterWords>> = { ru, uk, en };
const reasonCharacters = 300;

/** Writes the letter about an alert in the language of its reader. */
export function writeLetter(notice: Notice, language: LetterLanguage): Letter {
  const words = wordsOf[language];
  const { facts } = notice;
  const parts: LetterParts = {
    language,
    title: words.kind[facts.kind],
    opening: [words.opening[facts.kind], ...(notice.escalated ? [words.escalated] : [])],
    rows: rowsOf(facts, words, language),
    quote: quoteOf(facts, words),
    links: linksOf(notice, words),
    footer: notice.links.take === undefined ? undefined : words.footer,
  };
  return { subject: subjectOf(facts, words), text: renderText(parts), html: renderHtml(parts) };
}

function subjectOf(facts: AlertFacts, words: LetterWords): string {
  const urgent = facts.kind === 'urgent_case' ? ` (${words.urgency[facts.urgency]})` : '';
  const number = facts.case && !facts.incident ? ` #${facts.case.number}` : '';
  const demo = facts.demo ? `[${words.demo}] ` : '';
  const named = aboutOf(facts, words)
    .filter((part) => part !== '')
    .join(' · ');
  return `${demo}${words.kind[facts.kind]}${urgent}: ${named}${number}`;
}

function aboutOf(facts: AlertFacts, words: LetterWords): string[] {
  const { incident } = facts;
  if (incident) return [sharedOf(incident), `${words.label.complaints}: ${incident.cases}`];
  return facts.case ? [customerOf(facts, words), placeOf(facts)] : [placeOf(facts)];
}

function rowsOf(facts: AlertFacts, words: LetterWords, language: LetterLanguage): LetterParts['rows'] {
  const { label } = words;
  const time = (at: Date): string => timeIn(at, facts.timeZone, language);
  const { promise, source, mention, answerReason } = facts;
  const rows: (readonly [string, string])[] = [];
  if (facts.incident) return incidentRows(facts.incident, words);
  if (facts.case) rows.push([label.customer, customerOf(facts, words)]);
  if (facts.kind === 'lease_lost' && facts.assignee !== undefined) {
    rows.push([label.assignee, oneLine(facts.assignee, nameCharacters)]);
  }
  if (source) rows.push([label.where, placeOf(facts)]);
  if (mention) rows.push([label.postedAt, time(mention.postedAt)]);
  if (!facts.kind.startsWith('source_')) rows.push([label.urgency, words.urgency[facts.urgency]]);
  if (facts.reasons.length > 0) {
    rows.push([label.reasons, facts.reasons.map((reason) => words.reason[reason]).join('; ')]);
  }
  if (promise)
    rows.push([label.promise, oneLine(promise.what, reasonCharacters)], [label.due, time(promise.due)]);
  if (answerReason !== undefined) rows.push([label.answerReason, oneLine(answerReason, reasonCharacters)]);
  if (source && facts.kind === 'source_state') rows.push(...sourceRows(source, words));
  if (source?.accessEndsAt && facts.kind === 'source_expiring')
    rows.push([label.accessEnds, time(source.accessEndsAt)]);
  if (source?.silentSince && facts.kind === 'source_silent')
    rows.push([label.silentSince, time(source.silentSince)]);
  return rows;
}

/** Whose complaint is quoted is an example: the matter is what they share. */
function incidentRows(
  incident: NonNullable<AlertFacts['incident']>,
  words: LetterWords,
): (readonly [string, string])[] {
  const { label } = words;
  const shared = sharedOf(incident);
  const rows: (readonly [string, string])[] = [[label.complaints, String(incident.cases)]];
  if (shared !== '') rows.unshift([label.shared, shared]);
  if (incident.coordinated) rows.push([label.beware, words.coordinated]);
  return rows;
}

function sharedOf({ shown }: NonNullable<AlertFacts['incident']>): string {
  return oneLine(shown, nameCharacters);
}

function sourceRows(
  source: NonNullable<AlertFacts['source']>,
  words: LetterWords,
): (readonly [string, string])[] {
  const { label } = words;
  const rows: (readonly [string, string])[] = [
    [label.state, words.sourceState[source.state] ?? source.state],
  ];
  if (source.stateReason) rows.push([label.stateReason, oneLine(source.stateReason, reasonCharacters)]);
  if (source.missing.length > 0)
    rows.push([label.missing, oneLine(source.missing.join(', '), reasonCharacters)]);
  return rows;
}

function quoteOf({ mention, incident }: AlertFacts, words: LetterWords): LetterParts['quote'] {
  if (!mention) return undefined;
  const title = mention.title === undefined ? '' : `${mention.title}: `;
  return [
    incident ? words.label.example : words.label.words,
    oneLine(`${title}${mention.text}`, excerptCharacters),
  ];
}

function linksOf({ facts, links }: Notice, { label }: LetterWords): LetterParts['links'] {
  const all: (readonly [string, string])[] = [];
  if (links.take !== undefined) all.push([label.take, links.take]);
  const opensCase = facts.case && !facts.incident;
  all.push([opensCase ? label.openCase(facts.case.number) : label.open, links.open]);
  const post = webLink(facts.mention?.url);
  if (post !== undefined) all.push([label.post, post]);
  return all;
}

function customerOf({ customer }: AlertFacts, words: LetterWords): string {
  const shown = oneLine(customer ?? '', nameCharacters);
  return shown === '' ? words.unknownCustomer : shown;
}

function placeOf({ source }: AlertFacts): string {
  if (!source) return '';
  return `${platformName(source.platform)}, ${oneLine(source.name, nameCharacters)}`;
}

/** In the workspace's time zone, which is named: the reader may be elsewhere. */
function timeIn(at: Date, timeZone: string, language: LetterLanguage): string {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  // Some releases of the language data put narrow spaces in, which old mail programs show as boxes.
  return `${format.format(at).replace(/\s/gu, ' ')} (${zone})`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function renderText({ opening, rows, quote, links, footer }: LetterParts): string {
  const blocks = [
    opening.join('\n'),
    rows.map(([label, value]) => `${label}: ${value}`).join('\n'),
    quote && `${quote[0]}:\n> ${quote[1]}`,
    links.map(([label, url]) => `${label}: ${url}`).join('\n'),
    footer,
  ];
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}\n`;
}
