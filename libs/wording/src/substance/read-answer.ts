import { type Clause, sentencesOf } from '../promises/clauses.js';
import { findPromises } from '../promises/find-promises.js';
import { stemsOf } from './gist.js';
import { findRemedy, lexicon, remediesIn, subjectsIn } from './lexicon.js';
import { type Token, tokensOf } from './phrases.js';
import type { Matter } from './read-complaint.js';
import { relevance } from './relevance.js';
import type { Remedy } from './words/substance-words.js';
import { actedIn } from './past.js';

/** What a clause of an answer does. */
export type Deed =
  | 'nothing'
  /** Thanks, apologies, wishes, praise of oneself. */
  | 'courtesy'
  /** Passed on, noted, looked into, "we'll come back to you": no date, no result. */
  | 'handover'
  | 'channel'
  /** Asks the customer for something. */
  | 'question'
  | 'refusal'
  | 'perk'
  | 'discipline'
  /** A step for the customer. */
  | 'step'
  /** A promise with its time. */
  | 'dated'
  /** A fact, an act, a cause or a person. */
  | 'tells'
  /** Something else, of which no more is known. */
  | 'says';

/** A clause with what it does. */
export interface ReadClause {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly deed: Deed;
  /** From 1 on it is of the customer's matter; only of `dated`, `tells`, `step`. */
  readonly relevance: number;
  /** A promise renewed is no result; what was done, is going on or is paid is one. */
  readonly isResult: boolean;
  /** News or advertising for everybody. */
  readonly isNotice: boolean;
  /** Why it went wrong, and nothing that was or will be done. */
  readonly isExcuse: boolean;
}

/** Marks of a clause from which its deed follows. */
interface Marks {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly promise: 'dated' | 'vague' | undefined;
  readonly acted: boolean;
  readonly figure: boolean;
  readonly remedies: ReadonlySet<Remedy>;
  readonly isQuestion: boolean;
  /** What the sentence did before. */
  readonly before: Deed;
  /** Nothing but politeness follows. */
  readonly isLast: boolean;
}

/** Any moment will do where only "has it a date" is asked. */
const someDay = new Date('2026-11-24T08:00:00Z');

/** Reads an answer clause by clause. */
export function readAnswer(answer: string, matter: Matter): ReadClause[] {
  const promises = findPromises({ text: answer, at: someDay, timeZone: 'UTC' });
  let isFirst = true;
  return sentencesOf(answer).flatMap(({ clauses, isQuestion }) => {
    const whole = answer.slice(clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0);
    const sentence = tokensOf(whole);
    const remedies = remediesIn(sentence);
    const introduces = matter.asksWho && introducesPerson(whole, sentence);
    let before: Deed = 'nothing';
    return withoutPleas(clauses, answer).map(({ start, end }): ReadClause => {
      const text = answer.slice(start, end);
      const tokens = withoutSoftener(tokensOf(text));
      const promise = promises.find((each) => each.start < end && start < each.end);
      const marks: Marks = {
        tokens,
        text,
        promise: promise && (promise.vague ? 'vague' : 'dated'),
        acted: actedIn(tokens),
        figure: hasFigure(text),
        remedies: remediesIn(tokens),
        isQuestion,
        before,
        isLast: lexicon.regrets.in(tokensOf(answer.slice(end))) || tokensOf(answer.slice(end)).length === 0,
      };
      const deed = introduces ? 'tells' : deedOf(marks, matter);
      if (deed !== 'nothing') before = deed;
      const says = deed === 'dated' || deed === 'tells' || deed === 'step';
      const score = says
        ? relevance({
            clause: tokens,
            sentence,
            matter,
            remedies,
            acted: marks.acted || promise !== undefined,
            isDirect: introduces || (isFirst && (isDirect(tokens) || isBare(text))),
          })
        : 0;
      if (says) isFirst = false;
      return {
        start,
        end,
        tokens,
        deed,
        relevance: score,
        isResult: deed === 'tells' && isResult(marks),
        isNotice: lexicon.notice.in(tokens),
        isExcuse: deed === 'tells' && isExcuse(marks),
      };
    });
  });
}

/** Holidays, weather, no power: it may be so, and helps nobody by itself. */
function isExcuse({ promise, remedies, figure, tokens }: Marks): boolean {
  if (figure || promise || remedies.size > 0 || lexicon.fault.in(tokens)) return false;
  return lexicon.excuse.in(tokens);
}

function isResult({ acted, tokens, remedies, promise }: Marks): boolean {
  return !promise && (acted || lexicon.ongoing.in(tokens) || remedies.has('money'));
}

