/** Endings of names in Russian and Ukrainian, longest first. */
const endings =
  /(?:ами|ями|ого|его|ому|ему|ові|еві|єві|ими|іми|ою|ею|єю|ої|ой|ей|ий|ій|ый|ем|ом|єм|им|ім|ым|ам|ям|ах|ях|[аяуюиіыеєїйоьэ])$/u;
const leastLetters = 2;

/** One Latin letter for the letters that Russian, Ukrainian and their usual spellings in Latin give one name. */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'e',
  ж: 'zg',
  з: 'z',
  и: 'i',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kg',
  ц: 'ts',
  ч: 'cg',
  ш: 'sg',
  щ: 'sgcg',
  ы: 'i',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** One key for all forms of a name: Олега, Олегом, Oleg. Two people may share one: it says "alike", not "the same". */
export function nameKey(name: string): string {
  const word = name
    .toLowerCase()
    .replace(/['’ʼ‘`]s?$/u, '')
    .replace(/ё/gu, 'е')
    .replace(/['’ʼ‘`-]/gu, '');
  return /^[a-z]/u.test(word) ? latinKey(word) : cyrillicKey(word);
}

function cyrillicKey(word: string): string {
  let stem = word;
  for (;;) {
    const shorter = stem.replace(endings, '');
    if (shorter === stem || shorter.length < leastLetters) break;
    stem = shorter;
  }
  return Array.from(stem, (letter) => letters[letter] ?? '').join('');
}

function latinKey(word: string): string {
  const plain = word.replace(/w/gu, 'v').replace(/h/gu, 'g').replace(/y/gu, 'i').replace(/j/gu, 'i');
  const stem = plain.replace(/[aeiou]+$/u, '');
  return stem.length < leastLetters ? plain : stem;
}
