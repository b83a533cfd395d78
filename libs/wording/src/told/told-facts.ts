import type { ToldKind } from '@heard/core';

/** A fact in a customer's text; offsets are UTF-16 code units, end exclusive. */
export interface ToldFact {
  readonly kind: ToldKind;
  readonly start: number;
  readonly end: number;
}

/** Of longer texts only the beginning is read. */
const mostRead = 8_000;
const mostFacts = 30;

const number = String.raw`\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
const currency = String.raw`(?:грн|грив(?:ень|ні|ен|ны|ни|на)|руб(?:лей|ля|ль|\.)?|тенге|тг|дол(?:ларов|ларів|лара|лари|\.)?|евро|євро|uah|usd|eur|kzt|hryvnias?|dollars?|euros?|[₴€$£₸₽])`;
const unit = String.raw`(?:минут[уы]?|хвилин[уи]?|час(?:а|ов|ы)?|годин[уи]?|д(?:ень|ня|ней|ні|нів)|недел[юиь]|тиж(?:день|ні|нів)|месяц(?:а|ев)?|місяц(?:ь|і|ів)|minutes?|hours?|days?|weeks?|months?)`;
const street = String.raw`(?:ул\.|улиц[аеуы]|вул\.|вулиц[яіюу]|просп\.|проспект[еіу]?|пр-т|бульвар[еіу]?|бул\.|пров\.|провулок|провулку|пер\.|переулок|площа|площ(?:а|і|ади))`;

/** In the order in which one place is read: an order's number is not a phone. */
const readers: readonly (readonly [ToldKind, RegExp])[] = [
  ['email', /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63})+/giu],
  [
    'order',
    /(?<!\p{L})(?:заказ\p{L}{0,3}|замовлен\p{L}{1,3}|посылк\p{L}{1,2}|посилк\p{L}{1,2}|договор\p{L}{0,2}|дог[оі]в[оі]р\p{L}{0,2}|order|parcel|tracking|contract|ttn|ттн)\s{0,3}(?:номер|number|no\.?|nr\.?)?\s{0,3}[№#]?\s{0,3}[\p{Lu}\d][\p{Lu}\d-]{0,5}\d{2,}[\d-]{0,16}/giu,
  ],
  ['order', /[№#]\s?[\p{Lu}\d][\p{Lu}\d-]{0,5}\d{2,}[\d-]{0,16}/gu],
  [
    'sum',
    new RegExp(`(?<![\\d.,])(?:${number})[ \\u00a0]?${currency}(?!\\p{L})|[$€£₴]\\s?(?:${number})`, 'giu'),
  ],
  [
    'waited',
    new RegExp(`(?<![\\d.,])\\d{1,3}(?:[-–]\\d{1,3})?(?:-?[а-яіїє]{1,2})?\\s{1,2}${unit}(?!\\p{L})`, 'giu'),
  ],
  [
    'address',
    new RegExp(
      `(?<!\\p{L})${street}\\s{0,2}\\p{Lu}[\\p{L}'’-]{1,30}(?:\\s\\p{Lu}[\\p{L}'’-]{1,30}){0,2}(?:,?\\s{0,2}(?:д\\.|буд\\.|дом|будинок)?\\s{0,2}\\d{1,4}\\p{L}?)?(?:,?\\s{0,2}(?:кв\\.|квартира)\\s{0,2}\\d{1,4})?|(?<![\\d.,])\\d{1,4}\\s(?:\\p{Lu}[\\p{L}'’-]{1,30}\\s){1,3}(?:Street|St\\.?|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Square)(?!\\p{L})`,
      'gu',
    ),
  ],
  ['phone', /(?<![\d.,])\+?\d(?:[ ()-]{0,2}\d){8,13}(?!\d)/gu],
];

/** Reads from a customer's text what must travel with the case: how to reach them, which order, how much, where, how long. */
export function toldIn(text: string): readonly ToldFact[] {
  const read = text.slice(0, mostRead);
  const found: ToldFact[] = [];
  for (const [kind, pattern] of readers) {
    for (const match of read.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].trimEnd().length;
      if (!found.some((each) => each.start < end && start < each.end)) found.push({ kind, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start).slice(0, mostFacts);
}
