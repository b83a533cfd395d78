import { verifyTokenField } from '../graph-push.js';
import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects a Facebook Page, checked. */
export interface FacebookSettings {
  readonly pageId: string;
  readonly pageToken: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly apiVersion: string;
  /** Present where webhooks are wanted. */
  readonly verifyToken?: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a page. */
export const facebookFields: readonly SettingField[] = [
  {
    key: 'pageId',
    label: { ru: 'Номер страницы', uk: 'Номер сторінки', en: 'Page id' },
    required: true,
    pattern: '\\d{1,32}',
  },
  {
    key: 'pageToken',
    label: { ru: 'Токен страницы', uk: 'Токен сторінки', en: 'Page token' },
    required: true,
    secret: true,
    pattern: '\\S{8,1000}',
  },
  {
    key: 'appId',
    label: { ru: 'Номер приложения', uk: 'Номер застосунку', en: 'App id' },
    required: true,
    pattern: '\\d{1,32}',
  },
  {
    key: 'appSecret',
    label: { ru: 'Секрет приложения', uk: 'Секрет застосунку', en: 'App secret' },
    required: true,
    secret: true,
    pattern: '\\S{8,200}',
  },
  {
    key: 'apiVersion',
    label: { ru: 'Версия Graph API', uk: 'Версія Graph API', en: 'Graph API version' },
    required: false,
    pattern: 'v\\d+\\.\\d+',
    defaultValue: 'v26.0',
  },
  verifyTokenField,
  backfillDays,
];

/** Checks what was filled in. */
export function validateFacebook(values: unknown): Validated<FacebookSettings> {
  const checked = validateFields(facebookFields, values);
  if (!checked.ok) return checked;
  const { pageId = '', pageToken = '', appId = '', appSecret = '', apiVersion = '' } = checked.settings;
  const verifyToken = checked.settings['verifyToken'];
  const backfill = Number(checked.settings['backfillDays']);
  return {
    ok: true,
    settings: {
      ...{ pageId, pageToken, appId, appSecret, apiVersion, backfillDays: backfill },
      ...(verifyToken && { verifyToken }),
    },
  };
}
