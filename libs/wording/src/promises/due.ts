import { addDays, isWorkingDay, wallTime, wallToUtc } from '@heard/core';
import { B, dayIn, E, isDate, rx, type TimeFrame } from './dates.js';
import { numberOf, numberPattern } from './numbers.js';

export type { TimeFrame } from './dates.js';

/** What a clause says of time: a moment, a moment that cannot be known, or nothing. */
export type SaidTime =
  { readonly due: Date; /** It names a day or a date. */ readonly dated: boolean } | 'vague' | 'nothing';

const minuteMs = 60_000;
const noon = 720;
const evening = 1_260;

const N = numberPattern;
const between = '\\s*(?:-|–|—|до|to|or|или|або|чи|and)\\s*';

const vagueWords = rx(
  '(?:как только|при первой возможности|за першої нагоди|при первой же возможности|як тільки|щойно|тільки-но|відразу як|одразу як|as soon as|once|shortly|soon|asap|найближчим часом|найближчими (?:днями|годинами)|' +
    'в ближайшее время|в ближайшие (?:дни|часы)|ближайшее время|скоро|незабаром|невдовзі|згодом|пізніше|позже|позднее|дополнительно|додатково|no time at all|' +
    'как можно (?:скорее|быстрее)|якнайшвидше|якомога швидше|at the earliest|later|when possible|one of these days|на днях|цими днями|днями|по мере|після того як|после того как|when we hear|when i)',
);

const units = {
  minutes: '(?:минут[аыу]?|мин\\.?|хвилин[аиу]?|хв\\.?|minutes?|mins?)',
  hours: '(?:час(?:а|ов|у)?|годин[аиу]?|год\\.?|hours?|hrs?)',
  days: '(?:дн(?:я|ей|і|ів)|день|суток|сутки|доби|добу|діб|days?)',
  weeks: '(?:недел[юиья]|недель|тиждень|тижн(?:я|і|ів)|weeks?)',
};
const working = '(?:рабоч[а-я]+|робоч[а-яіїє]+|банковск[а-я]+|банківськ[а-яіїє]+|working|business|banking)';
const range = `(?:(${N})${between})?(${N})`;

const workingDays = rx(`${range}[-\\s]*(?:-х\\s+)?${working}\\s+${units.days}`);
const oneWorkingDay = rx(
  `(?:в течение|протягом|упродовж|за|через|within|in)\\s+(?:(?:a|one|одного|один|the|next|следующего|наступного)\\s+)*${working}\\s+(?:дня|день|day)`,
);
const nextWorkingDay = rx(
  `(?:next|следующ[а-я]+|наступн[а-яіїє]+|ближайш[а-я]+)\\s+${working}\\s+(?:дня|день|day)`,
);
const amount = (unit: string): RegExp =>
  rx(
    `${range}(?:-?(?:х|ти|и))?\\s*(?:(?:календарн|полн|повн|ближайш|найближч)[а-яіїє]+\\s+|full\\s+|more\\s+|calendar\\s+)?${unit}`,
  );
const approximate = (unit: string): RegExp => rx(`${unit}\\s+(?:через|за)\\s+(${N})`);
const single = (unit: string): RegExp =>
  rx(
    `(?:через|за|в течение|протягом|упродовж|within|in|во|у межах|в пределах)\\s+(?:(?:один|одну|одного|одной|однієї|одну|ближайш[а-я]+|найближч[а-яіїє]+|the next|the|an|a|this)\\s+)?${unit}`,
  );
const halfHour = rx('(?:полчаса|получаса|півгодини|пів години|half an hour|half hour|half-hour)');
const quarterHour = rx('(?:четверть часа|чверть години|quarter of an hour|a quarter hour)');
const hourAndHalf = rx('(?:полтора часа|полутора часов|півтори години|an hour and a half)');

