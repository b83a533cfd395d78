import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one seller's account on Wildberries, checked. */
export interface WildberriesSettings {
  readonly token: string;
  /** Whether questions about goods are read beside reviews. */
  readonly questions: boolean;
  readonly backfillDays: number;
}

/** What a person fills in to connect a seller's account. */
export const wildberriesFields: readonly SettingField[] = [
  {
    key: 'token',
    label: {
      ru: 'Токен категории «Вопросы и отзывы»',
      uk: 'Токен категорії «Вопросы и отзывы»',
      en: 'Token of the category «Вопросы и отзывы»',
    },
    required: true,
    secret: true,
    pattern: '[\\w-]+\\.[\\w-]+\\.[\\w-]+',
  },
  {
    key: 'reads',
    label: {
      ru: 'Что читать: all (отзывы и вопросы) или reviews (только отзывы)',
      uk: 'Що читати: all (відгуки й запитання) або reviews (лише відгуки)',
      en: 'What to read: all (reviews and questions) or reviews',
    },
    required: false,
    choices: ['all', 'reviews'],
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
  return { ok: true, settings: { token, questions: reads === 'all', backfillDays: days } };
}
