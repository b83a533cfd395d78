import { validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects a Facebook Page, checked. */
export interface FacebookSettings {
  readonly pageId: string;
  readonly pageToken: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly apiVersion: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a page. */
export const facebookFields: readonly SettingField[] = [
  { key: 'pageId', labelKey: 'source.facebook.pageId', required: true, pattern: '\\d{1,32}' },
  {
    key: 'pageToken',
    labelKey: 'source.facebook.pageToken',
    required: true,
    secret: true,
    pattern: '\\S{8,1000}',
  },
  { key: 'appId', labelKey: 'source.facebook.appId', required: true, pattern: '\\d{1,32}' },
  {
    key: 'appSecret',
    labelKey: 'source.facebook.appSecret',
    required: true,
    secret: true,
    pattern: '\\S{8,200}',
  },
  {
    key: 'apiVersion',
    labelKey: 'source.facebook.apiVersion',
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
export function validateFacebook(values: unknown): Validated<FacebookSettings> {
  const checked = validateFields(facebookFields, values);
  if (!checked.ok) return checked;
  const {
    pageId = '',
    pageToken = '',
    appId = '',
    appSecret = '',
    apiVersion = '',
    backfillDays,
  } = checked.settings;
  return {
    ok: true,
    settings: { pageId, pageToken, appId, appSecret, apiVersion, backfillDays: Number(backfillDays) },
  };
}
