import { backfillDays, type SettingField, validateFields, type Validated } from '../settings.js';

/** What connects a mailbox, checked. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls';
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  /** By what name the mailbox's own server signs its `Authentication-Results`. */
  readonly authServer: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a mailbox. */
export const mailFields: readonly SettingField[] = [
  {
    key: 'host',
    label: { ru: 'Сервер IMAP', uk: 'Сервер IMAP', en: 'IMAP server' },
    required: true,
    pattern: '[A-Za-z0-9.:-]{1,253}',
  },
  {
    key: 'port',
    label: { ru: 'Порт', uk: 'Порт', en: 'Port' },
    required: false,
    pattern: '[1-9]\\d{0,4}',
    defaultValue: '993',
  },
  {
    key: 'security',
    label: {
      ru: 'Шифрование',
      uk: 'Шифрування',
      en: 'Encryption',
    },
    required: false,
    choices: [
      {
        value: 'tls',
        label: {
          ru: 'TLS с самого начала (порт 993)',
          uk: 'TLS від самого початку (порт 993)',
          en: 'TLS from the start (port 993)',
        },
      },
      {
        value: 'starttls',
        label: { ru: 'STARTTLS (порт 143)', uk: 'STARTTLS (порт 143)', en: 'STARTTLS (port 143)' },
      },
    ],
    defaultValue: 'tls',
  },
  { key: 'user', label: { ru: 'Имя для входа', uk: 'Ім’я для входу', en: 'User name' }, required: true },
  {
    key: 'password',
    label: {
      ru: 'Пароль (лучше отдельный пароль приложения)',
      uk: 'Пароль (краще окремий пароль застосунку)',
      en: 'Password (better one for this application alone)',
    },
    required: true,
    secret: true,
  },
  {
    key: 'folder',
    label: { ru: 'Папка с уведомлениями', uk: 'Папка зі сповіщеннями', en: 'Folder of the notifications' },
    required: false,
    defaultValue: 'INBOX',
  },
  {
    key: 'authServer',
    label: {
      ru: 'С чего начинается заголовок Authentication-Results ваших писем (у Gmail — mx.google.com)',
      uk: 'З чого починається заголовок Authentication-Results ваших листів (у Gmail — mx.google.com)',
      en: 'How the header Authentication-Results of your letters begins (mx.google.com at Gmail)',
    },
    required: true,
    pattern: '[A-Za-z0-9.-]{1,253}',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateMail(values: unknown): Validated<MailSettings> {
  const checked = validateFields(mailFields, values);
  if (!checked.ok) return checked;
  const { host = '', user = '', password = '', folder = '', authServer = '', ...rest } = checked.settings;
  const port = Number(rest['port']);
  if (port > 65_535) return { ok: false, errors: [{ key: 'port', code: 'malformed' }] };
  const security = rest['security'] === 'starttls' ? 'starttls' : 'tls';
  const days = Number(rest['backfillDays']);
  return {
    ok: true,
    settings: { host, port, security, user, password, folder, authServer, backfillDays: days },
  };
}
