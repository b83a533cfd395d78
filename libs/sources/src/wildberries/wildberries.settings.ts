import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one seller's account on Wildberries, checked. */
export interface WildberriesSettings {
  readonly token: string;
  /** Whether questions about goods are read beside reviews. */
  readonly questions: boolean;
  /** Whether chats with buyers and claims for returns are read too. */
  readonly inPrivate: boolean;
  readonly backfillDays: number;
}

/** What a person fills in to connect a seller's account. */
export const wildberriesFields: readonly SettingField[] = [
  {
    key: 'token',
    label: {
      ru: 'Токен категорий «Вопросы и отзывы», «Чат с покупателями», «Возвраты покупателями»',
      uk: 'Токен категорій «Вопросы и отзывы», «Чат с покупателями», «Возвраты покупателями»',
      en: 'Token of the categories «Вопросы и отзывы», «Чат с покупателями», «Возвраты покупателями»',
    },
    required: true,
    secret: true,
    pattern: '[\\w-]+\\.[\\w-]+\\.[\\w-]+',
  },
  {
    key: 'reads',
    label: {
      ru: 'Что читать: all (отзывы, вопросы, чаты с покупателями и заявки на возврат), public (отзывы и вопросы) или reviews (только отзывы)',
      uk: 'Що читати: all (відгуки, запитання, чати з покупцями й заявки на повернення), public (відгуки й запитання) або reviews (лише відгуки)',
      en: 'What to read: all (reviews, questions, chats with buyers and claims for returns), public (reviews and questions) or reviews',
    },
    required: false,
    choices: ['all', 'public', 'reviews'],
    defaultValue: 'all',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateWildberries(values: unknown): Validated<WildberriesSettings> {
  const checked = validateFields(wildberriesFields, values);
  if (!checked.ok) return checked;
  const { token = '', reads } = checked.settings;
  const days = Number(checked.settings['backfillDays']);
  const inPrivate = reads === 'all';
  return { ok: true, settings: { token, questions: reads !== 'reviews', inPrivate, backfillDays: days } };
}
