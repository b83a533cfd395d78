import { pushAccountField, pushTokenField } from './google.push.js';
import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one location of a Google Business Profile, checked. */
export interface GoogleSettings {
  readonly accountId: string;
  readonly locationId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a location. */
export const googleFields: readonly SettingField[] = [
  {
    key: 'accountId',
    label: { ru: 'Номер аккаунта', uk: 'Номер акаунта', en: 'Account id' },
    required: true,
    pattern: '\\d{1,32}',
  },
  {
    key: 'locationId',
    label: { ru: 'Номер точки', uk: 'Номер точки', en: 'Location id' },
    required: true,
    pattern: '\\d{1,32}',
  },
  {
    key: 'clientId',
    label: { ru: 'Идентификатор клиента OAuth', uk: 'Ідентифікатор клієнта OAuth', en: 'OAuth client id' },
    required: true,
    pattern: '\\S{3,300}',
  },
  {
    key: 'clientSecret',
    label: { ru: 'Секрет клиента OAuth', uk: 'Секрет клієнта OAuth', en: 'OAuth client secret' },
    required: true,
    secret: true,
    pattern: '\\S{8,300}',
  },
  {
    key: 'refreshToken',
    label: { ru: 'Токен обновления', uk: 'Токен оновлення', en: 'Refresh token' },
    required: true,
    secret: true,
    pattern: '\\S{8,1000}',
  },
  pushTokenField,
  pushAccountField,
  backfillDays,
];

/** Checks what was filled in. */
export function validateGoogle(values: unknown): Validated<GoogleSettings> {
  const checked = validateFields(googleFields, values);
  if (!checked.ok) return checked;
  const {
    accountId = '',
    locationId = '',
    clientId = '',
    clientSecret = '',
    refreshToken = '',
  } = checked.settings;
  const backfill = Number(checked.settings['backfillDays']);
  return {
    ok: true,
    settings: { accountId, locationId, clientId, clientSecret, refreshToken, backfillDays: backfill },
  };
}