function deedOf(marks: Marks, matter: Matter): Deed {
  const { tokens, text } = marks;
  if (tokens.length === 0) return 'nothing';
  if (isName(text)) return lexicon.courtesy.in(tokens) ? 'courtesy' : 'nothing';
  return politeness(marks) ?? emptyMove(marks, matter) ?? telling(marks);
}

/** A clause that opens with thanks or regrets is nothing else, nor is what hangs on it. */
function politeness(marks: Marks): Deed | undefined {
  const { tokens, before, promise, acted, remedies, figure } = marks;
  const regret = lexicon.regrets.find(tokens);
  if (regret && regret.from < 2) return 'courtesy';
  if (lexicon.perk.in(tokens)) return undefined;
  if (regret && regret.from < 4) return 'courtesy';
  const hangs = /^(?:что|що|that|за|for|у|в|если|якщо|if|как|як|how|when|коли|когда|which)$/u.test(
    tokens[0]?.word ?? '',
  );
  if (before === 'courtesy' && hangs && !promise && !(acted && (figure || remedies.size > 0)))
    return 'courtesy';
  const courtesy = lexicon.courtesy.find(tokens);
  if (!courtesy || courtesy.from > 3) return undefined;
  const does = promise === 'dated' || (acted && remedies.size > 0) || (figure && remedies.size > 0);
  return does ? undefined : 'courtesy';
}

/** What only moves the matter about, says no, or offers something beside it. */
function emptyMove(marks: Marks, matter: Matter): Deed | undefined {
  const { tokens, remedies, acted, figure, promise, isQuestion, before } = marks;
  if (isChannel(tokens) && !(acted && remedies.size > 0)) return 'channel';
  if (before === 'channel' && !promise && !acted) return 'channel';
  if (isQuestion && lexicon.notice.in(tokens)) return 'tells';
  if (isQuestion) return isStep(tokens) || lexicon.tried.in(tokens) ? 'step' : 'question';
  if (isRefusal(tokens) || isBareNo(marks)) return 'refusal';
  if (lexicon.discipline.in(tokens) && !figure) return 'discipline';
  const isPerk = lexicon.perk.in(tokens) || (before === 'perk' && !acted && !promise);
  if (isPerk && !matter.subjects.has('perks') && !(remedies.has('money') && acted)) return 'perk';
  if (lexicon.handover.in(tokens) && promise !== 'dated' && !(remedies.size > 0 && (acted || figure)))
    return 'handover';
  return undefined;
}

function telling(marks: Marks): Deed {
  const { tokens, promise, acted, figure, remedies, before } = marks;
  if (promise === 'dated') return 'dated';
  if (purpose.test(tokens[0]?.word ?? '') && !figure && !promise) return 'nothing';
  if (isStep(tokens) || before === 'step') return 'step';
  if (acted || figure || remedies.size > 0) return 'tells';
  if (lexicon.fault.in(tokens) || lexicon.cause.in(tokens) || lexicon.ongoing.in(tokens)) return 'tells';
  if (isDirect(tokens) || namesPerson(marks)) return 'tells';
  if (promise === 'vague') return 'handover';
  if (lexicon.courtesy.in(tokens)) return 'courtesy';
  return stemsOf(tokens).size > 2 || lexicon.notice.in(tokens) ? 'says' : 'nothing';
}

/** What a clause hangs on, or what it is for. */
const purpose = /^(?:если|якщо|if|чтобы|щоб|for|для)$/u;

function isChannel(tokens: readonly Token[]): boolean {
  if (lexicon.channel.in(tokens)) return true;
  const verb = lexicon.channelVerbs.find(tokens);
  return verb !== undefined && lexicon.channelPlaces.find(tokens, verb.to) !== undefined;
}

