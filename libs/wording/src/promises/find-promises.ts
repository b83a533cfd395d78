import { type FoundPromise, usualCalendar, type WorkingCalendar } from '@heard/core';
import { type Act, actIn, spelt } from './acts.js';
import { type Clause, sentencesOf } from './clauses.js';
import { type SaidTime, saidTime, type TimeFrame } from './due.js';

/** A text of ours, and where and when it was written. */
export interface PromisesAsked {
  readonly text: string;
  readonly at: Date;
  /** IANA name, `Europe/Kyiv`. */
  readonly timeZone: string;
  /** Monday to Friday, 9:00 to 18:00 when absent. */
  readonly calendar?: WorkingCalendar;
}

/** Of longer texts only the beginning is read. */
const mostRead = 12_000;

/** A clause as it was read. */
interface Read extends Clause {
  readonly act: Act;
  readonly time: SaidTime;
  readonly words: string;
}

/**
 * Finds what we promise in a text of ours (Russian, Ukrainian, English) and works out when each is due. A promise is
 * an act of ours or of a colleague, or something that will happen for this customer; wishes, past and present acts,
 * policies, questions, quotations and what the customer is to do are none.
 */
export function findPromises({
  text,
  at,
  timeZone,
  calendar = usualCalendar,
}: PromisesAsked): FoundPromise[] {
  const frame = { at, timeZone, calendar };
  const language = isUkrainian(text) ? 'uk' : 'ru';
  return sentencesOf(text.slice(0, mostRead))
    .filter(({ isQuestion }) => !isQuestion)
    .flatMap(({ clauses }) =>
      inSentence(
        clauses.map((clause) => readClause(clause, text, frame, language)),
        (start, end) => saidTime(text.slice(start, end), frame),
      ),
    );
}

/** By its letters, or by endings that Russian has not. */
function isUkrainian(text: string): boolean {
  return (
    /[іїєґ]/iu.test(text) ||
    (!/[ыэёъ]/iu.test(text) && /(?:[еи]мо|(?<!\p{L})(?:що|буде|ми|вже|або|чи|але|та))(?!\p{L})/iu.test(text))
  );
}

function readClause(clause: Clause, text: string, frame: TimeFrame, language: 'ru' | 'uk'): Read {
  const words = text.slice(clause.start, clause.end);
  const said = spelt(words);
  return {
    ...clause,
    words: said,
    act: isOthers(said) ? 'none' : actIn(words, language),
    time: saidTime(words, frame),
  };
}

const others =
  /(?<!\p{L})(?:если|якщо|if|unless|пожалуйста,? (?:при|на|со|по)|чтобы|щоб|скажемо (?:чесно|прямо)|скажем (?:честно|прямо)|пусть|нехай|хай|желаем|бажаємо|бажаю|желаю|ли|(?<!как )можно|можна|можете|вправе|когда вы|коли ви|вам нужно|вам потрібно|вам необходимо|please|you (?:can|may|must|need|should|have to)|обычно|зазвичай|usually|normally|typically|as a rule|как правило|як правило|обещал[аи]?|обіцяв|обіцяла|обіцяли|сказали|сказал[аи]?|казали|said|told|promised|надеемся|надеюсь|сподіваюся|сподіваємося|сподіваємось|hope)(?!\p{L})/u;

/** Conditions, requests, habits, hopes and words of others. */
function isOthers(said: string): boolean {
  return others.test(said) || /^(?:чи|whether)\s/u.test(said);
}

const quoting =
  /(?<!\p{L})(?:обещал[аи]?|обіця(?:в|ла|ли)|сказали|сказал[аи]?|сообщили|повідомили|казали|писали|написали вам|говорили|said|told|promised|wrote|был[аио]? сказано|было обещано)(?!\p{L})/u;
const trigger =
  /(?<!\p{L})(?:как только|как (?:доеду|приеду|узнаю|будет|получ|вернусь|освобо|только|закончу)|щойно|тільки-но|як (?:тільки|доїду|приїду|дізна|буде|отрим|поверну)|once|as soon as|when (?:i|we|the|he|she|it|they)|after (?:i|we|the)|когда (?:я|мы|он|она|склад|придет|будет|получ|узна|верн|законч)|коли (?:я|ми|він|вона|склад|прийде|буде|отрим|дізна|поверн)|после того как|після того як)(?!\p{L})/u;

