import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one cabinet of Yandex Market, checked. */
export interface YandexMarketSettings {
  readonly businessId: string;
  readonly apiKey: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a cabinet. */
export const yandexMarketFields: readonly SettingField[] = [
  {
    key: 'businessId',
    label: {
      ru: 'Идентификатор кабинета',
      uk: 'Ідентифікатор кабінету',
      en: 'Business id (идентификатор кабинета)',
    },
    required: true,
    pattern: '[1-9]\\d{0,18}',
  },
  {
    key: 'apiKey',
    label: { ru: 'Токен Api-Key', uk: 'Токен Api-Key', en: 'Api-Key token' },
    required: true,
    secret: true,
    pattern: '[\\w:.-]{8,200}',
  },
  {
    key: 'notificationSecret',
    label: {
      ru: 'Секрет адреса уведомлений (придумайте сами; без него уведомления не принимаются)',
      uk: 'Секрет адреси сповіщень (вигадайте самі; без нього сповіщення не приймаються)',
      en: 'Secret of the notification address (make one up; without it notifications are not taken)',
    },
    required: false,
    secret: true,
    pattern: '[\\w-]{16,100}',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateYandexMarket(values: unknown): Validated<YandexMarketSettings> {
  const checked = validateFields(yandexMarketFields, values);
  if (!checked.ok) return checked;
  const { businessId = '', apiKey = '' } = checked.settings;
  return {
    ok: true,
    settings: { businessId, apiKey, backfillDays: Number(checked.settings['backfillDays']) },
  };
}
