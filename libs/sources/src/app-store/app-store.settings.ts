import type { KeyObject } from 'node:crypto';
import { privateKeyOf } from '../jwt.js';
import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one app of ours by a key of App Store Connect. */
export interface AppStoreSettings {
  readonly appId: string;
  readonly keyId: string;
  /** Of a team key; a person's own key has none. */
  readonly issuerId?: string;
  readonly key: KeyObject;
  readonly backfillDays: number;
}

/** What Apple's public feed of an app's reviews takes. */
export interface AppStoreFeed {
  readonly appId: string;
  readonly countries: readonly string[];
  readonly backfillDays: number;
}

/** One of the two ways to an app's reviews. */
export type AppStoreWay = { readonly byKey: AppStoreSettings } | { readonly byFeed: AppStoreFeed };

/** What a person fills in to connect an app: a key, or countries. */
export const appStoreFields: readonly SettingField[] = [
  {
    key: 'appId',
    label: {
      ru: 'Номер приложения (Apple ID)',
      uk: 'Номер застосунку (Apple ID)',
      en: 'App id (Apple ID)',
    },
    required: true,
    pattern: '\\d{1,32}',
  },
  {
    key: 'keyId',
    label: {
      ru: 'Идентификатор ключа App Store Connect (Key ID)',
      uk: 'Ідентифікатор ключа App Store Connect (Key ID)',
      en: 'App Store Connect key id',
    },
    required: false,
    pattern: '[\\w-]{3,64}',
  },
  {
    key: 'issuerId',
    label: {
      ru: 'Issuer ID командного ключа (у личного ключа его нет)',
      uk: 'Issuer ID командного ключа (в особистого ключа його немає)',
      en: 'Issuer id of a team key (an individual key has none)',
    },
    required: false,
    pattern: '[\\w-]{3,64}',
  },
  {
    key: 'privateKey',
    label: {
      ru: 'Закрытый ключ: текст файла .p8',
      uk: 'Закритий ключ: текст файлу .p8',
      en: 'Private key: the text of the .p8 file',
    },
    required: false,
    secret: true,
    pattern: '[\\s\\S]{100,4000}',
  },
  {
    key: 'countries',
    label: {
      ru: 'Страны, если ключа нет (только чтение): например ua, pl',
      uk: 'Країни, якщо ключа немає (лише читання): наприклад ua, pl',
      en: 'Countries, where there is no key (read only): such as ua, pl',
    },
    required: false,
    pattern: '[A-Za-z]{2}([\\s,;]+[A-Za-z]{2})*',
  },
  backfillDays,
];

const KEY = ['keyId', 'privateKey'];

/** Checks what was filled in: countries, or a key of the kind that Apple makes, P-256. */
export function validateAppStore(values: unknown): Validated<AppStoreWay> {
  const checked = validateFields(appStoreFields, values);
  if (!checked.ok) return checked;
  const { settings } = checked;
  const { appId = '', keyId, issuerId, privateKey, countries } = settings;
  const app = { appId, backfillDays: Number(settings['backfillDays']) };
  if (keyId !== undefined && privateKey !== undefined) {
    const key = privateKeyOf(privateKey);
    if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
      return { ok: false, errors: [{ key: 'privateKey', code: 'malformed' }] };
    return { ok: true, settings: { byKey: { ...app, keyId, ...(issuerId && { issuerId }), key } } };
  }
  const isBegun = [keyId, issuerId, privateKey].some((part) => part !== undefined);
  if (countries === undefined || isBegun) {
    const lacking = isBegun ? KEY.filter((key) => settings[key] === undefined) : ['countries'];
    return { ok: false, errors: lacking.map((key) => ({ key, code: 'required' })) };
  }
  const each = new Set(countries.toLowerCase().split(/[\s,;]+/));
  return { ok: true, settings: { byFeed: { ...app, countries: [...each] } } };
}
