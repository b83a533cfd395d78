/** A text in the three languages of the interface. */
export interface Label {
  readonly ru: string;
  readonly uk: string;
  readonly en: string;
}

/** One of the values that a setting can have. */
export interface SettingChoice {
  readonly value: string;
  readonly label: Label;
}

/** One thing a person fills in to connect a source. */
export interface SettingField {
  readonly key: string;
  /** What people read beside it. */
  readonly label: Label;
  readonly required: boolean;
  /** Kept encrypted, never shown again. */
  readonly secret?: boolean;
  /** What the value must look like, as a regular expression for the whole value. */
  readonly pattern?: string;
  /** All values that are taken, the usual one first. */
  readonly choices?: readonly SettingChoice[];
  /** What holds where nothing is filled in. */
  readonly defaultValue?: string;
}

/** Why a value was not taken; `code` is for the interface to word. */
export interface SettingError {
  readonly key: string;
  readonly code: 'required' | 'malformed' | 'unknown';
}

/** Checked settings, or everything that is wrong with them. */
export type Validated<T> =
  | { readonly ok: true; readonly settings: T }
  | { readonly ok: false; readonly errors: readonly SettingError[] };

/** Checks values against their description; unknown keys are errors, blanks count as absent. */
export function validateFields(
  fields: readonly SettingField[],
  values: unknown,
): Validated<Record<string, string>> {
  const given = typeof values === 'object' && values !== null ? (values as Record<string, unknown>) : {};
  const known = new Set(fields.map(({ key }) => key));
  const errors: SettingError[] = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((key) => ({ key, code: 'unknown' }));
  const settings: Record<string, string> = {};
  for (const field of fields) {
    const value = valueOf(given[field.key]) ?? field.defaultValue;
    if (value === undefined) {
      if (field.required) errors.push({ key: field.key, code: 'required' });
    } else if (fits(field, value)) {
      settings[field.key] = value;
    } else {
      errors.push({ key: field.key, code: 'malformed' });
    }
  }
  return errors.length === 0 ? { ok: true, settings } : { ok: false, errors };
}

function valueOf(given: unknown): string | undefined {
  if (typeof given !== 'string' && typeof given !== 'number') return undefined;
  const value = String(given).trim();
  return value === '' ? undefined : value;
}

function fits(field: SettingField, value: string): boolean {
  if (field.choices !== undefined) return field.choices.some((choice) => choice.value === value);
  return field.pattern === undefined || new RegExp(`^(?:${field.pattern})$`).test(value);
}

/** Splits checked settings into what may be shown and what is kept encrypted. */
export function splitSecrets(
  fields: readonly SettingField[],
  settings: Readonly<Record<string, string>>,
): { publicSettings: Record<string, string>; secrets: Record<string, string> } {
  const secretKeys = new Set(fields.filter(({ secret }) => secret).map(({ key }) => key));
  const entries = Object.entries(settings);
  return {
    publicSettings: Object.fromEntries(entries.filter(([key]) => !secretKeys.has(key))),
    secrets: Object.fromEntries(entries.filter(([key]) => secretKeys.has(key))),
  };
}

/** The proxy that one connection calls through. */
export const outboundProxy: SettingField = {
  key: 'outboundProxy',
  label: {
    ru: 'Прокси для исходящих запросов (https://имя:пароль@адрес:порт), если нужен',
    uk: 'Проксі для вихідних запитів (https://ім’я:пароль@адреса:порт), якщо потрібен',
    en: 'Proxy for outgoing calls (https://user:password@host:port), if one is needed',
  },
  required: false,
  secret: true,
  pattern: 'https?://(?:[^\\s/?#@]+@)?[^\\s/?#@]+/?',
};

/** How far back a source is read when it is connected. */
export const backfillDays: SettingField = {
  key: 'backfillDays',
  label: {
    ru: 'За сколько прошлых дней прочитать при подключении',
    uk: 'За скільки минулих днів прочитати під час підключення',
    en: 'Days to read back when connecting',
  },
  required: false,
  pattern: '[1-9]\\d{0,3}',
  defaultValue: '30',
};
