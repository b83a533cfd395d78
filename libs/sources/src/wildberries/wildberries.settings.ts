import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one seller's account on Wildberries, checked. */
export interface WildberriesSettings {
  readonly token: string;
  /** Whether questions about goods are read beside reviews. */
  readonly questions: boolean;
  /** Whether chats with buyers and claims for returns are read too. */
  readonly inPrivate: boolean;
  /** The marketplace for trying things out, with reviews and questions only. */
  readonly sandbox: boolean;
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
      ru: 'Что читать',
      uk: 'Що читати',
      en: 'What to read',
    },
    required: false,
    choices: [
      {
        value: 'all',
        label: {
          ru: 'Всё: отзывы, вопросы, чаты с покупателями и заявки на возврат',
          uk: 'Усе: відгуки, запитання, чати з покупцями й заявки на повернення',
          en: 'All: reviews, questions, chats with buyers and claims for returns',
        },
      },
      {
        value: 'public',
        label: { ru: 'Отзывы и вопросы', uk: 'Відгуки й запитання', en: 'Reviews and questions' },
      },
      { value: 'reviews', label: { ru: 'Только отзывы', uk: 'Лише відгуки', en: 'Reviews only' } },
    ],
    defaultValue: 'all',
  },
  {
    key: 'contour',
    label: { ru: 'Магазин', uk: 'Магазин', en: 'Shop' },
    required: false,
    choices: [
      {
        value: 'live',
        label: { ru: 'Настоящий', uk: 'Справжній', en: 'The real one' },
      },
      {
        value: 'sandbox',
        label: {
          ru: 'Тестовый контур: только отзывы и вопросы',
          uk: 'Тестовий контур: лише відгуки й запитання',
          en: 'The sandbox: reviews and questions only',
        },
      },
    ],
    defaultValue: 'live',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateWildberries(values: unknown): Validated<WildberriesSettings> {
  const checked = validateFields(wildberriesFields, values);
  if (!checked.ok) return checked;
  const { token = '', reads } = checked.settings;
  const days = Number(checked.settings['backfillDays']);
  const sandbox = checked.settings['contour'] === 'sandbox';
  const inPrivate = reads === 'all' && !sandbox;
  const questions = reads !== 'reviews';
  return { ok: true, settings: { token, questions, inPrivate, sandbox, backfillDays: days } };
}
