/** How a clause says that somebody of ours will do something: plainly, softly, in the present with a future time, or not at all. */
export type Act = 'will' | 'soft' | 'with_time' | 'present' | 'none';

/** Spelt one way: lower case, ё as е, one apostrophe. The places of letters stay. */
export function spelt(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[’ʼ‘`]/gu, "'");
}

const list = (words: string): string => words.trim().split(/\s+/).join('|');
const begins = (words: string): RegExp => new RegExp(`^(?:${list(words)})`, 'u');
const exactly = (words: string): RegExp => new RegExp(`^(?:${list(words)})$`, 'u');

/** Prefixes that make a Slavic verb perfective, so that its present form speaks of the future. */
const prefixed = begins(
  `пере под подъ подо при про по за вы от ото раз разо рас из ис изо об обо воз вос вз на до с у о в
   ви від віді під піді роз зі з із`,
);

/** Prefixes of two letters and more: one alone begins too many other words. */
const clearlyPrefixed = begins(
  `пере под подъ подо при про по за вы от ото раз разо рас из ис изо об обо воз вос вз до ви від віді під піді роз зі із`,
);

/** First person plural that reads as future once prefixed. */
const weWill = { ru: /(?:[ие]м|[ие]мся)$/u, uk: /(?:[иеєїі]мо|дамо|[иеєї]мся|[иеєї]мось|[иеєї]мося)$/u };
/** Third person. */
const theyWill = {
  ru: /(?:ит|ет|ят|ут|ют|[жшщч]ат|ится|ется|ятся|утся|ются|аст)$/u,
  uk: /(?:ить|уть|ють|ять|[жшщч]ать|їть|иться|уться|ються|яться|еться|дасть|везе|несе|бере|пише|йде|їде|ьме|йме|німе|верне|каже|шле|може|ведe|очне|іже|еже)$/u,
};
/** Forms of nouns and adjectives that end like verbs. */
const nominal =
  /(?:ием|ьем|[юяуаи]щим|вшим|ейшим|айшим|ским|льним|дним|шним|нним|рним|ичним|очним|цем|телем)$/u;

/** Imperfective presents, which speak of now although they are prefixed. */
const nowForms =
  /(?:[аяуюоыеиі]ва(?:ем|ю|ет|ют|емся|юсь|ется|ются|ємо|є|ють|ється|ються|ємося)|[ая](?:ем|емся|ет|ют|ется|ются|ємо|є|ємось|ємося|ють|ється|ються)|(?:нос|воз|ход|вод|лет|вид|сто|знаход)(?:им|имо|ит|ить|ят|ять|имся|ится|ятся|иться)|[оу]ву[єю](?:мо|ть|ться|мося|мось)?|(?<!ир)уем|(?<!ир)уем|[жчшщ]у[єю](?:мо|ть|ться|мося|мось)?|ю[єю](?:мо|ть|ться|мося|мось)?|і[єю](?:мо|ть)?|е[юе](?:м|т|мо)?)$/u;

/** Perfective verbs that look like imperfective ones. */
const perfective = begins(
  `сдела узна разузна пересчита посчита просчита прочита перечита обработа доработа отработа поменя обменя постара
   попыта подума сыгра послуша выслуша зателефону подзвон передзвон організу організує компенсу відшкоду дізна скоригу
   відремонту проконсульту поінформу повідом заброню зарезерву відреагу опрацю зафіксу проінструкту підготу погодж перерах
   согласу организу компенсиру проконсультиру отремонтиру проинформиру забронир зарегистриру откорректиру скорректиру
   отрегулиру зарезервиру запланиру обсуд разберемся розбере зачека перевір виріш зустрін збер зніме прийм поміня обміня опублику спробу
   свяж набер начисл сообщ сниму сним собер соедин спиш созвон уточн убер установ уведом устран ускор включ внес введ отмен остав
   освобод оформ обнов оплат осмотр объясн ответ зв'яж нарах повідом знім збер з'єдн зателеф уточн прибер встанов усун увімкн внес
   скасу залиш звільн оформ онов оплат огля поясн відпов поспілку порадж
   надішл перешл повідомл зафіксир продемонстр сформир расформир переоформ почита пошука попрац прозвон пошл
   приобрет скажем скажу купим купимо`,
);

/** Perfective verbs without a prefix that tells, and those that are known in any person of ours. */
const known = exactly(
  `дам дадим даст дадут дамо дасть дадуть верну вернем вернемо вернет вернут вернутся вернется верне повернуть поверне повернуться
   повернеться вернусь вернемся решу решим решит решат куплю купим купимо скажу скажем скажемо встречу встретим зустріну зустрінемо
   перезвоню позвоню наберу напишу отвечу пришлю вышлю отправлю привезу довезу завезу подвезу передам передаст передадут выясню
   узнаю уточню проверю исправлю сообщу свяжусь сделаю заменю починю возмещу оформлю подготовлю приеду подъеду заеду заберу найду
   посмотрю расскажу объясню покажу добавлю удалю отменю верну разберусь займусь вернусь подключу отключу настрою восстановлю
   перевезу занесу принесу пересмотрю рассмотрю запишу перезапишу забронирую согласую подберу уберу помогу поможем поможет помогут
   прослежу проконтролирую подниму сниму открою закрою завершу закончу выдам отдам отдадим перенесу подарю скину кину поставлю
   начислю зачислю перечислю выплачу оплачу доплачу запущу отпишусь отзвонюсь доложу спрошу
   зателефоную подзвоню передзвоню відповім надішлю відправлю привезу довезу завезу підвезу передам передасть дізнаюся з'ясую уточню
   перевірю виправлю повідомлю зв'яжуся зв'яжусь зроблю заміню полагоджу відшкодую оформлю підготую приїду під'їду заїду заберу знайду
   подивлюся розкажу поясню покажу додам видалю скасую поверну розберуся розберусь візьмуся підключу відключу налаштую відновлю
   перегляну розгляну запишу перезапишу забронюю погоджу підберу приберу допоможу допоможемо допоможе простежу проконтролюю підніму
   зніму відкрию закрию завершу закінчу видам віддам перенесу подарую скину включат включит поставлю нарахую зарахую перерахую виплачу оплачу доплачу
   запущу відпишуся відпишусь спитаю запитаю напишу наберу дзвякну відзвонюся дасть візьме візьмуть візьму візьмемо надійде надійдуть
   прийде прийдуть приїде приїдуть придет придут приедет приедут поступит поступят надійде вийде вийдуть выйдет выйдут буде-доставлено
   поїде поїдемо поїду поедет поедем поеду зайде зайдемо зайду зайдет зайдем доїде доедет дойдет дойде відповість відповідуть
   принесе привезе довезе підвезе забере замінить перевірить надішле відправить передзвонить зателефонує подзвонить
   зв'яжеться зв'яжуться набере відпишу зберуть допишу підпишу випишу з'явиться з'являться появится появятся`,
);

/** Words that look like verbs and are none, and verbs that promise nothing. */
const never = begins(
  `вис пропону потребу перепрошу интересу использу исследу преследу запевня виправд просим просимо
   ответ$ отчет расчет привет совет предмет запрет интернет билет пакет кабинет счет$ учет$ перечет почет просит$ зависит
   состоит стоит$ относит находит подходит заказ вопрос надеем сожале понима помни обещаем видит значит хочет хотим
   повторит повтор стрем благодар извин вибач шкоду просим прошу сумму минут сумк поймет поймем пойм порадуем порад
   зможете сможете зможуть захот потребует потребу понадобит следует існу існує збереж учтем учту врахуємо врахую зрозуміє примем$
   прийм$ допусти допуст будем$ будет$ будут$ буду$ будемо$ буде$ будуть$ стан устан$ підкаж подскажите нет$ лет$ бюджет сюжет
   сайт квит эффект объект проект предмет пройдет виглядає выглядит звучит вийшло поваг повага уваг увагу сумн довір стать часть
   область очередь помощь пам'ять пять$ п'ять$ путь$ мать$ знать обіця чергуть відділен закон саме самем заем$ прием$ прийом переуч перерасч смотр спеш следим верим видим стоим строим сидим учим судим ведем нашем вашем своем всем совсем
   затем проблем потом зачем причем зовсім усім потім прокат салат простит просте просто вообще уже саме дуже поки навіть досі разом тоді через
   где після попереднє прикре надале зараз сьогодн завтра видно надто повне певне важливе зайве добре відоме спільне остан
   объем$ обсяг систем$ систему`.replace(/\$/gu, '(?![а-яіїєґ])'),
);

const infinitive = /(?:ть|ти|тись|тися|ться|чь)$/u;
const shortParticiple =
  /(?:ен|ена|ено|ены|ан|ана|ано|аны|ят|ята|ято|яты|ений|ена|ено|ені|аний|ана|ані|ато|ята|ято|то|та|ті|ты)$/u;
const wishes = begins(
  `рад благодар призна вдяч ждать чека надея стара стреми работать працюва учитыв врахов стреми прагну иметь мати знать знати
   следить стежити очень дуже вам$ уваж ум уважн лучше кращ внимательн помнить пам'ят счастлив щаслив всегда завжди`,
);
const futureAux = exactly('буду будем будет будут будемо буде будуть');
const syntheticFuture = /[иіаяу]тим(?:у|емо|е|уть|емося|емось|усь|уся|еться)$/u;
const softCue = exactly(
  'постараемся постараюсь попытаемся попробуем попробую попытаюсь постараемся намагатимемося намагатимемось намагатимуся спробуємо спробую постараємося постараюся постараємось постараюсь',
);
/** Presents of movement that speak of the future when a future time stands beside them. */
const movement = begins(
  `уход выезж приезж отправля выход привоз достав доставля возвраща перезванива прилет едет$ едем$ еду$ їде$ їду$ їдемо$ везем веземо
   везет везе виїжд приїжд відправля виход привоз доставля поверта передзвон вирушає вирушаємо выдвига забира перевод переказу
   висила надсила высыла отгружа відвантаж заїжд заезж подвоз підвоз верта дзвон звон набира телефону пиш меня міня начина почина
   открыва відкрива підключа подключа встановлю устанавлива привез`.replace(/\$/gu, '(?![а-яіїєґ])'),
);
const secondPersonGets = exactly('получите отримаєте получишь отримаєш узнаете дізнаєтеся увидите побачите');

const englishWill =
  /\b(?:will|shall|'ll|(?:am|is|are|'m|'re|'s) going to)\s+(?:(?:also|now|then|personally|gladly|certainly|definitely|just|be able to|immediately|always|of course|both|all|still|soon|shortly|get to|never|not)\s+)*([a-z']+)(?:\s+([a-z']+))?/gu;