const slavicOrder = /^[а-яіїєґ']+(?:[аяуюоеиїі]йте|ьте|[^аеєиіїоуюя][иі]те|[^аеєиіїоуюя]іть)(?:сь|ся)?$/u;
/** Orders by their form that are none, or invite. */
const noOrder =
  /^(?:извините|простите|здравствуйте|давайте|приходите|приходьте|приїздіть|приезжайте|ждите|чекайте|забирайте|забирайтесь|оставайтесь|вибачте|пробачте|дозвольте|позвольте|берегите|бережіть|поверьте|повірте|повертайте|возвращайте|приносите|приносьте|получите|отримаєте|можете|хотите|сможете|зможете|будете|увидите|побачите|желаете|захотите|найдете|знайдете|ловите|ловіть|держите|тримайте|їдьте|езжайте|знайте|покажите|покажіть|сайте|кредите|визите|лимите|защите|депозите|навіть|мить|видите|помните|говорите)$/u;
const stepsBegin = 3;

/** An order at the beginning, or advice that names a step. */
function isStep(tokens: readonly Token[]): boolean {
  const opening = tokens.slice(0, stepsBegin);
  if (opening.some(({ word }) => slavicOrder.test(word) && !noOrder.test(word))) return true;
  const step = lexicon.steps.find(tokens);
  if (!step) return false;
  const word = tokens[step.from]?.word ?? '';
  if (/^[a-z]/u.test(word)) return step.from < stepsBegin;
  return step.from < stepsBegin + 2 && /(?:ть|ти|тись|тися|ться)$|^(?:рекоменд|рад[иж])/u.test(word);
}

/** It says no; but that nothing will be charged is no refusal. */
function isRefusal(tokens: readonly Token[]): boolean {
  const refusal = lexicon.refusal.find(tokens);
  if (!refusal) return false;
  const money = findRemedy('money', tokens);
  return !(money && money.from <= refusal.from && refusal.from < money.to);
}

/** "No, sorry." is a refusal; "No, it's free." is an answer. */
function isBareNo({ tokens, before, isLast }: Marks): boolean {
  return (
    tokens.length === 1 && isLast && before === 'nothing' && /^(?:no|нет|ні)$/u.test(tokens[0]?.word ?? '')
  );
}

/** It opens with yes, no, we, it, or says nothing but who. */
function isDirect(tokens: readonly Token[]): boolean {
  const to = lexicon.direct.endAt(tokens, 0);
  if (to === undefined) return false;
  return tokens.length <= 3 || !/^(?:we|i|me|я|мы|ми)$/u.test(tokens[0]?.word ?? '');
}

/** Nothing but a sum or a time. */
function isBare(text: string): boolean {
  return tokensOf(text).length <= 4 && /\d/u.test(text);
}

/** "Роман Кіт, 050 …, майстер дільниці": a name beside a role or a number. */
function introducesPerson(text: string, tokens: readonly Token[]): boolean {
  const names = tokens.filter(({ isCapital }) => isCapital).length;
  return (
    names > 1 &&
    (subjectsIn(tokens).has('staff') || subjectsIn(tokens).has('manager') || phoneOrHours.test(text))
  );
}

const pleas =
  /^(?:будь ласка|пожалуйста|please|к сожалению|на жаль|unfortunately|however|однако|однак|конечно|звісно|звичайно)$/iu;

/** "Зверніться, будь ласка, до нас": a plea between two commas cuts no clause. */
function withoutPleas(clauses: readonly Clause[], text: string): Clause[] {
  const joined: Clause[] = [];
  let open = false;
  for (const clause of clauses) {
    const isPlea = pleas.test(text.slice(clause.start, clause.end));
    const last = joined.at(-1);
    if (last && (isPlea || open)) joined[joined.length - 1] = { ...last, end: clause.end };
    else joined.push(clause);
    open = isPlea;
  }
  return joined;
}

const phoneOrHours =
  /(?:\d[\d\s()-]{8,}\d|8-800|0-?800|24\/7|круглосуточн|цілодобов|\d{1,2}(?::\d\d)?\s?(?:am|pm)?\s?(?:to|до|-|–)\s?\d{1,2}(?::\d\d)?)/iu;

/** A sum, a time, an amount; telephone numbers and opening hours help nobody by themselves. */
function hasFigure(text: string): boolean {
  return /\d/u.test(text.replace(phoneOrHours, ' '));
}

/** Somebody by name, behind the beginning of the clause. */
function namesPerson({ tokens }: Marks): boolean {
  return tokens.some(({ isCapital }, index) => isCapital && index > 0) && tokens.length < 8;
}

/** "К сожалению, ..." regrets nothing: it softens what follows. */
function withoutSoftener(tokens: readonly Token[]): readonly Token[] {
  const [first, second] = tokens;
  const isSoft =
    (first?.word === 'к' && second?.word === 'сожалению') ||
    (first?.word === 'на' && second?.word === 'жаль');
  return isSoft ? tokens.slice(2) : tokens;
}

/** Up to three words with capitals: whom it is said to, or who signs. */
function isName(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (words.length === 1 && actedIn(tokensOf(text))) return false;
  return (
    words.length <= 3 &&
    lexicon.direct.find(tokensOf(text))?.from !== 0 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    !/\d/u.test(text)
  );
}
