/** Numbers as words in Russian, Ukrainian and English, in the cases in which times are told; ё is written as е. */
const words: Readonly<Record<number, string>> = {
  0.5: 'полчаса півгодини полтора-часа',
  1: 'один одна одно одного одной одну одному одну-единственную одне однієї одній one a an час години-однієї часу первому першої першій',
  2: 'два две двух двум двумя дві двох двом пару пара пари couple two второго другої другій',
  3: 'три трех трем тремя трьох трьом three третьей третьої третій',
  4: 'четыре четырех четырем чотири чотирьох чотирьом four четвертого четвертої четвертій',
  5: "пять пяти п'ять п'яти п'ятьох five пятого п'ятої п'ятій",
  6: 'шесть шести шість шести шістьох six шестого шостої шостій',
  7: 'семь семи сім семи сімох seven седьмого сьомої сьомій',
  8: 'восемь восьми вісім восьми вісьмох eight восьмого восьмої восьмій',
  9: "девять девяти дев'ять дев'яти дев'ятьох nine девятого дев'ятої дев'ятій",
  10: 'десять десяти десятьох ten десятого десятої десятій',
  11: 'одиннадцать одиннадцати одинадцять одинадцяти eleven одинадцятої одинадцятій',
  12: 'двенадцать двенадцати дванадцять дванадцяти twelve дванадцятої дванадцятій',
  14: 'четырнадцать четырнадцати чотирнадцять чотирнадцяти fourteen',
  15: "пятнадцать пятнадцати п'ятнадцять п'ятнадцяти fifteen",
  16: 'шестнадцати шістнадцяти шістнадцятої',
  17: 'семнадцати сімнадцяти сімнадцятої',
  18: 'восемнадцати вісімнадцяти вісімнадцятої',
  20: 'двадцать двадцати двадцять двадцяти twenty',
  24: 'двадцати-четырех',
  30: 'тридцать тридцати тридцять тридцяти thirty',
  40: 'сорок сорока forty',
  45: 'сорок-пять сорока-пяти forty-five',
  48: 'forty-eight',
  50: "пятьдесят п'ятдесят fifty",
  60: 'шестьдесят шістдесят sixty',
};

const values = new Map<string, number>(
  Object.entries(words).flatMap(([value, all]) =>
    all.split(' ').map((word) => [word, Number(value)] as const),
  ),
);

/** The number that a word or figure stands for; undefined for any other word. */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  return values.get(word);
}

/** A pattern part that matches a figure or a number word; longer words first. */
export const numberPattern = `(?:\\d{1,3}|${[...values.keys()]
  .filter((word) => !['час', 'часу', 'полчаса', 'півгодини'].includes(word))
  .toSorted((a, b) => b.length - a.length)
  .join('|')})`;

/** Weekdays by the beginning of their name, 1 is Monday. */
const weekdayNames: readonly (readonly [RegExp, number])[] = [
  [/^(?:понедельник|понеділ|mon(?:day)?$)/u, 1],
  [/^(?:вторник|вівтор|tue(?:s|sday)?$)/u, 2],
  [/^(?:сред[уыае]$|серед[ауиі]$|wed(?:nesday)?$)/u, 3],
  [/^(?:четверг|четвер$|четверга?$|thu(?:rs|rsday)?$)/u, 4],
  [/^(?:пятниц|п'ятниц|fri(?:day)?$)/u, 5],
  [/^(?:суббот|субот|sat(?:urday)?$)/u, 6],
  [/^(?:воскресен|неділ[юіяь]$|неділею$|sun(?:day)?$)/u, 7],
];

/** The weekday that a word names, 1 is Monday; undefined for any other word. */
export function weekdayNamed(word: string): number | undefined {
  return weekdayNames.find(([name]) => name.test(word))?.[1];
}

const monthNames: readonly RegExp[] = [
  /^(?:январ|січ(?:ень|ня)|jan(?:uary)?$)/u,
  /^(?:феврал|лют(?:ого|ий)|feb(?:ruary)?$)/u,
  /^(?:март[ае]?$|берез(?:ень|ня)|mar(?:ch)?$)/u,
  /^(?:апрел|квіт(?:ень|ня)|apr(?:il)?$)/u,
  /^(?:ма[йя]$|трав(?:ень|ня)|may$)/u,
  /^(?:июн|черв(?:ень|ня)|june?$)/u,
  /^(?:июл|лип(?:ень|ня)|july?$)/u,
  /^(?:август|серп(?:ень|ня)|aug(?:ust)?$)/u,
  /^(?:сентябр|верес(?:ень|ня)|sept?(?:ember)?$)/u,
  /^(?:октябр|жовт(?:ень|ня)|oct(?:ober)?$)/u,
  /^(?:ноябр|листопад|nov(?:ember)?$)/u,
  /^(?:декабр|груд(?:ень|ня)|dec(?:ember)?$)/u,
];

/** The month that a word names, 1 is January; undefined for any other word. */
export function monthNamed(word: string): number | undefined {
  const index = monthNames.findIndex((name) => name.test(word));
  return index < 0 ? undefined : index + 1;
}
