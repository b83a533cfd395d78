import { known } from './knowledge.js';
import { words } from './lexicon/lexicon.js';
import { isCyrillic, normalise } from './words.js';

/** The languages that people write in Latin letters. */
export type Transliterated = 'ru' | 'uk';

type Letters = readonly (readonly [latin: string, cyrillic: string])[];

/** Latin letters back to Cyrillic, longest first; good enough to meet the stems of the lexicons. */
const both: Letters = pairs(
  'shch щ sch щ zh ж kh х ts ц ch ч sh ш yu ю ju ю iu ю ya я ja я ia я yo е jo е ' +
    "a а b б c ц d д e е f ф k к l л m м n н o о p п q к r р s с t т u у v в w в x х z з 4 ч ' ь",
);
const own: Readonly<Record<Transliterated, Letters>> = {
  ru: pairs('ye е je е g г h х i и j й y ы'),
  uk: pairs('zgh зг yi ї ji ї ye є je є ie є g г h г i і j й y и'),
};
/** By their first letter, the longest first. */
const letters: Readonly<Record<Transliterated, ReadonlyMap<string, Letters>>> = {
  ru: byFirstLetter([...both, ...own.ru]),
  uk: byFirstLetter([...both, ...own.uk]),
};

function pairs(list: string): Letters {
  const all = list.split(' ');
  return all.flatMap((latin, at) => (at % 2 === 0 ? [[latin, all[at + 1] ?? ''] as const] : []));
}

function byFirstLetter(list: Letters): ReadonlyMap<string, Letters> {
  const grouped = new Map<string, [string, string][]>();
  for (const [latin, cyrillic] of list.toSorted((a, b) => b[0].length - a[0].length)) {
    grouped.set(latin.charAt(0), [...(grouped.get(latin.charAt(0)) ?? []), [latin, cyrillic]]);
  }
  return grouped;
}

/**
 * Reads a Latin word as transliterated, used only when the text as a whole looks like it. People leave the soft sign
 * out and write one letter for several, so that spelling is taken of which most is known, or else the plain one.
 */
export function toCyrillic(
  word: string,
  language: Transliterated,
  knownOf: (word: string) => number,
): string {
  const plain = letterByLetter(word, language);
  let best = plain;
  let most = knownOf(plain);
  for (const spelling of spellingsOf(plain)) {
    const known = knownOf(spelling);
    if (known > most) [best, most] = [spelling, known];
  }
  return best;
}

/** Each letter as it is most often meant. */
function letterByLetter(word: string, language: Transliterated): string {
  let written = '';
  let at = 0;
  while (at < word.length) {
    const hit = letters[language].get(word.charAt(at))?.find(([latin]) => word.startsWith(latin, at));
    const [latin, cyrillic] = hit ?? [word.charAt(at), word.charAt(at)];
    written += isShort(latin, written) ? 'й' : cyrillic;
    at += latin.length;
  }
  return written;
}

/** "moy", "toi", "dobryy": after a vowel the letter is short. */
function isShort(latin: string, before: string): boolean {
  if (latin === 'i') return /[аеоуюяє]$/.test(before);
  return latin === 'y' && /[аеиоуыэюяіїє]$/.test(before);
}

const longestRespelt = 24;

/** Other ways to spell a word in Cyrillic that come out the same in Latin letters. */
function spellingsOf(plain: string): readonly string[] {
  if (plain.length > longestRespelt) return [];
  const spellings = plain.startsWith('е') ? [`э${plain.slice(1)}`] : [];
  if (/[тнлсдзр]$/.test(plain)) spellings.push(`${plain}ь`);
  for (let at = 1; at < plain.length; at += 1) {
    if (!/^[тнлсдзр][бвгджзйклмнпрстфхцчшщ]$/.test(plain.slice(at - 1, at + 1))) continue;
    const soft = `${plain.slice(0, at)}ь${plain.slice(at)}`;
    spellings.push(soft);
    if (/[тнлсдзр]$/.test(plain)) spellings.push(`${soft}ь`);
  }
  return spellings;
}

/** Whether a Latin word gives transliterated Russian or Ukrainian away. */
export interface Transliteration {
  readonly ru: boolean;
  readonly uk: boolean;
}

/** What customers often say, beside the frequent words of the lexicons. */
const oftenSaid: Readonly<Record<Transliterated, readonly string[]>> = {
  ru: words(
    `заказала привезли доставка курьер вернуть верните возврат работает работают магазин товар ужас кошмар обман хамство
    менеджер звонила звоню никто ответ отвечают подскажите скажите пожалуйста нужен здравствуйте привет день дня недели
    часа часов месяц третий назад сих пор понравилось понравился рекомендую советую качество сломался пришел пришло
    пришла приехал молодцы ребята большое огромное вообще просто такое такой этот какой сколько зачем возьмите нормально
    плохо ужасно отлично супер классно дорого дешево быстро вкусно мой моя мои мне меня вам вас ваш ваша не нет`,
  ),
  uk: words(
    `замовила замовив привезли доставка курʼєр поверніть повернути повернення працює працюють магазин товар жах обман
    хамство менеджер дзвонила дзвоню ніхто відповідь відповідають підкажіть скажіть будь ласка потрібен вітаю привіт
    день дні днів тижні тижнів тиждень години годин місяць третій тому досі сподобалось сподобалося рекомендую раджу
    якість зламався прийшов прийшло прийшла приїхав молодці дуже велике взагалі просто таке такий цей який скільки навіщо
    нормально погано жахливо чудово супер класно дорого дешево швидко смачно мій моя мої мені мене вам вас ваш ваша не
    немає нема щиро`,
  ),
};

