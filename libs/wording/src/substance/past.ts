import { lexicon } from './lexicon.js';
import type { Token } from './phrases.js';

const slavicPast =
  /^[а-яіїєґ']{3,}(?:ли|лись|лися|ены|ена|ено|ані|ана|ано|аны|ені|ено|ен|ан|ят|ято|ята|яты|то|ыт|ит|ута|уто)$/u;
/** Of one: приехала, нашлось, зробив; but not журнала, дело, клієнтів. */
const slavicPastOfOne = /^[а-яіїєґ']{2,}(?:[аияеуыіїо](?:ла|ло|лся|лась|лось)|[аияеуы]л|[аияиую]в(?:ся)?)$/u;
const notPast =
  /^(?:если|или|коли|были|були|хотели|хотіли|могли|что-то|кто|это|место|просто|лето|часто|итог|план|стан|он|один|экран|кран|сан|ресторан|диван|магазин|карт|пакет|зато|авто|фото|нет|вони|обмен|обмін|замен|цен|цін|день|мен|вот|тут|хто|нето|чисто|много|сегодня|телефон|канал|журнал|сигнал|персонал|материал|вокзал|отдел|предел|раздел|квартал|терминал|начала|дела|села|было|була|было|мало|дело|сила|школа|стекло|число|масло|мыло|зала|стола|состав|став|сплав|рукав|мала|мала|сначала|бракує|стало|рейтинг)$|(?:онал|иал|инал|нала|иала|онала|оскал)$/u;
const englishPast = /^[a-z]{2,}ed$/u;
const notEnglishPast =
  /^(?:need|feed|speed|indeed|bed|red|shed|exceed|proceed|seed|weed|breed|embed|hundred|sacred|related|dedicated|committed|interested|unlimited|limited|united|advanced|detailed|excited|valued|delighted|pleased)$/u;
const their = /^(?:you|you've|you'd|ви|вы|your)$/u;

/** Something was done, by us or to the customer's thing; not what the customer did. */
export function actedIn(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }, index) => {
    const past =
      ((slavicPast.test(word) || slavicPastOfOne.test(word)) && !notPast.test(word)) ||
      (englishPast.test(word) && !notEnglishPast.test(word)) ||
      lexicon.acted.endAt(tokens, index) !== undefined;
    if (!past) return false;
    return !their.test(tokens[index - 1]?.word ?? '') && !their.test(tokens[index - 2]?.word ?? '');
  });
}
