import type { Playbook } from '@heard/core';

/** What was sold is broken, wrong or not as described. */
export const defectiveProduct: Playbook = {
  failure: 'defective_product',
  title: { ru: 'Бракованный товар', uk: 'Бракований товар', en: 'Defective product' },
  steps: [
    {
      key: 'answer_in_public',
      goal: 'public_answer',
      withinMinutes: 60,
      clock: 'customer',
      hint: {
        ru:
          'Назовите вещь и дефект так, как их описал клиент, и скажите, кто этим занят. Не ' +
          'просите повторить то, что он уже пробовал, и не намекайте, что сломал он сам.',
        uk:
          'Назвіть річ і дефект так, як їх описав клієнт, і скажіть, хто цим зайнятий. Не просіть ' +
          'повторити те, що він уже пробував, і не натякайте, що зламав він сам.',
        en:
          'Name the thing and the fault as the customer described them, and who is on it. Do not ' +
          'ask them to repeat what they have tried, and do not hint that they broke it.',
      },
    },
    {
      key: 'ask_what_matters',
      goal: 'private_follow_up',
      withinMinutes: 240,
      clock: 'customer',
      hint: {
        ru:
          'Фото просите одно и только если его ещё нет; покупку найдите сами по телефону или ' +
          'дате. Спросите, что важнее: такая же вещь или деньги.',
        uk:
          'Фото просіть одне і лише якщо його ще немає; покупку знайдіть самі за телефоном або ' +
          'датою. Запитайте, що важливіше: така сама річ чи гроші.',
        en:
          'Ask for one photo, and only if there is none yet; find the purchase yourself by phone ' +
          'or date. Ask which matters more: the same thing, working, or the money.',
      },
    },
    {
      key: 'offer',
      goal: 'offer',
      withinMinutes: 480,
      clock: 'customer',
      hint: {
        ru:
          'Замена, ремонт или деньги на выбор клиента, у каждого варианта свой день. Забираем ' +
          'сами: возить наш брак через весь город он не должен.',
        uk:
          'Заміна, ремонт або гроші на вибір клієнта, у кожного варіанта свій день. Забираємо ' +
          'самі: возити наш брак через усе місто він не мусить.',
        en:
          'Replacement, repair or money, as the customer chooses, each with its day. We collect ' +
          'it: carrying our faulty goods across town is not their job.',
      },
    },
    {
      key: 'works_at_home',
      goal: 'fix_done',
      withinMinutes: 4320,
      clock: 'customer',
      hint: {
        ru:
          'Замену проверьте до отправки и напишите, что именно проверили. Готово, когда вещь ' +
          'работает у клиента, а не когда её отдали курьеру.',
        uk:
          'Заміну перевірте перед відправленням і напишіть, що саме перевірили. Готово, коли річ ' +
          'працює в клієнта, а не коли її віддали кур’єрові.',
        en:
          'Check the replacement before it leaves and say what you checked. It is done when it ' +
          'works at the customer’s home, not when the courier has it.',
      },
    },
    {
      key: 'report',
      goal: 'report_sent',
      withinMinutes: 5760,
      clock: 'customer',
      hint: {
        ru:
          'Напишите, что нашли в возвращённой вещи: завод, склад или перевозка. Скажите, ' +
          'проверены ли остальные из той же партии.',
        uk:
          'Напишіть, що знайшли в поверненій речі: завод, склад чи перевезення. Скажіть, чи ' +
          'перевірено решту з тієї самої партії.',
        en:
          'Write what was found in the returned item: factory, store or transport. Say whether ' +
          'the others of the batch have been checked.',
      },
    },
  ],
  ladder: [
    'checked_replacement',
    'free_repair',
    'brought_in_person',
    'collected_by_us',
    'full_refund',
    'credit_for_next_order',
  ],
  closesWith: ['redelivery', 'correction', 'refund', 'personal_action', 'compensation'],
};