/** Words of English, and names, that look like transliterated ones. */
const notTransliterated = new Set(
  words(
    'to on my no do by at we us ad super bank banka order tam tut pora nam vas pro den mene magazin manager was most man mama dna mini',
  ),
);

/** Shorter words that mean something in both alphabets are chance. */
const shortestMeaning = 5;

/** `undefined` for a word that does not begin with a plain Latin letter. */
export function transliterationOf(
  raw: string,
  isEnglish: boolean,
  isKnown: (word: string) => boolean,
): Transliteration | undefined {
  if (isCyrillic(raw) || !/^[a-z]/i.test(raw)) return undefined;
  const word = raw.toLowerCase();
  if (notTransliterated.has(word)) return neither;
  const { ru, uk } = (spelt ??= latinSpellings());
  const isRu = ru.has(word);
  const isUk = uk.has(word);
  if (isRu || isUk) return whichOf(isRu, isUk);
  if (isEnglish || word.length < shortestMeaning || word.length > longestRespelt) return neither;
  const [looksRu, looksUk] = [russianEnd.test(word), ukrainianEnd.test(word)];
  return whichOf(
    looksRu || isKnown(letterByLetter(word, 'ru')),
    looksUk || isKnown(letterByLetter(word, 'uk')),
  );
}

/** Ends of words that hardly any English word has. */
const russianEnd =
  /(?:ogo|ymi|imi|aya|aja|oyu|oju|uyu|uju|iyu|yat|yut|jut|nykh|nyh|skikh|skih|ykh|tsya|yy|nij|noj|skoy|skoj|chno)$/;
const ukrainianEnd =
  /(?:oho|ymy|oyu|oiu|uyu|uiu|yty|aty|uty|nykh|nyh|skykh|tsya|tsia|kyi|nyi|yy|skoi|nni|achi)$/;

function whichOf(isRu: boolean, isUk: boolean): Transliteration {
  if (isRu) return isUk ? either : onlyRu;
  return isUk ? onlyUk : neither;
}

let spelt: Readonly<Record<Transliterated, ReadonlySet<string>>> | undefined;

function latinSpellings(): Readonly<Record<Transliterated, ReadonlySet<string>>> {
  const english = new Set(known.find(([language]) => language === 'en')?.[1].frequent);
  const of = (language: Transliterated): ReadonlySet<string> => {
    const frequent = known.find((each) => each[0] === language)?.[1].frequent ?? [];
    const all = [...frequent, ...oftenSaid[language]].flatMap((word) => latinOf(normalise(word), language));
    return new Set(
      all.filter((word) => word.length > 1 && !english.has(word) && !notTransliterated.has(word)),
    );
  };
  return { ru: of('ru'), uk: of('uk') };
}

/** How people write each letter in Latin, the usual way first; letters not named have one way. */
const ways: Readonly<Record<Transliterated, Readonly<Record<string, string>>>> = {
  ru: waysOf(
    "е=e,ye ж=zh й=y,i,j х=h,kh ц=c,ts ч=ch,4 ш=sh щ=sch,shch,sh ъ= ы=y,i ь=,' э=e ю=yu,u,iu я=ya,ia,ja",
  ),
  uk: waysOf(
    "г=h,g є=ye,ie,e ж=zh и=y,i і=i ї=yi,i й=y,i,j х=kh,h ц=ts,c ч=ch ш=sh щ=shch,sch ь=,' '=,' ю=yu,iu,u я=ya,ia",
  ),
};
const plainWays = waysOf('а=a б=b в=v г=g ґ=g д=d е=e з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f');

function waysOf(list: string): Readonly<Record<string, string>> {
  return Object.fromEntries(list.split(' ').map((each) => each.split('=') as [string, string]));
}

/** A word of many such letters is written in the first few ways only. */
const mostSpellings = 32;

function latinOf(word: string, language: Transliterated): readonly string[] {
  let spellings = [''];
  for (const letter of word) {
    const each = (ways[language][letter] ?? plainWays[letter] ?? letter).split(',');
    spellings = spellings.flatMap((begun) => each.map((way) => begun + way)).slice(0, mostSpellings);
  }
  return spellings;
}

const either: Transliteration = { ru: true, uk: true };
const onlyRu: Transliteration = { ru: true, uk: false };
const onlyUk: Transliteration = { ru: false, uk: true };
const neither: Transliteration = { ru: false, uk: false };
