import { validateFields, type SettingField, type Validated } from '../settings.js';

/** Which of the two Instagram APIs the account was connected by. */
export type InstagramFlavour = 'facebook' | 'instagram';

/** What connects an Instagram professional account, checked. */
export interface InstagramSettings {
  readonly accountId: string;
  readonly token: string;
  readonly flavour: InstagramFlavour;
  readonly appId?: string;
  readonly appSecret?: string;
  readonly apiVersion: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect an account. */
export const instagramFields: readonly SettingField[] = [
  { key: 'accountId', labelKey: 'source.instagram.accountId', required: true, pattern: '\\d{1,32}' },
  { key: 'token', labelKey: 'source.instagram.token', required: true, secret: true, pattern: '\\S{8,1000}' },
  {
    key: 'flavour',
    labelKey: 'source.instagram.flavour',
    required: false,
    choices: ['facebook', 'instagram'],
    defaultValue: 'facebook',
  },
  { key: 'appId', labelKey: 'source.instagram.appId', required: false, pattern: '\\d{1,32}' },
  {
    key: 'appSecret',
    labelKey: 'source.instagram.appSecret',
    required: false,
    secret: true,
    pattern: '\\S{8,200}',
  },
  {
    key: 'apiVersion',
    labelKey: 'source.instagram.apiVersion',
    required: false,
    pattern: 'v\\d+\\.\\d+',
    defaultValue: 'v26.0',
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
export function validateInstagram(values: unknown): Validated<InstagramSettings> {
  const checked = validateFields(instagramFields, values);
  if (!checked.ok) return checked;
  const {
    accountId = '',
    token = '',
    flavour,
    appId,
    appSecret,
    apiVersion = '',
    backfillDays,
  } = checked.settings;
  return {
    ok: true,
    settings: {
      accountId,
      token,
      flavour: flavour === 'instagram' ? 'instagram' : 'facebook',
      ...(appId !== undefined && { appId }),
      ...(appSecret !== undefined && { appSecret }),
      apiVersion,
      backfillDays: Number(backfillDays),
    },
  };
}
