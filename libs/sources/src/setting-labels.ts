import type { SettingField } from './settings.js';

/** A text in the three languages of the interface. */
export interface Label {
  readonly ru: string;
  readonly uk: string;
  readonly en: string;
}

const labels: Readonly<Record<string, Label>> = {
  'source.backfillDays': {
    ru: 'За сколько прошлых дней прочитать при подключении',
    uk: 'За скільки минулих днів прочитати під час підключення',
    en: 'Days to read back when connecting',
  },
  'source.facebook.pageId': { ru: 'Номер страницы', uk: 'Номер сторінки', en: 'Page id' },
  'source.facebook.pageToken': { ru: 'Токен страницы', uk: 'Токен сторінки', en: 'Page token' },
  'source.facebook.appId': { ru: 'Номер приложения', uk: 'Номер застосунку', en: 'App id' },
  'source.facebook.appSecret': { ru: 'Секрет приложения', uk: 'Секрет застосунку', en: 'App secret' },
  'source.facebook.apiVersion': { ru: 'Версия Graph API', uk: 'Версія Graph API', en: 'Graph API version' },
  'source.instagram.accountId': {
    ru: 'Номер профессионального аккаунта',
    uk: 'Номер професійного акаунта',
    en: 'Professional account id',
  },
  'source.instagram.token': { ru: 'Токен доступа', uk: 'Токен доступу', en: 'Access token' },
  'source.instagram.flavour': {
    ru: 'Вход: facebook (через страницу) или instagram (без неё)',
    uk: 'Вхід: facebook (через сторінку) або instagram (без неї)',
    en: 'Login: facebook (through a page) or instagram (without one)',
  },
  'source.instagram.appId': { ru: 'Номер приложения', uk: 'Номер застосунку', en: 'App id' },
  'source.instagram.appSecret': { ru: 'Секрет приложения', uk: 'Секрет застосунку', en: 'App secret' },
  'source.instagram.apiVersion': { ru: 'Версия Graph API', uk: 'Версія Graph API', en: 'Graph API version' },
  'source.google.accountId': { ru: 'Номер аккаунта', uk: 'Номер акаунта', en: 'Account id' },
  'source.google.locationId': { ru: 'Номер точки', uk: 'Номер точки', en: 'Location id' },
  'source.google.clientId': {
    ru: 'Идентификатор клиента OAuth',
    uk: 'Ідентифікатор клієнта OAuth',
    en: 'OAuth client id',
  },
  'source.google.clientSecret': {
    ru: 'Секрет клиента OAuth',
    uk: 'Секрет клієнта OAuth',
    en: 'OAuth client secret',
  },
  'source.google.refreshToken': { ru: 'Токен обновления', uk: 'Токен оновлення', en: 'Refresh token' },
};

/** What people read beside a field. */
export function labelOf(field: SettingField): Label {
  return labels[field.labelKey] ?? { ru: field.key, uk: field.key, en: field.key };
}
