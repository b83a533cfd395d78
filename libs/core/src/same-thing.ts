/** Words that say when, by whom or how politely, not what: they differ where the same thing is promised again. */
const besides = new Set(
  (
    'сегодня завтра послезавтра сьогодні післязавтра today tomorrow утром вечером днем днём зранку ввечері вранці обеда обіду ' +
    'до к в во на по за у о об из з із і й и а но та що что как як мы ми я вы ви вам вас ваш ваша ваше ваши ваші вашу вашего вашого ' +
    'обязательно обовʼязково обовязково точно будет буде часа часов годин години минут хвилин дней дня день днів дні недели неделю ' +
    'тиждень тижня конца кінця через протягом течение within by the a an to of in at on for you your we will our us and it i be ' +
    'again morning evening end day days hour hours minutes week next this снова ещё еще знову ще раз пожалуйста будь ласка please'
  ).split(' '),
);

/** How many letters of a word stand for its meaning; endings differ more than beginnings. */
const stemLength = 5;

/** The meaning of a promise as a set of word beginnings. */
function gist(text: string): Set<string> {
  const words =
    text
      .toLowerCase()
      .replace(/[’'`]/gu, 'ʼ')
      .match(/[\p{L}ʼ]+/gu) ?? [];
  return new Set(words.filter((word) => !besides.has(word)).map((word) => word.slice(0, stemLength)));
}

/** True when two texts promise the same thing: at least half of their words besides time and courtesy are the same. */
export function sameThing(a: string, b: string): boolean {
  const [first, second] = [gist(a), gist(b)];
  if (first.size === 0 || second.size === 0) return a.trim().toLowerCase() === b.trim().toLowerCase();
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / (first.size + second.size - shared) >= 0.5;
}
