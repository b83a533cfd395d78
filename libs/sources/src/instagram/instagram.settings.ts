import { verifyTokenField } from '../graph-push.js';
import { backfillDays, validateFields, type SettingField, type Validated } from '../settings.js';

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
  /** Without their `#`. */
  readonly hashtags: readonly string[];
}

/** Instagram lets an account ask for so many in seven days. */
const MOST_HASHTAGS = 30;
const WORD = /^[\p{L}\p{M}\p{N}_]+$/u;

/** What a person fills in to connect an account. */
export const instagramFields: readonly SettingField[] = [
  {
    key: 'accountId',
    label: {
      ru: 'Номер профессионального аккаунта',
      uk: 'Номер професійного акаунта',
      en: 'Professional account id',
    },
    required: true,
    pattern: '\\d{1,32}',
  },
  {
    key: 'token',
    label: { ru: 'Токен доступа', uk: 'Токен доступу', en: 'Access token' },
    required: true,
    secret: true,
    pattern: '\\S{8,1000}',
  },
  {
    key: 'flavour',
    label: {
      ru: 'Как выдан токен',
      uk: 'Як видано токен',
      en: 'How the token was given',
    },
    required: false,
    choices: [
      {
        value: 'facebook',
        label: {
          ru: 'Через страницу в Facebook',
          uk: 'Через сторінку у Facebook',
          en: 'Through a page on Facebook',
        },
      },
      {
        value: 'instagram',
        label: {
          ru: 'Через вход в Instagram, без страницы',
          uk: 'Через вхід в Instagram, без сторінки',
          en: 'Through login with Instagram, without a page',
        },
      },
    ],
    defaultValue: 'facebook',
  },
  {
    key: 'appId',
    label: { ru: 'Номер приложения', uk: 'Номер застосунку', en: 'App id' },
    required: false,
    pattern: '\\d{1,32}',
  },
  {
    key: 'appSecret',
    label: { ru: 'Секрет приложения', uk: 'Секрет застосунку', en: 'App secret' },
    required: false,
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
  {
    key: 'hashtags',
    label: {
      ru: 'Хештеги через пробел, до 30 (только вход через страницу)',
      uk: 'Хештеги через пробіл, до 30 (лише вхід через сторінку)',
      en: 'Hashtags with spaces between, 30 at most (login through a page only)',
    },
    required: false,
    pattern: '#?[^\\s#,]+([ ,]+#?[^\\s#,]+)*',
  },
  verifyTokenField,
  backfillDays,
];

/** Checks what was filled in. */
export function validateInstagram(values: unknown): Validated<InstagramSettings> {
  const checked = validateFields(instagramFields, values);
  if (!checked.ok) return checked;
  const { accountId = '', token = '', flavour, appId, appSecret, apiVersion = '' } = checked.settings;
  const hashtags = hashtagsOf(checked.settings['hashtags']);
  const isAllowed = hashtags.length === 0 || flavour !== 'instagram';
  if (!isAllowed || hashtags.length > MOST_HASHTAGS || !hashtags.every((name) => WORD.test(name)))
    return { ok: false, errors: [{ key: 'hashtags', code: 'malformed' }] };
  const backfill = Number(checked.settings['backfillDays']);
  return {
    ok: true,
    settings: {
      accountId,
      token,
      flavour: flavour === 'instagram' ? 'instagram' : 'facebook',
      ...(appId !== undefined && { appId }),
      ...(appSecret !== undefined && { appSecret }),
      apiVersion,
      backfillDays: backfill,
      hashtags,
    },
  };
}

function hashtagsOf(value = ''): string[] {
  const names = value.split(/[ ,]+/u).map((name) => name.replace(/^#/u, '').toLowerCase());
  return [...new Set(names)].filter((name) => name !== '');
}
