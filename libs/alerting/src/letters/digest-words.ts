import type { FailureKind } from '@heard/core';
import type { LetterLanguage } from '../ports.js';

/** What a digest says, in one language. Counts come with the words that agree with them. */
export interface DigestWords {
  readonly demo: string;
  readonly title: (week: string) => string;
  readonly opening: string;
  readonly section: Readonly<
    Record<'week' | 'money' | 'promises' | 'small' | 'failures' | 'locations' | 'causes', string>
  >;
  readonly label: Readonly<
    Record<
      | 'complaints'
      | 'unanswered'
      | 'answer'
      | 'lostContacts'
      | 'lost'
      | 'saved'
      | 'atRisk'
      | 'cost'
      | 'broken'
      | 'kept'
      | 'smallCases'
      | 'smallUnanswered',
      string
    >
  >;
  readonly before: (value: string) => string;
  readonly range: (from: string, to: string, middle: string) => string;
  /** Half of them have no answer yet, so there is no median. */
  readonly notReached: string;
  readonly nobody: string;
  readonly moneyNote: string;
  readonly open: string;
  readonly footer: string;
  readonly failure: Readonly<Record<FailureKind, string>>;
}

const uk: DigestWords = {
  demo: 'Демо',
  title: (week) => `Тиждень ${week}`,
  opening:
    'Що казали клієнти минулого тижня, що ми їм обіцяли і що варто виправити. У дужках — тиждень перед ним.',
  section: {
    week: 'Скарги',
    money: 'Гроші',
    promises: 'Обіцянки',
    small: 'Автори, яких мало хто чує (до 100 підписників або невідомо)',
    failures: 'Що виправити: види збоїв',
    locations: 'Де',
    causes: 'Причини',
  },
  label: {
    complaints: 'Скарг',
    unanswered: 'Без відповіді досі',
    answer: 'Половина отримала відповідь за',
    lostContacts: 'Втрачено клієнтів',
    lost: 'Втрачено',
    saved: 'Збережено',
    atRisk: 'Під загрозою зараз',
    cost: 'Коштували виправлення',
    broken: 'Порушено',
    kept: 'Дотримано',
    smallCases: 'Їхніх скарг',
    smallUnanswered: 'З них без відповіді',
  },
  before: (value) => `(раніше ${value})`,
  range: (from, to, middle) => `${from} – ${to}, посередині ${middle}`,
  notReached: 'більш ніж половина ще без відповіді',
  nobody: 'скарг не було',
  moneyNote:
    'Втрачено: клієнт пішов, не отримав допомоги або два тижні чекав без відповіді. Суми рахуються з вартості контакту, яку задав директор.',
  open: 'Відкрити звіти',
  footer: 'Цей лист приходить щопонеділка. Усі числа можна перерахувати з історії звернень.',
  failure: {
    not_delivered: 'не доставлено',
    charged_without_consent: 'списано без згоди',
    rude_staff: 'грубість персоналу',
    no_answer: 'не відповідають',
    sent_in_circles: 'ганяють по колу',
    broken_promise: 'порушена обіцянка',
    defective_product: 'бракований товар',
    refund_refused: 'відмова в поверненні грошей',
    unsafe_product: 'небезпечний товар',
    data_leak: 'витік даних',
    other: 'інше',
  },
};

const ru: DigestWords = {
  demo: 'Демо',
  title: (week) => `Неделя ${week}`,
  opening:
    'Что говорили клиенты на прошлой неделе, что мы им обещали и что стоит исправить. В скобках — неделя перед ней.',
  section: {
    week: 'Жалобы',
    money: 'Деньги',
    promises: 'Обещания',
    small: 'Авторы, которых мало кто слышит (до 100 подписчиков или неизвестно)',
    failures: 'Что исправить: виды сбоев',
    locations: 'Где',
    causes: 'Причины',
  },
  label: {
    complaints: 'Жалоб',
    unanswered: 'Без ответа до сих пор',
    answer: 'Половина получила ответ за',
    lostContacts: 'Потеряно клиентов',
    lost: 'Потеряно',
    saved: 'Сохранено',
    atRisk: 'Под угрозой сейчас',
    cost: 'Стоили исправления',
    broken: 'Нарушено',
    kept: 'Сдержано',
    smallCases: 'Их жалоб',
    smallUnanswered: 'Из них без ответа',
  },
  before: (value) => `(раньше ${value})`,
  range: (from, to, middle) => `${from} – ${to}, посередине ${middle}`,
  notReached: 'больше половины ещё без ответа',
  nobody: 'жалоб не было',
  moneyNote:
    'Потеряно: клиент ушёл, не получил помощи или две недели ждал без ответа. Суммы считаются из стоимости контакта, которую задал директор.',
  open: 'Открыть отчёты',
  footer: 'Это письмо приходит каждый понедельник. Все числа можно пересчитать из истории обращений.',
  failure: {
    not_delivered: 'не доставлено',
    charged_without_consent: 'списано без согласия',
    rude_staff: 'грубость персонала',
    no_answer: 'не отвечают',
    sent_in_circles: 'гоняют по кругу',
    broken_promise: 'нарушенное обещание',
    defective_product: 'бракованный товар',
    refund_refused: 'отказ вернуть деньги',
    unsafe_product: 'опасный товар',
    data_leak: 'утечка данных',
    other: 'другое',
  },
};

const en: DigestWords = {
  demo: 'Demo',
  title: (week) => `The week of ${week}`,
  opening:
    'What customers said last week, what we promised them, and what to mend. The week before it stands in brackets.',
  section: {
    week: 'Complaints',
    money: 'Money',
    promises: 'Promises',
    small: 'Authors few people hear (under 100 followers, or not known)',
    failures: 'What to mend: kinds of failure',
    locations: 'Where',
    causes: 'Causes',
  },
  label: {
    complaints: 'Complaints',
    unanswered: 'Still without an answer',
    answer: 'Half had an answer within',
    lostContacts: 'Customers lost',
    lost: 'Lost',
    saved: 'Saved',
    atRisk: 'At risk now',
    cost: 'Fixes cost',
    broken: 'Broken',
    kept: 'Kept',
    smallCases: 'Their complaints',
    smallUnanswered: 'Of these without an answer',
  },
  before: (value) => `(before: ${value})`,
  range: (from, to, middle) => `${from} to ${to}, ${middle} in the middle`,
  notReached: 'more than half still have no answer',
  nobody: 'there were no complaints',
  moneyNote:
    'Lost: the customer left, was not helped, or waited two weeks without an answer. Amounts come from the value of a contact that the director set.',
  open: 'Open the reports',
  footer:
    'This letter comes every Monday. Every number can be reckoned again from the histories of the cases.',
  failure: {
    not_delivered: 'not delivered',
    charged_without_consent: 'charged without consent',
    rude_staff: 'rude staff',
    no_answer: 'no answer',
    sent_in_circles: 'sent in circles',
    broken_promise: 'broken promise',
    defective_product: 'defective product',
    refund_refused: 'refund refused',
    unsafe_product: 'unsafe product',
    data_leak: 'data leak',
    other: 'other',
  },
};

/** The words of digests in the languages of the interface. */
export const digestWords: Readonly<Record<LetterLanguage, DigestWords>> = { uk, ru, en };
