import { type Found, Phrases, type Token } from './phrases.js';
import { en } from './words/en.js';
import { ru } from './words/ru.js';
import { fields, type Remedy, type Subject, type SubstanceWords } from './words/substance-words.js';
import { uk } from './words/uk.js';

/** Texts mix languages, so all three are always looked for. */
const languages: readonly SubstanceWords[] = [ru, uk, en];

type ListName = {
  [Name in keyof SubstanceWords]: SubstanceWords[Name] extends string ? Name : never;
}[keyof SubstanceWords];

const phrasesOf = (name: ListName): Phrases => new Phrases(...languages.map((each) => each[name]));

/** The phrases by which a clause is known. */
export const lexicon = {
  regrets: phrasesOf('regrets'),
  courtesy: phrasesOf('courtesy'),
  handover: phrasesOf('handover'),
  channel: phrasesOf('channel'),
  channelVerbs: phrasesOf('channelVerbs'),
  channelPlaces: phrasesOf('channelPlaces'),
  refusal: phrasesOf('refusal'),
  appeal: phrasesOf('appeal'),
  evidence: phrasesOf('evidence'),
  excuse: phrasesOf('excuse'),
  lacking: phrasesOf('lacking'),
  asksWhy: phrasesOf('asksWhy'),
  cause: phrasesOf('cause'),
  rules: phrasesOf('rules'),
  perk: phrasesOf('perk'),
  discipline: phrasesOf('discipline'),
  steps: phrasesOf('steps'),
  tried: phrasesOf('tried'),
  notice: phrasesOf('notice'),
  fault: phrasesOf('fault'),
  ongoing: phrasesOf('ongoing'),
  direct: phrasesOf('direct'),
  pointing: phrasesOf('pointing'),
  acted: phrasesOf('acted'),
  details: phrasesOf('details'),
  asks: phrasesOf('asks'),
  suggests: phrasesOf('suggests'),
} as const;

/** Groups of words for one step. */
export const sameSteps: readonly Phrases[] = languages
  .flatMap((each) => each.sameSteps.trim().split('\n'))
  .map((group) => new Phrases(group));

/** Words too common to tell a matter. */
export const common: ReadonlySet<string> = new Set(languages.flatMap((each) => each.common.split(/\s+/u)));

const subjects = perName<Subject>((each) => each.subjects);
const remedies = perName<Remedy>((each) => each.remedies);

function perName<Name extends string>(
  of: (words: SubstanceWords) => Readonly<Partial<Record<Name, string>>>,
): ReadonlyMap<Name, Phrases> {
  const names = new Set(languages.flatMap((each) => Object.keys(of(each)) as Name[]));
  return new Map(
    [...names].map((name) => [name, new Phrases(...languages.map((each) => of(each)[name] ?? ''))]),
  );
}

/** What a text is about. */
export function subjectsIn(tokens: readonly Token[]): Set<Subject> {
  return new Set([...subjects].filter(([, phrases]) => phrases.in(tokens)).map(([name]) => name));
}

/** What a text says is done to put something right. */
export function remediesIn(tokens: readonly Token[]): Set<Remedy> {
  return new Set([...remedies].filter(([, phrases]) => phrases.in(tokens)).map(([name]) => name));
}

/** Where a text speaks of one remedy. */
export function findRemedy(name: Remedy, tokens: readonly Token[]): Found | undefined {
  return remedies.get(name)?.find(tokens);
}

/** The broad fields of some subjects. */
export function fieldsOf(found: ReadonlySet<Subject>): Set<string> {
  return new Set(
    Object.keys(fields).filter((field) => fields[field]?.some((subject) => found.has(subject)) ?? false),
  );
}
