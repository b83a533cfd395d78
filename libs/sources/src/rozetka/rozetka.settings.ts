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
      ru: 'Что читать: all (всё), shop (отзывы о магазине) или goods (отзывы и вопросы о товарах)',
      uk: 'Що читати: all (усе), shop (відгуки про магазин) або goods (відгуки й запитання про товари)',
      en: 'What to read: all, shop (reviews of the shop) or goods (reviews and questions about goods)',
    },
    required: false,
    choices: ['all', 'shop', 'goods'],
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
