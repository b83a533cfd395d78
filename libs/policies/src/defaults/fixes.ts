import { type ApprovalLimit, type CatalogueFix, type Cost, failureKinds } from '@heard/core';

const uah = (hryvnias: number): Cost => ({ amountMinor: hryvnias * 100, currency: 'UAH' });

/** What costs nothing needs nobody; up to 500 UAH a manager decides alone, up to 3 000 the lead, up to 20 000 the director. */
const usual: readonly ApprovalLimit[] = [
  { role: 'manager', upToMinor: 50_000 },
  { role: 'lead', upToMinor: 300_000 },
  { role: 'director', upToMinor: 2_000_000 },
];

/** What a firm can offer from the first day on; amounts are in UAH until the workspace's currency is known. */
export const defaultFixes: readonly CatalogueFix[] = [
  {
    key: 'apology_by_name',
    kind: 'apology',
    title: {
      ru: 'Извинение от конкретного человека',
      uk: 'Вибачення від конкретної людини',
      en: 'Apology from a named person',
    },
    failures: failureKinds,
    approval: usual,
  },
  {
    key: 'what_happened',
    kind: 'explanation',
    title: {
      ru: 'Объяснение, что произошло и почему',
      uk: 'Пояснення, що сталося й чому',
      en: 'Explanation of what happened and why',
    },
    failures: failureKinds,
    approval: usual,
  },
  {
    key: 'account_of_charges',
    kind: 'explanation',
    title: {
      ru: 'Расшифровка всех списаний с датами',
      uk: 'Розшифрування всіх списань із датами',
      en: 'Every charge listed with its date',
    },
    failures: ['charged_without_consent', 'refund_refused'],
    approval: usual,
  },
  {
    key: 'service_switched_off',
    kind: 'correction',
    title: {
      ru: 'Отключение навязанной услуги и автопродления',
      uk: 'Вимкнення нав’язаної послуги та автопродовження',
      en: 'Unwanted service and automatic renewal switched off',
    },
    failures: ['charged_without_consent'],
    approval: usual,
  },
  {
    key: 'access_closed',
    kind: 'correction',
    title: {
      ru: 'Закрытие доступа и удаление раскрытых данных',
      uk: 'Закриття доступу та видалення розкритих даних',
      en: 'Access closed and exposed data removed',
    },
    failures: ['data_leak'],
    approval: usual,
  },
  {
    key: 'danger_removed',
    kind: 'correction',
    title: {
      ru: 'Устранение опасности на месте',
      uk: 'Усунення небезпеки на місці',
      en: 'Danger removed on the spot',
    },
    failures: ['unsafe_product'],
    approval: usual,
  },
  {
    key: 'seen_through',
    kind: 'correction',
    title: {
      ru: 'Решение вопроса до конца одним человеком',
      uk: 'Вирішення питання до кінця однією людиною',
      en: 'The matter seen through by one person',
    },
    failures: ['no_answer', 'sent_in_circles', 'broken_promise', 'rude_staff', 'other'],
    approval: usual,
  },
  {
    key: 'refusal_reviewed',
    kind: 'correction',
    title: {
      ru: 'Пересмотр отказа другим сотрудником',
      uk: 'Перегляд відмови іншим працівником',
      en: 'Refusal reviewed by somebody else',
    },
    failures: ['refund_refused'],
    approval: usual,
  },
  {
    key: 'free_repair',
    kind: 'correction',
    title: {
      ru: 'Бесплатный ремонт с доставкой туда и обратно',
      uk: 'Безкоштовний ремонт із доставкою туди й назад',
      en: 'Free repair, carried both ways',
    },
    failures: ['defective_product'],
    cost: uah(400),
    approval: usual,
  },
  {
    key: 'redelivery_first',
    kind: 'redelivery',
    title: {
      ru: 'Повторная доставка вне очереди за наш счёт',
      uk: 'Повторна доставка поза чергою нашим коштом',
      en: 'Redelivery ahead of the queue at our cost',
    },
    failures: ['not_delivered', 'broken_promise'],
    cost: uah(200),
    approval: usual,
  },
  {
    key: 'part_now',
    kind: 'redelivery',
    title: {
      ru: 'То, что есть, сразу, остальное следом',
      uk: 'Те, що є, одразу, решта слідом',
      en: 'What we have at once, the rest to follow',
    },
    failures: ['not_delivered', 'broken_promise'],
    cost: uah(150),
    approval: usual,
  },
  {
    key: 'checked_replacement',
    kind: 'redelivery',
    title: {
      ru: 'Замена, проверенная перед отправкой',
      uk: 'Заміна, перевірена перед відправленням',
      en: 'Replacement, checked before it leaves',
    },
    failures: ['defective_product', 'unsafe_product', 'refund_refused'],
    cost: uah(500),
    approval: usual,
  },
  {
    key: 'full_refund',
    kind: 'refund',
    title: {
      ru: 'Полный возврат тем же способом, каким платили',
      uk: 'Повне повернення в той самий спосіб, яким платили',
      en: 'Full refund the way it was paid',
    },
    failures: [
      'not_delivered',
      'charged_without_consent',
      'defective_product',
      'refund_refused',
      'unsafe_product',
      'broken_promise',
    ],
    approval: usual,
  },
  {
    key: 'credit_for_next_order',
    kind: 'compensation',
    title: {
      ru: 'Сумма на следующий заказ',
      uk: 'Сума на наступне замовлення',
      en: 'Credit towards the next order',
    },
    failures: [
      'not_delivered',
      'defective_product',
      'rude_staff',
      'broken_promise',
      'sent_in_circles',
      'no_answer',
      'other',
    ],
    cost: uah(200),
    approval: usual,
  },
  {
    key: 'gift_with_note',
    kind: 'compensation',
    title: {
      ru: 'Небольшой подарок с запиской от руки',
      uk: 'Невеликий подарунок із запискою від руки',
      en: 'Small gift with a handwritten note',
    },
    failures: ['not_delivered', 'rude_staff', 'broken_promise', 'sent_in_circles', 'no_answer', 'other'],
    cost: uah(150),
    approval: usual,
  },
  {
    key: 'brought_in_person',
    kind: 'personal_action',
    title: {
      ru: 'Менеджер сам привозит заказ',
      uk: 'Менеджер сам привозить замовлення',
      en: 'A manager brings the order in person',
    },
    failures: ['not_delivered', 'broken_promise', 'defective_product'],
    cost: uah(300),
    approval: usual,
  },
  {
    key: 'call_by_lead',
    kind: 'personal_action',
    title: {
      ru: 'Звонок руководителя в удобный клиенту час',
      uk: 'Дзвінок керівника у зручну для клієнта годину',
      en: 'A call from the lead at an hour the customer picks',
    },
    failures: [
      'unsafe_product',
      'data_leak',
      'charged_without_consent',
      'refund_refused',
      'rude_staff',
      'sent_in_circles',
      'no_answer',
      'other',
    ],
    approval: usual,
  },
  {
    key: 'collected_by_us',
    kind: 'personal_action',
    title: {
      ru: 'Сами забираем товар у клиента',
      uk: 'Самі забираємо товар у клієнта',
      en: 'We collect the goods ourselves',
    },
    failures: ['defective_product', 'unsafe_product', 'refund_refused'],
    cost: uah(200),
    approval: usual,
  },
  {
    key: 'cause_mended',
    kind: 'prevention',
    title: {
      ru: 'Устранение причины: кто и к какому дню',
      uk: 'Усунення причини: хто й до якого дня',
      en: 'Cause mended: by whom and by which day',
    },
    failures: failureKinds,
    approval: usual,
  },
];