const englishWish = exactly(
  'strive endeavour endeavor continue remain keep improve learn hope love appreciate miss welcome always never not need understand cost last require depend vary apply ensure treat value know take',
);
const englishFeeling = exactly(
  'happy glad delighted pleased sorry grateful able here there more better open closed available proud thrilled careful',
);
const englishLet =
  /\b(?:let me|allow me to|leave it with me|i promise to|we promise to|we commit to|we undertake to)\b/u;
const englishSoft =
  /\b(?:(?:try|do (?:our|my) best|aim|work|see|do everything|do all) (?:(?:we|i) can )?(?:to|on it|what)|try and)\b/u;
const englishPresent =
  /\b(?:ships|arrives|lands|follows|comes|collects|delivers|goes (?:back|to|out|off)|leaves|calls|brings|returns|sends|starts|(?:i'm|we're|(?:is|are|am|'s|'re|'m)) (?:\w+ly |just |now )?(?:being )?\w+(?:ing|ed)|to be (?:delivered|refunded|sent|shipped|collected|replaced|repaired|fixed)|expect|due)\b/u;
const travel =
  /\b(?:flights?|trains?|planes?|bus|check-in|ferry|coach|appointment|shop|store|branch|office|offer|policy|usually|normally)\b/u;
/** Reads how a clause promises. */
export function actIn(clause: string, language: 'ru' | 'uk'): Act {
  const text = spelt(clause).replace(/«[^»]*(?:»|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/gu, (quoted) =>
    ' '.repeat(quoted.length),
  );
  const english = actInEnglish(text);
  if (english !== 'none') return english;
  const words = text.match(/[\p{L}']+/gu) ?? [];
  let found: Act = 'none';
  for (const [index, word] of words.entries()) {
    const act = actOf(word, words, index, language);
    if (act === 'soft') return 'soft';
    if (act === 'will') found = 'will';
    else if (act !== 'none' && found !== 'will' && found !== 'with_time') found = act;
  }
  return found;
}

function actOf(word: string, words: readonly string[], index: number, language: 'ru' | 'uk'): Act {
  const before = words[index - 1] ?? '';
  if (before === 'не' || before === 'ни' || before === 'ні') return 'none';
  if (softCue.test(word)) return 'soft';
  if (futureAux.test(word)) return auxiliary(words, index);
  if (syntheticFuture.test(word))
    return wishes.test(word) && /м(?:емо|емося|у)$/u.test(word) ? 'none' : 'will';
  if (secondPersonGets.test(word)) return 'with_time';
  if (known.test(word)) return 'will';
  if (never.test(word)) return 'none';
  const we = weWill[language].test(word);
  const they = theyWill[language].test(word);
  if (perfective.test(word) && (we || they)) return 'will';
  if (
    movement.test(word) &&
    (we || they || /[аяую]є$/u.test(word)) &&
    (nowForms.test(word) || !prefixed.test(word))
  ) {
    return 'present';
  }
  if (word.length < 5 || nowForms.test(word) || nominal.test(word)) return 'none';
  if (we && prefixed.test(word)) return 'will';
  return they && clearlyPrefixed.test(word) ? 'will' : 'none';
}

/** "будет доставлен", "будем звонить"; not "будем рады". */
function auxiliary(words: readonly string[], index: number): Act {
  const next = words.slice(index + 1, index + 5);
  if (next.slice(0, 2).some((word) => wishes.test(word))) return 'none';
  if (words.slice(Math.max(0, index - 2), index).some((word) => wishes.test(word))) return 'none';
  if (next.some((word) => infinitive.test(word) || shortParticiple.test(word))) return 'will';
  // "мастер будет у вас", "курьер будет завтра": somebody comes.
  return 'with_time';
}

function actInEnglish(text: string): Act {
  if (!/[a-z]{2}/u.test(text)) return 'none';
  if (englishLet.test(text)) return 'soft';
  for (const match of text.matchAll(englishWill)) {
    const [said, verb = '', next = ''] = match;
    const subject = /(\w+)\s*$/u.exec(text.slice(0, match.index))?.[1] ?? '';
    if (subject === 'you' || subject === 'u') {
      if (
        /^(?:receive|get|hear|see)$/u.test(verb) ||
        (verb === 'have' && /\b(?:it|your|the|an?)\b/u.test(next))
      )
        return 'with_time';
      if (
        verb === 'be' &&
        /^(?:refunded|sent|called|contacted|credited|paid|given|phoned|reimbursed|compensated|told|notified)$/u.test(
          next,
        )
      )
        return 'will';
      continue;
    }
    if (/\b(?:not|never)\b/u.test(said)) continue;
    if (englishFeeling.test(verb) || (verb === 'be' && englishFeeling.test(next))) continue;
    if (englishWish.test(verb) || (verb === 'have' && next === 'to')) continue;
    if (verb === 'see') return 'with_time';
    if (verb === 'try' || (verb === 'do' && /^(?:our|my|everything|all)$/u.test(next)) || verb === 'aim')
      return 'soft';
    return 'will';
  }
  if (englishSoft.test(text) && /\b(?:we|i)\b/u.test(text) && /\bwe'?(?:ll)?|\bi'?(?:ll)?/u.test(text)) {
    return /\b(?:'ll|will)\b/u.test(text) ? 'soft' : 'none';
  }
  return englishPresent.test(text) && !travel.test(text) ? 'with_time' : 'none';
}
