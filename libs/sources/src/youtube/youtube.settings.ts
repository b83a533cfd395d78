import type { RefreshGrant } from '../google-grants.js';
import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one channel of YouTube, checked: a key to read, or the consent of the channel's owner to answer too. */
export interface YoutubeSettings {
  readonly channelId: string;
  readonly apiKey?: string;
  readonly consent?: RefreshGrant;
  readonly backfillDays: number;
}

/** What a person fills in to connect a channel. */
export const youtubeFields: readonly SettingField[] = [
  {
    key: 'channelId',
    label: {
      ru: 'Идентификатор канала (начинается с UC)',
      uk: 'Ідентифікатор каналу (починається з UC)',
      en: 'Channel id (begins with UC)',
    },
    required: true,
    pattern: '[\\w-]{3,64}',
  },
  {
    key: 'apiKey',
    label: {
      ru: 'Ключ API (если только читать)',
      uk: 'Ключ API (якщо лише читати)',
      en: 'API key (to read only)',
    },
    required: false,
    secret: true,
    pattern: '[\\w-]{8,200}',
  },
  {
    key: 'clientId',
    label: {
      ru: 'Идентификатор клиента OAuth (чтобы и отвечать)',
      uk: 'Ідентифікатор клієнта OAuth (щоб і відповідати)',
      en: 'OAuth client id (to answer too)',
    },
    required: false,
    pattern: '\\S{3,300}',
  },
  {
    key: 'clientSecret',
    label: { ru: 'Секрет клиента OAuth', uk: 'Секрет клієнта OAuth', en: 'OAuth client secret' },
    required: false,
    secret: true,
    pattern: '\\S{8,300}',
  },
  {
    key: 'refreshToken',
    label: { ru: 'Токен обновления', uk: 'Токен оновлення', en: 'Refresh token' },
    required: false,
    secret: true,
    pattern: '\\S{8,1000}',
  },
  backfillDays,
];

const CONSENT = ['clientId', 'clientSecret', 'refreshToken'];

/** Checks what was filled in: a key, or all three parts of a consent. */
export function validateYoutube(values: unknown): Validated<YoutubeSettings> {
  const checked = validateFields(youtubeFields, values);
  if (!checked.ok) return checked;
  const { settings } = checked;
  const { channelId = '', apiKey, clientId, clientSecret, refreshToken } = settings;
  const backfill = Number(settings['backfillDays']);
  if (clientId !== undefined && clientSecret !== undefined && refreshToken !== undefined) {
    const consent = { clientId, clientSecret, refreshToken };
    return { ok: true, settings: { channelId, consent, backfillDays: backfill } };
  }
  const lacking = CONSENT.filter((key) => settings[key] === undefined);
  const isBegun = lacking.length < CONSENT.length;
  if (apiKey !== undefined && !isBegun)
    return { ok: true, settings: { channelId, apiKey, backfillDays: backfill } };
  const keys = isBegun ? lacking : ['apiKey'];
  return { ok: false, errors: keys.map((key) => ({ key, code: 'required' })) };
}
