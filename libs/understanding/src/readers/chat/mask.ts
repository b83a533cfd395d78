/** What personal data is replaced with: the kind stays readable, the person does not. */
export type Masked = 'email' | 'phone' | 'card' | 'iban' | 'link' | 'handle' | 'number' | 'name';

const patterns: readonly (readonly [Masked, RegExp])[] = [
  // Before the others: an address and a link may hold digits, a dot or an @ of their own.
  ['email', /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu],
  ['link', /(?:https?:\/\/|www\.)[^\s<>"]{1,2000}/giu],
  [
    'link',
    /(?<![\p{L}\d.])(?:t\.me|wa\.me|vk\.com|instagram\.com|facebook\.com|fb\.com)\/[^\s<>"]{1,200}/giu,
  ],
  ['handle', /(?<![\p{L}\d@])@[\p{L}\d_][\p{L}\d_.]{1,63}/gu],
  ['iban', /(?<![\p{L}\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d])/gu],
  ['card', /(?<![\p{L}\d])(?:\d{4}[ -]?){3}\d{1,7}(?![\p{L}\d])/gu],
  ['phone', /(?<![\p{L}\d])\+?\d{0,3}[ -]?\(\d{2,5}\)[ -]?\d{1,4}(?:[ -]?\d{2,4}){1,3}(?![\p{L}\d])/gu],
  ['phone', /(?<![\p{L}\d])\+\d(?:[ -]?\d){7,14}(?![\p{L}\d])/gu],
  ['phone', /(?<![\p{L}\d])(?:\d[ -])?\d{2,4}(?:[ -]\d{2,4}){2,4}(?![\p{L}\d])/gu],
  ['number', /(?<![\p{L}\d])[A-Z]{1,4}[-/]?\d{4,}[A-Z\d/-]{0,20}(?![\p{L}\d])/gu],
  // A passport, a contract, an order, a parcel: whatever has five digits and more names somebody, unless it is money.
  [
    'number',
    /(?<![\p{L}\d])\p{L}{0,3}\d{5,}(?:[-/]\d{1,12}){0,4}(?![\p{L}\d]| ?(?:грн|грив|руб|тенге|dollars|euro|uah|usd|eur|rub|[₴₽$€]))/giu,
  ],
  [
    'number',
    /(?<=(?<!\p{L})(?:заказ\p{L}{0,3}|замовлен\p{L}{1,3}|договор\p{L}{0,2}|договір|накладн\p{L}{1,3}|чек\p{L}{0,2}|order|ticket|invoice|booking)\s{1,3}(?:№|#|номер|no\.?|number)?\s{0,3})[\p{L}\d-]{0,12}\d[\p{L}\d/-]{0,20}/giu,
  ],
  ['number', /(?<=[№#]\s{0,3})[\p{L}\d-]{0,12}\d[\p{L}\d/-]{0,20}/gu],
];

const namePart = String.raw`(?:\p{Lu}[\p{L}'’ʼ-]{1,30}|\p{Lu}\.)`;
const fullName = String.raw`${namePart}(?: ?${namePart}){0,2}`;

/** Where a name stands almost always, in the same sentence. */
const beforeNames = [
  'добрый день|доброе утро|добрый вечер|здравствуйте|уважаем\\p{L}{2,3}|дорог\\p{L}{2}',
  'добрий день|доброго дня|добрий вечір|добрий ранок|доброго ранку|вітаю|шановн\\p{L}{1,3}',
  'good morning|good afternoon|good evening|hello|dear|hi',
  "меня зовут|моё имя|мое имя|мене звати|моє ім[ʼ’']я|my name is",
  "менеджер\\p{L}{0,2}|оператор\\p{L}{0,2}|курьер\\p{L}{0,2}|кур[ʼ’']єр\\p{L}{0,2}",
  'продавец|продавщиц\\p{L}|продавчин\\p{L}|manager|operator|courier',
].join('|');
const signatures = 'с уважением|з повагою|із повагою|best regards|kind regards|regards|sincerely|yours';

const afterIntroduction = new RegExp(
  String.raw`((?<!\p{L})(?:${lettersOfAnyCase(beforeNames)}),? )(${fullName})`,
  'gu',
);
const afterSignature = new RegExp(
  String.raw`((?<!\p{L})(?:${lettersOfAnyCase(signatures)})[,:.–—-]{0,2}\s{1,3})(${fullName})`,
  'gu',
);

/** Replaces what could tell who wrote a text or how to reach them; takes time in proportion to its length. */
export function mask(text: string, authorName?: string): string {
  let masked = text;
  for (const [kind, pattern] of patterns) masked = masked.replace(pattern, `[${kind}]`);
  masked = masked.replace(afterIntroduction, '$1[name]').replace(afterSignature, '$1[name]');
  for (const part of namesIn(authorName)) masked = masked.replace(part, '[name]');
  return masked;
}

/** Each part of the name that the author shows, as a whole word. */
function namesIn(authorName: string | undefined): RegExp[] {
  const parts = (authorName ?? '').match(/[\p{L}\d_]{3,40}/gu) ?? [];
  return parts.slice(0, 4).map((part) => new RegExp(String.raw`(?<![\p{L}\d])${part}(?![\p{L}\d])`, 'giu'));
}

/** The introductions begin a sentence or stand in it; the name after them must begin with a capital letter. */
function lettersOfAnyCase(words: string): string {
  return words.replace(/(?<!\\)\p{Ll}(?![{}])/gu, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
