import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one VK community, checked. */
export interface VkSettings {
  readonly groupId: string;
  /** A service or user token: it reads. */
  readonly accessToken: string;
  /** The community's own token: it answers. */
  readonly communityToken: string;
  readonly callbackSecret?: string;
  readonly callbackConfirmation?: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a community. */
export const vkFields: readonly SettingField[] = [
  {
    key: 'groupId',
    label: { ru: 'Номер сообщества', uk: 'Номер спільноти', en: 'Community id' },
    required: true,
    pattern: '[1-9]\\d{0,18}',
  },
  {
    key: 'accessToken',
    label: {
      ru: 'Сервисный ключ приложения или ключ пользователя',
      uk: 'Сервісний ключ застосунку або ключ користувача',
      en: 'Service token of an app, or user token',
    },
    required: true,
    secret: true,
    pattern: '\\S{8,500}',
  },
  {
    key: 'communityToken',
    label: { ru: 'Ключ доступа сообщества', uk: 'Ключ доступу спільноти', en: 'Community token' },
    required: true,
    secret: true,
    pattern: '\\S{8,500}',
  },
  {
    key: 'callbackSecret',
    label: {
      ru: 'Секретный ключ Callback API',
      uk: 'Секретний ключ Callback API',
      en: 'Callback API secret',
    },
    required: false,
    secret: true,
    pattern: '[\\w-]{8,50}',
  },
  {
    key: 'callbackConfirmation',
    label: {
      ru: 'Строка подтверждения Callback API',
      uk: 'Рядок підтвердження Callback API',
      en: 'Callback API confirmation string',
    },
    required: false,
    pattern: '[\\w-]{4,64}',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateVk(values: unknown): Validated<VkSettings> {
  const checked = validateFields(vkFields, values);
  if (!checked.ok) return checked;
  const {
    groupId = '',
    accessToken = '',
    communityToken = '',
    callbackSecret,
    callbackConfirmation,
  } = checked.settings;
  const given = { groupId, accessToken, communityToken, callbackSecret, callbackConfirmation };
  return { ok: true, settings: { ...given, backfillDays: Number(checked.settings['backfillDays']) } };
}
