import type { DecisionChoice } from '../platform-entry.js';

const WORDS = { minLength: 10, maxLength: 1_000, unit: 'characters' } as const;

/** What a seller may decide about a claim, by Wildberries' own names; each claim lists those that it allows. */
export const claimChoices: Readonly<Record<string, DecisionChoice>> = {
  approve1: {
    label: {
      ru: 'Одобрить с проверкой брака',
      uk: 'Схвалити з перевіркою браку',
      en: 'Approve, with a check for the defect',
    },
    hint: {
      ru: 'Деньги вернутся покупателю после возврата товара. Склад проверит его: брак отправят вам, остальное вернут в продажу.',
      uk: 'Гроші повернуть покупцеві після повернення товару. Склад перевірить його: брак надішлють вам, решту повернуть у продаж.',
      en: 'The buyer gets the money once the goods are returned. The warehouse checks them: what is defective is sent to you, the rest goes back on sale.',
    },
  },
  approve2: {
    label: {
      ru: 'Одобрить и забрать товар',
      uk: 'Схвалити й забрати товар',
      en: 'Approve, and take the goods back',
    },
    hint: {
      ru: 'Деньги вернутся покупателю после возврата товара, товар отправят вам.',
      uk: 'Гроші повернуть покупцеві після повернення товару, товар надішлють вам.',
      en: 'The buyer gets the money once the goods are returned; the goods are sent to you.',
    },
  },
  autorefund1: {
    label: {
      ru: 'Одобрить без возврата товара',
      uk: 'Схвалити без повернення товару',
      en: 'Approve, without a return of the goods',
    },
    hint: {
      ru: 'Деньги вернутся покупателю сразу, товар останется у него.',
      uk: 'Гроші повернуть покупцеві одразу, товар залишиться в нього.',
      en: 'The buyer gets the money and keeps the goods.',
    },
  },
  reject1: {
    label: {
      ru: 'Отклонить: брак не обнаружен',
      uk: 'Відхилити: браку не виявлено',
      en: 'Reject: no defect was found',
    },
    hint: {
      ru: 'Покупателю напишут по шаблону: подтвердить брак не удалось, помогут экспертиза или сервисный центр.',
      uk: 'Покупцеві напишуть за шаблоном: підтвердити брак не вдалося, допоможуть експертиза або сервісний центр.',
      en: 'The buyer is written a set text: the defect could not be confirmed; an independent examination or a service centre can help.',
    },
  },
  reject2: {
    label: {
      ru: 'Отклонить: нужны фото или видео',
      uk: 'Відхилити: потрібні фото або відео',
      en: 'Reject: photos or a video are needed',
    },
    hint: {
      ru: 'Покупателя по шаблону попросят создать новую заявку с фото товара, брака и упаковки.',
      uk: 'Покупця за шаблоном попросять створити нову заявку з фото товару, браку й упаковки.',
      en: 'A set text asks the buyer for a new claim with photos of the goods, the defect and the packaging.',
    },
  },
  reject3: {
    label: {
      ru: 'Отклонить: направить в сервисный центр',
      uk: 'Відхилити: скерувати до сервісного центру',
      en: 'Reject: refer to a service centre',
    },
    hint: {
      ru: 'Покупателя по шаблону попросят получить заключение сервисного центра и создать новую заявку.',
      uk: 'Покупця за шаблоном попросять отримати висновок сервісного центру й створити нову заявку.',
      en: 'A set text asks the buyer to get a report from a service centre and to make a new claim.',
    },
  },
  rejectcustom: {
    label: {
      ru: 'Отклонить своими словами',
      uk: 'Відхилити своїми словами',
      en: 'Reject in your own words',
    },
    hint: {
      ru: 'Покупатель увидит ваш комментарий.',
      uk: 'Покупець побачить ваш коментар.',
      en: 'The buyer sees your comment.',
    },
    comment: { ...WORDS, required: true },
  },
  approvecc1: {
    label: {
      ru: 'Одобрить с возвратом в ваш магазин',
      uk: 'Схвалити з поверненням до вашого магазину',
      en: 'Approve, with a return to your shop',
    },
    hint: {
      ru: 'Покупатель принесёт товар вам; в комментарии можно дать телефон и часы работы. Потом подтвердите приёмку или отклоните заявку.',
      uk: 'Покупець принесе товар вам; у коментарі можна вказати телефон і години роботи. Потім підтвердьте приймання або відхиліть заявку.',
      en: 'The buyer brings the goods to you; the comment may give a phone number and opening hours. Afterwards confirm the return, or reject the claim.',
    },
    comment: { ...WORDS, required: false },
  },
  confirmreturngoodcc1: {
    label: {
      ru: 'Подтвердить приёмку товара',
      uk: 'Підтвердити приймання товару',
      en: 'Confirm that the goods came back',
    },
    hint: {
      ru: 'Товар у вас: деньги вернутся покупателю.',
      uk: 'Товар у вас: гроші повернуть покупцеві.',
      en: 'You have the goods: the buyer gets the money back.',
    },
  },
};
