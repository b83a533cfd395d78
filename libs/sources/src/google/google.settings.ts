import { validateFields, type SettingField, type Validated } from '../settings.js';

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
  { key: 'accountId', labelKey: 'source.google.accountId', required: true, pattern: '\\d{1,32}' },
  { key: 'locationId', labelKey: 'source.google.locationId', required: true, pattern: '\\d{1,32}' },
  { key: 'clientId', labelKey: 'source.google.clientId', required: true, pattern: '\\S{3,300}' },
  {
    key: 'clientSecret',
    labelKey: 'source.google.clientSecret',
    required: true,
    secret: true,
    pattern: '\\S{8,300}',
  },
  {
    key: 'refreshToken',
    labelKey: 'source.google.refreshToken',
    required: true,
    secret: true,
    pattern: '\\S{8,1000}',
  },
  {
    key: 'backfillDays',
    labelKey: 'source.backfillDays',
    required: false,
    pattern: '[1-9]\\d{0,3}',
    defaultValue: '30',
  },
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
  const backfillDays = Number(checked.settings['backfillDays']);
  return {
    ok: true,
    settings: { accountId, locationId, clientId, clientSecret, refreshToken, backfillDays },
  };
}
