import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one business unit of Trustpilot, checked. */
export interface TrustpilotSettings {
  readonly businessUnitId: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** In whose name answers are given; without it there are none. */
  readonly businessUserId?: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a business unit. */
export const trustpilotFields: readonly SettingField[] = [
  {
    key: 'businessUnitId',
    label: {
      ru: 'Идентификатор компании (Business Unit ID)',
      uk: 'Ідентифікатор компанії (Business Unit ID)',
      en: 'Business unit id',
    },
    required: true,
    pattern: '[0-9a-zA-Z]{4,64}',
  },
  {
    key: 'apiKey',
    label: { ru: 'Ключ API', uk: 'Ключ API', en: 'API key' },
    required: true,
    secret: true,
    pattern: '[\\w-]{8,200}',
  },
  {
    key: 'apiSecret',
    label: { ru: 'Секрет API', uk: 'Секрет API', en: 'API secret' },
    required: true,
    secret: true,
    pattern: '\\S{8,200}',
  },
  {
    key: 'businessUserId',
    label: {
      ru: 'Идентификатор сотрудника (Business User ID), от имени которого отвечать',
      uk: 'Ідентифікатор працівника (Business User ID), від імені якого відповідати',
      en: 'Business user id to answer as',
    },
    required: false,
    pattern: '[0-9a-zA-Z]{4,64}',
  },
  {
    key: 'webhookSecret',
    label: {
      ru: 'Секрет адреса вебхука (придумайте сами; без него вебхук не принимается)',
      uk: 'Секрет адреси вебхука (вигадайте самі; без нього вебхук не приймається)',
      en: 'Secret of the webhook address (make one up; without it the webhook is not taken)',
    },
    required: false,
    secret: true,
    pattern: '[\\w-]{16,100}',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateTrustpilot(values: unknown): Validated<TrustpilotSettings> {
  const checked = validateFields(trustpilotFields, values);
  if (!checked.ok) return checked;
  const { businessUnitId = '', apiKey = '', apiSecret = '', businessUserId } = checked.settings;
  const access = { businessUnitId, apiKey, apiSecret, ...(businessUserId && { businessUserId }) };
  return { ok: true, settings: { ...access, backfillDays: Number(checked.settings['backfillDays']) } };
}