/** Works out when a clause is due by the conventions of Heard; offsets of daylight saving are those of the due day. */
export function saidTime(clause: string, frame: TimeFrame): SaidTime {
  const text = clause
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[’ʼ‘`]/gu, "'");
  const clock = clockIn(text);
  const day = dayIn(text, frame);
  const elapsed = clock === undefined ? elapsedIn(text, frame) : undefined;
  if (elapsed) return { due: elapsed, dated: false };
  const part = clock === undefined ? partIn(text) : undefined;
  const minute = clock ?? part;
  if (day === undefined && minute === undefined) return vagueWords.test(text) ? 'vague' : 'nothing';
  return { due: onDay(day, minute, frame), dated: day !== undefined };
}

function onDay(day: string | undefined, minute: number | undefined, { at, timeZone }: TimeFrame): Date {
  const today = wallTime(at, timeZone).date;
  const due = wallToUtc(day ?? today, minute ?? 1_080, timeZone);
  // Said without a day after that time has passed: the next one is meant.
  return day === undefined && due <= at ? wallToUtc(addDays(today, 1), minute ?? 1_080, timeZone) : due;
}

const count = (match: RegExpExecArray): number => numberOf(match.at(-1) ?? '') ?? 1;

/** Spans of time from now: hours by the clock that never jumps, days by the calendar, working days by the firm's. */
function elapsedIn(text: string, frame: TimeFrame): Date | undefined {
  const { at } = frame;
  const inWorkingDays = workingDays.exec(text);
  if (inWorkingDays) return afterWorkingDays(count(inWorkingDays), frame);
  if (oneWorkingDay.test(text) || nextWorkingDay.test(text)) return afterWorkingDays(1, frame);
  const later = (minutes: number): Date => new Date(at.getTime() + minutes * minuteMs);
  if (hourAndHalf.test(text)) return later(90);
  if (quarterHour.test(text)) return later(15);
  if (halfHour.test(text)) return later(30);
  for (const [unit, minutes] of [
    [units.minutes, 1],
    [units.hours, 60],
  ] as const) {
    const found = amount(unit).exec(text) ?? approximate(unit).exec(text);
    if (found) return later(count(found) * minutes);
    if (single(unit).test(text)) return later(minutes);
  }
  for (const [unit, days] of [
    [units.days, 1],
    [units.weeks, 7],
  ] as const) {
    const found = amount(unit).exec(text) ?? approximate(unit).exec(text);
    if (found) return sameWall(count(found) * days, frame);
    if (single(unit).test(text) && !/(?:this|next|эт|ц)/u.test(single(unit).exec(text)?.[0] ?? '')) {
      return sameWall(days, frame);
    }
  }
  return undefined;
}

/** So many calendar days on, at the same time on the wall. */
function sameWall(days: number, { at, timeZone }: TimeFrame): Date {
  const { date, minute } = wallTime(at, timeZone);
  const due = wallToUtc(addDays(date, days), minute, timeZone);
  return new Date(due.getTime() + (at.getTime() % minuteMs));
}

function afterWorkingDays(days: number, { at, timeZone, calendar }: TimeFrame): Date {
  let date = wallTime(at, timeZone).date;
  for (let left = Math.min(days, 400); left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return wallToUtc(date, calendar.to, timeZone);
}

const clockTime = /(?<![\p{L}\d.:])([01]?\d|2[0-4])[:.]([0-5]\d)(?:\s*(am|pm|a\.m|p\.m))?(?![\d:]|\.\d)/gu;
const halfDay = /(?<![\p{L}\d])(\d{1,2})(?:[:.]([0-5]\d))?\s*(am|pm|a\.m\.?|p\.m\.?)(?![\p{L}])/gu;
const hourWord = new RegExp(
  `${B}(?:до|к|ко|в|о|об|на|по|с|з|із|від|после|після|около|близько|by|at|until|till|before|between|from|around|to|and|не позже|не пізніше|no later than)\\s+(${N})(?:\\s*(?:-?(?:ти|и|х|го|ї|й))?)(?:\\s+(?:час(?:а|ов|у)?|годин[аиі]?|o'clock))?(?:\\s+(утра|дня|вечера|ночи|ранку|дня|вечора|ночі|in the morning|in the afternoon|in the evening))?${E}`,
  'gu',
);
const pastHour = new RegExp(`${B}(quarter|half|five|ten|twenty)\\s+(past|to)\\s+(${N})${E}`, 'u');
/** "10-12" at the end of what is said of the day. */
const bareRange = /(?<![\p{L}\d.,:])(\d{1,2})\s*[-–—]\s*(\d{1,2})\s*(?:$|[.,)])/u;
const hourRange = new RegExp(
  `${B}(?:с|со|з|із|від|от|from|between)\\s+(${N})(?:-?(?:ти|х|ї|й))?\\s*(?:-|–|—|до|по|to|and|till|until)\\s*(${N})(?:-?(?:ти|х|ї|й))?(?:\\s+(?:час(?:а|ов)?|годин[аиі]?))?(?:\\s+(утра|дня|вечера|ночи|ранку|вечора|ночі))?${E}(?!\\s*(?:${working}|${units.days}|${units.minutes}|${units.weeks}))`,
  'u',
);
const notHours = new RegExp(
  `^\\s*(?:of\\s|-|–|%|\\.\\d|,\\d|номер|штук|раз|грн|грив|руб|евро|євро|uah|eur|usd|€|\\$|₽|${working}|${units.days}|${units.minutes}|${units.hours}|${units.weeks}|числ|книг|пример|отделен|відділен|заказ|замовлен|[а-яіїєa-z]{3,})`,
  'u',
);

/** The explicit time of the day, in minutes; of a range its end. */
function clockIn(text: string): number | undefined {
  const times: { at: number; minute: number }[] = [];
  for (const match of text.matchAll(halfDay)) {
    times.push({
      at: match.index,
      minute: afternoon(Number(match[1]), match[3] ?? '') * 60 + Number(match[2] ?? 0),
    });
  }
  if (times.length > 0) return last(times);
  for (const match of text.matchAll(clockTime)) {
    if (isDate(text, match)) continue;
    times.push({ at: match.index, minute: Number(match[1]) * 60 + Number(match[2]) });
  }
  if (times.length > 0) return last(times);
  if (rx('(?:полдень|полудня|полудню|опівдні|полудні|noon|midday)').test(text)) return noon;
  if (rx('(?:полночь|полуночи|опівночі|півночі|midnight)').test(text)) return 1_440;
  const past = pastHour.exec(text);
  const of = past && numberOf(past[3] ?? '');
  if (past && of !== undefined && of !== null && of <= 12) {
    const off = past[1] === 'half' ? 30 : past[1] === 'quarter' ? 15 : (numberOf(past[1] ?? '') ?? 0);
    return hourOf(of, undefined, text) * 60 + (past[2] === 'to' ? -off : off);
  }
  const bare = bareRange.exec(text);
  if (bare && Number(bare[2]) <= 24 && Number(bare[1]) < Number(bare[2]))
    return hourOf(Number(bare[2]), undefined, text) * 60;
  const spanned = hourRange.exec(text);
  const until = spanned && numberOf(spanned[2] ?? '');
  if (until !== undefined && until !== null && until <= 24) return hourOf(until, spanned?.[3], text) * 60;
  for (const match of text.matchAll(hourWord)) {
    const rest = text.slice(match.index + match[0].length);
    const named = match[2] !== undefined || /(?:час|годин|o'clock)/u.test(match[0]);
    const hour = numberOf(match[1] ?? '');
    if (hour === undefined || hour > 24 || !Number.isInteger(hour)) continue;
    if (!named && notHours.test(rest) && !partOfDay.test(rest)) {
      // "с 14 до 16": the first of a range has its second behind it.
      if (!/^\s*(?:-|–|до|по|to|and)/u.test(rest)) continue;
    }
    if (named && match[2] === undefined && isSpan(match[0])) continue;
    times.push({ at: match.index, minute: hourOf(hour, match[2], text) * 60 });
  }
  return times.length > 0 ? last(times) : undefined;
}

const partOfDay =
  /^\s+(?:утра|вечера|дня|ранку|вечора|завтра|сегодня|сьогодні|today|tomorrow|on|в|у|мы|ми|вам|перезвон|ваш|при|над|зател|дост|і|и|and)/u;

/** "за 2 часа" is a span, "в 2 часа" a time. */
const isSpan = (said: string): boolean => /^(?:по|за|от|from|с|з)\s/u.test(said);

function last(times: readonly { at: number; minute: number }[]): number | undefined {
  return times.toSorted((a, b) => a.at - b.at).at(-1)?.minute;
}

function afternoon(hour: number, half: string): number {
  if (half.startsWith('p')) return hour === 12 ? 12 : hour + 12;
  return hour === 12 ? 0 : hour;
}

/** An hour by its part of the day; small ones without it are of the afternoon, as people at work say them. */
function hourOf(hour: number, part: string | undefined, text: string): number {
  if (part !== undefined) {
    const late = /^(?:дня|вечера|вечора|in the afternoon|in the evening)/u.test(part);
    return late && hour < 12 ? hour + 12 : hour;
  }
  if (hour < 12 && eveningWords.test(text)) return hour + 12;
  if (morningWords.test(text)) return hour;
  return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

const morningWords = rx(
  '(?:утром|с утра|утра|зранку|вранці|ранку|уранці|in the morning|morning|first thing|tomorrow morning)',
);
const eveningWords = rx(
  '(?:вечером|вечера|к вечеру|до вечера|надвечір|під вечір|до вечора|ввечері|увечері|вечора|this evening|in the evening|evening|tonight)',
);
const noonWords = rx(
  '(?:(?:до|к|ко) (?:[а-яіїє]+ )?обед[ау]|до (?:[а-яіїє]+ )?обіду|before noon|before lunch|by lunchtime|by lunch|к обеду|до полудня)',
);
const endOfDay = rx(
  '(?:до конца (?:рабочего )?дня|к концу (?:рабочего )?дня|до кінця (?:робочого )?дня|під кінець дня|(?:by |before )?(?:the )?end of (?:the |this )?(?:working |business )?day|close of business|cob|eod|в течение дня|протягом дня|упродовж дня)',
);
const afternoonWords = rx(
  '(?:днем|вдень|удень|после обеда|після обіду|in the afternoon|this afternoon|afternoon)',
);

/** The part of the day, as the minute by which it is over. */
function partIn(text: string): number | undefined {
  if (noonWords.test(text)) return noon;
  if (endOfDay.test(text)) return 1_080;
  if (eveningWords.test(text)) return evening;
  if (morningWords.test(text)) return noon;
  if (afternoonWords.test(text)) return 1_080;
  return undefined;
}
