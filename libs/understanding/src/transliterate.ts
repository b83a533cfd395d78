/** Latin letters back to Cyrillic, longest first; good enough to meet the stems of the lexicons. */
const letters: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['ye', 'е'],
  ['yo', 'е'],
  ['a', 'а'],
  ['b', 'б'],
  ['c', 'ц'],
  ['d', 'д'],
  ['e', 'е'],
  ['f', 'ф'],
  ['g', 'г'],
  ['h', 'х'],
  ['i', 'и'],
  ['j', 'й'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['v', 'в'],
  ['w', 'в'],
  ['x', 'х'],
  ['y', 'ы'],
  ['z', 'з'],
  ["'", 'ь'],
];

/** Reads a Latin word as transliterated Russian; used only when the text as a whole looks like it. */
export function toCyrillic(word: string): string {
  let written = '';
  let at = 0;
  while (at < word.length) {
    const hit = letters.find(([latin]) => word.startsWith(latin, at));
    written += hit ? hit[1] : (word[at] ?? '');
    at += hit ? hit[0].length : 1;
  }
  return written;
}

/** Whether a Latin word gives transliterated Russian or Ukrainian away. */
export interface Transliteration {
  readonly ru: boolean;
  readonly uk: boolean;
}

const cues: Readonly<Record<'ru' | 'uk', ReadonlySet<string>>> = {
  ru: new Set(
    'ne net chto eto kak uzhe ochen kogda pochemu gde zakaz dengi dengi rabotaet nichego tolko vernite uzhas spasibo esli bolshe nikto zvonil dostavka moy moi vas vam menya mne'.split(
      ' ',
    ),
  ),
  uk: new Set(
    'ne nemaye nema shcho scho tse yak vzhe duzhe koly chomu zamovlennya hroshi groshi pratsyuye praciuye nichoho tilky povernit zhakh dyakuyu diakuiu yakshcho bilshe nikhto'.split(
      ' ',
    ),
  ),
};

/** `undefined` for a word that does not begin with a plain Latin letter. */
export function transliterationOf(raw: string): Transliteration | undefined {
  if (!/^[a-z]/i.test(raw)) return undefined;
  const word = raw.toLowerCase();
  const isRu = cues.ru.has(word);
  const isUk = cues.uk.has(word);
  if (isRu) return isUk ? either : onlyRu;
  return isUk ? onlyUk : neither;
}

const either: Transliteration = { ru: true, uk: true };
const onlyRu: Transliteration = { ru: true, uk: false };
const onlyUk: Transliteration = { ru: false, uk: true };
const neither: Transliteration = { ru: false, uk: false };