/** The promises of one sentence: clauses with an act, together with the times and triggers that stand beside them. */
function inSentence(
  clauses: readonly Read[],
  timeOf: (start: number, end: number) => SaidTime,
): FoundPromise[] {
  const made: { start: number; end: number; time: SaidTime; timed: boolean }[] = [];
  let quoted = false;
  let lead: Read | undefined;
  for (const [index, clause] of clauses.entries()) {
    if (clause.isQuoted) continue;
    if (quoting.test(clause.words)) {
      quoted = true;
      continue;
    }
    const isTrigger = trigger.test(clause.words);
    const previous = made.at(-1);
    const acts = promises(clause);
    if (quoted && !/(?<!\p{L})(?:но|але|but|я|мы|ми|we|i)(?!\p{L})/u.test(clause.words)) continue;
    if (acts && !(isTrigger && actsLater(clauses.slice(index + 1)))) {
      const time = clause.act === 'soft' && clause.time === 'nothing' ? 'vague' : clause.time;
      const before = lead && lead.end <= clause.start ? lead : undefined;
      const start = before?.start ?? clause.start;
      const own = time === 'nothing' && before ? before.time : time;
      if (previous && own === 'nothing') {
        // The same breath: what is done along with it.
        if (clause.joined) previous.end = clause.end;
      } else if (previous && clause.joined && !previous.timed && previous.time === 'nothing') {
        previous.end = clause.end;
        previous.time = own;
        previous.timed = true;
      } else if (previous && sameTime(previous.time, own) && clause.joined) previous.end = clause.end;
      else
        made.push({
          start,
          end: clause.end,
          time: isTrigger && typeof own !== 'object' ? 'vague' : own,
          timed: own !== 'nothing',
        });
      lead = undefined;
      continue;
    }
    if (isTrigger) {
      if (previous && !previous.timed) {
        previous.end = clause.end;
        previous.time = 'vague';
        previous.timed = true;
      } else lead = { ...clause, time: 'vague' };
      continue;
    }
    if (clause.time !== 'nothing' && clause.act === 'none' && previous && !previous.timed && clause.joined) {
      // "I'll ask the pharmacy and call you by 8": one breath, one time.
      previous.end = clause.end;
      previous.time = clause.time;
      previous.timed = true;
      continue;
    }
    if (clause.time !== 'nothing' && clause.act === 'none' && isOnlyTime(clause.words)) {
      if (previous && previous.timed && previous.end + 4 >= clause.start && isBareTime(clause.words)) {
        previous.end = clause.end;
        previous.time = timeOf(previous.start, previous.end);
      } else if (previous && !previous.timed) {
        previous.end = clause.end;
        previous.time = clause.time;
        previous.timed = true;
      } else if (!previous) lead = clause;
    } else if (!isOnlyTime(clause.words)) lead = undefined;
  }
  return made.map(({ start, end, time }) =>
    typeof time === 'object' ? { start, end, due: time.due, vague: false } : { start, end, vague: true },
  );
}

/** True for an act in the future, or in the present beside a time that is one. */
function promises({ act, time }: Read): boolean {
  if (act === 'with_time') return time !== 'nothing';
  if (act === 'present') return typeof time === 'object' && time.dated;
  return act === 'will' || act === 'soft';
}

/** "Как доеду до офиса, перезвоню": the act of the trigger is not what is promised while another clause has one. */
function actsLater(clauses: readonly Read[]): boolean {
  return clauses.some((each) => each.act !== 'none' && !trigger.test(each.words) && !each.isQuoted);
}

function sameTime(a: SaidTime, b: SaidTime): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a.due.getTime() === b.due.getTime();
  return a === b;
}

/** A clause of nothing but a time: "10-12", "до 18:00". */
function isBareTime(words: string): boolean {
  return (words.match(/[\p{L}\d:.]+/gu) ?? []).length <= 4;
}

/** A clause that says little but the time: "завтра", "до 18:00", "by Friday evening at the latest". */
function isOnlyTime(words: string): boolean {
  return (words.match(/[\p{L}\d:.]+/gu) ?? []).length <= 6;
}
