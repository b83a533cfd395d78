import { validateFields, type SettingField, type Validated } from '../settings.js';

/** What connects one bot, checked. */
export interface TelegramSettings {
  readonly botToken: string;
  /** Telegram delivers to one receiver only: it is asked, or it calls our webhook. */
  readonly receive: 'poll' | 'webhook';
  readonly webhookUrl?: string;
  readonly webhookSecret?: string;
  /** The groups that are heard, by id or @name; every group the bot is in, where none is named. */
  readonly groups: readonly string[];
}

/** What a person fills in to connect a bot. */
export const telegramFields: readonly SettingField[] = [
  {
    key: 'botToken',
    label: { ru: 'Токен бота', uk: 'Токен бота', en: 'Bot token' },
    required: true,
    secret: true,
    pattern: '\\d{3,20}:[\\w-]{20,100}',
  },
  {
    key: 'groups',
    label: {
      ru: 'Группы: номера или @имена через запятую; пусто — все, где есть бот',
      uk: 'Групи: номери або @імена через кому; порожньо — усі, де є бот',
      en: 'Groups: ids or @names, with commas; empty for all that the bot is in',
    },
    required: false,
    pattern: '(?:-\\d{3,20}|@\\w{4,32})(?:[,\\s]+(?:-\\d{3,20}|@\\w{4,32})){0,49}',
  },
  {
    key: 'receive',
    label: {
      ru: 'Как получать сообщения',
      uk: 'Як отримувати повідомлення',
      en: 'How to receive messages',
    },
    required: false,
    choices: [
      {
        value: 'poll',
        label: { ru: 'Спрашивать у Telegram', uk: 'Запитувати в Telegram', en: 'Ask Telegram for them' },
      },
      {
        value: 'webhook',
        label: {
          ru: 'Telegram присылает сам (вебхук)',
          uk: 'Telegram надсилає сам (вебхук)',
          en: 'Telegram delivers them (webhook)',
        },
      },
    ],
    defaultValue: 'poll',
  },
  {
    key: 'webhookUrl',
    label: {
      ru: 'Адрес вебхука этого источника (для webhook)',
      uk: 'Адреса вебхука цього джерела (для webhook)',
      en: "Address of this source's webhook (for webhook)",
    },
    required: false,
    pattern: 'https://\\S{4,500}',
  },
  {
    key: 'webhookSecret',
    label: {
      ru: 'Секрет вебхука: придумайте (для webhook)',
      uk: 'Секрет вебхука: вигадайте (для webhook)',
      en: 'Secret of the webhook: make one up (for webhook)',
    },
    required: false,
    secret: true,
    pattern: '[\\w-]{16,256}',
  },
];

/** Checks what was filled in; a webhook needs its address and its secret. */
export function validateTelegram(values: unknown): Validated<TelegramSettings> {
  const checked = validateFields(telegramFields, values);
  if (!checked.ok) return checked;
  const { botToken = '', groups = '', receive, webhookUrl, webhookSecret } = checked.settings;
  const absent = receive === 'webhook' ? Object.entries({ webhookUrl, webhookSecret }) : [];
  const errors = absent
    .filter(([, value]) => value === undefined)
    .map(([key]) => ({ key, code: 'required' as const }));
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    settings: {
      botToken,
      receive: receive === 'webhook' ? 'webhook' : 'poll',
      webhookUrl,
      webhookSecret,
      groups: groups.split(/[,\s]+/).filter((group) => group !== ''),
    },
  };
}
