import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one seller's account on Ozon, checked. */
export interface OzonSettings {
  readonly clientId: string;
  readonly apiKey: string;
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
  backfillDays,
];

/** Checks what was filled in. */
export function validateOzon(values: unknown): Validated<OzonSettings> {
  const checked = validateFields(ozonFields, values);
  if (!checked.ok) return checked;
  const { clientId = '', apiKey = '' } = checked.settings;
  return { ok: true, settings: { clientId, apiKey, backfillDays: Number(checked.settings['backfillDays']) } };
}
