import type { ServiceAccount } from '../google-grants.js';
import { privateKeyOf } from '../jwt.js';
import { validateFields, type SettingField, type Validated } from '../settings.js';
import { textOf, wireOf, type Wire } from '../wire.js';

/** What connects one app of Google Play, checked. */
export interface GooglePlaySettings {
  readonly packageName: string;
  readonly account: ServiceAccount;
  /** Where Google keeps the monthly reports. */
  readonly reportsBucket?: string;
}

/** What a person fills in to connect an app. */
export const googlePlayFields: readonly SettingField[] = [
  {
    key: 'packageName',
    label: {
      ru: 'Имя пакета приложения, например com.example.shop',
      uk: 'Ім’я пакета застосунку, наприклад com.example.shop',
      en: 'Package name of the app, such as com.example.shop',
    },
    required: true,
    pattern: '[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+',
  },
  {
    key: 'serviceAccount',
    label: {
      ru: 'Ключ сервисного аккаунта: текст файла JSON',
      uk: 'Ключ сервісного акаунта: текст файлу JSON',
      en: 'Service account key: the text of the JSON file',
    },
    required: true,
    secret: true,
    pattern: '\\{[\\s\\S]{100,8000}\\}',
  },
  {
    key: 'reportsBucket',
    label: {
      ru: 'Хранилище отчётов pubsite_prod_…: из него дочитываются отзывы после перерыва дольше недели',
      uk: 'Сховище звітів pubsite_prod_…: з нього дочитуються відгуки після перерви, довшої за тиждень',
      en: 'Bucket of the reports, pubsite_prod_…: reviews are read from it after a break of more than a week',
    },
    required: false,
    pattern: 'pubsite_prod_[a-z0-9_]{1,60}',
  },
];

/** Checks what was filled in, and that the file is the key of a service account. */
export function validateGooglePlay(values: unknown): Validated<GooglePlaySettings> {
  const checked = validateFields(googlePlayFields, values);
  if (!checked.ok) return checked;
  const { packageName = '', serviceAccount = '', reportsBucket } = checked.settings;
  const account = accountOf(fileOf(serviceAccount));
  if (account === undefined) return { ok: false, errors: [{ key: 'serviceAccount', code: 'malformed' }] };
  return { ok: true, settings: { packageName, account, ...(reportsBucket && { reportsBucket }) } };
}

function accountOf(file: Wire): ServiceAccount | undefined {
  const email = textOf(file['client_email']);
  const keyId = textOf(file['private_key_id']);
  const key = privateKeyOf(textOf(file['private_key']) ?? '');
  if (email === undefined || key?.asymmetricKeyType !== 'rsa') return undefined;
  return { email, key, ...(keyId && { keyId }) };
}

function fileOf(text: string): Wire {
  try {
    return wireOf(JSON.parse(text));
  } catch {
    return {}; // The reason may quote the key: it is not kept.
  }
}
