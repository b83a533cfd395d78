import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** Which texts are read: reviews of the shop, comments and questions about its goods, or both. */
export type RozetkaReads = 'all' | 'shop' | 'goods';

/** What connects one shop on Rozetka, checked. */
export interface RozetkaSettings {
  readonly username: string;
  readonly password: string;
  readonly reads: RozetkaReads;
  readonly backfillDays: number;
}

/** What a person fills in to connect a shop. */
export const rozetkaFields: readonly SettingField[] = [
  {
    key: 'username',
    label: {
      ru: 'Логин менеджера в кабинете продавца',
      uk: 'Логін менеджера в кабінеті продавця',
      en: "Manager's login in the seller's cabinet",
    },
    required: true,
    pattern: '\\S{1,200}',
  },
  {
    key: 'password',
    label: { ru: 'Пароль', uk: 'Пароль', en: 'Password' },
    required: true,
    secret: true,
    pattern: '.{1,200}',
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
          ru: 'Всё: о магазине и о товарах',
          uk: 'Усе: про магазин і про товари',
          en: 'All, of the shop and of goods',
        },
      },
      {
        value: 'shop',
        label: { ru: 'Отзывы о магазине', uk: 'Відгуки про магазин', en: 'Reviews of the shop' },
      },
      {
        value: 'goods',
        label: {
          ru: 'Отзывы и вопросы о товарах',
          uk: 'Відгуки й запитання про товари',
          en: 'Reviews and questions about goods',
        },
      },
    ],
    defaultValue: 'all',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateRozetka(values: unknown): Validated<RozetkaSettings> {
  const checked = validateFields(rozetkaFields, values);
  if (!checked.ok) return checked;
  const { username = '', password = '', reads } = checked.settings;
  const days = Number(checked.settings['backfillDays']);
  return { ok: true, settings: { username, password, reads: reads as RozetkaReads, backfillDays: days } };
}
