import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one seller's account on Ozon, checked. */
export interface OzonSettings {
  readonly clientId: string;
  readonly apiKey: string;
  /** Whether questions about goods are read beside reviews. */
  readonly questions: boolean;
  /** The name that the shop's answers to questions bear. */
  readonly shopName?: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a seller's account. */
export const ozonFields: readonly SettingField[] = [
  {
    key: 'clientId',
    label: { ru: 'Client ID продавца', uk: 'Client ID продавця', en: "Seller's Client ID" },
    required: true,
    pattern: '\\d{1,20}',
  },
  {
    key: 'apiKey',
    label: { ru: 'Ключ API', uk: 'Ключ API', en: 'API key' },
    required: true,
    secret: true,
    pattern: '[\\w-]{16,200}',
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
        label: { ru: 'Отзывы и вопросы', uk: 'Відгуки й запитання', en: 'Reviews and questions' },
      },
      { value: 'reviews', label: { ru: 'Только отзывы', uk: 'Лише відгуки', en: 'Reviews only' } },
    ],
    defaultValue: 'all',
  },
  {
    key: 'shopName',
    label: {
      ru: 'Название магазина, как оно стоит под ответами на вопросы',
      uk: 'Назва магазину, як вона стоїть під відповідями на запитання',
      en: 'Name of the shop, as answers to questions bear it',
    },
    required: false,
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateOzon(values: unknown): Validated<OzonSettings> {
  const checked = validateFields(ozonFields, values);
  if (!checked.ok) return checked;
  const { clientId = '', apiKey = '', reads, shopName } = checked.settings;
  const days = Number(checked.settings['backfillDays']);
  const settings = { clientId, apiKey, questions: reads === 'all', shopName, backfillDays: days };
  return { ok: true, settings };
}
