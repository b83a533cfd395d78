/** Somebody who is likely hit by what others complain of: only what is needed to write to them. */
export interface LikelyHit {
  readonly name?: string;
  readonly contact?: string;
  /** What they are known by to us, such as the number of their order. */
  readonly reference?: string;
}

/** Somebody who complained. */
export interface Complained {
  readonly name?: string;
  readonly text: string;
}

/** A shorter reference is in many texts by chance. */
const leastReference = 4;
const leastDigits = 7;

/** True when the complaint is this person's: by their reference or contact in the text, or by their full name. */
export function isTheirs(person: LikelyHit, { name, text }: Complained): boolean {
  const said = plain(text);
  const reference = plain(person.reference ?? '');
  if (reference.length >= leastReference && hasWord(said, reference)) return true;
  const contact = plain(person.contact ?? '');
  if (contact.includes('@') && said.includes(contact)) return true;
  const digits = contact.replace(/\D/gu, '');
  // With or without the country's code: the last figures are the number.
  if (digits.length >= leastDigits && text.replace(/[\s()+-]/gu, '').includes(digits.slice(-9))) return true;
  return sameName(person.name, name);
}

const plain = (text: string): string => text.toLowerCase().replace(/ё/gu, 'е').trim();

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = (text[at - 1] ?? ' ') + (text[at + word.length] ?? ' ');
    if (!/[\p{L}\d]/u.test(around)) return true;
  }
  return false;
}

/** A first name alone is many people's. */
function sameName(a: string | undefined, b: string | undefined): boolean {
  const [first, second] = [namesOf(a), namesOf(b)];
  return first.length >= 2 && first.join(' ') === second.join(' ');
}

function namesOf(name: string | undefined): string[] {
  return plain(name ?? '')
    .split(/[\s.,]+/u)
    .filter((part) => part !== '')
    .toSorted();
}
