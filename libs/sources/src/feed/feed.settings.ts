import { backfillDays, type SettingField, validateFields, type Validated } from '../settings.js';

/** What connects a feed, checked. */
export interface FeedSettings {
  readonly url: string;
  /** The value of an `Authorization` header, where the feed wants one. */
  readonly authorization?: string;
  readonly backfillDays: number;
}

/** What a person fills in to connect a feed. */
export const feedFields: readonly SettingField[] = [
  {
    key: 'url',
    label: {
      ru: 'Адрес ленты (RSS, Atom или JSON Feed)',
      uk: 'Адреса стрічки (RSS, Atom або JSON Feed)',
      en: 'Address of the feed (RSS, Atom or JSON Feed)',
    },
    required: true,
    pattern: 'https?://[^\\s/@]+(/\\S*)?',
  },
  {
    key: 'authorization',
    label: {
      ru: 'Заголовок Authorization, если лента закрыта',
      uk: 'Заголовок Authorization, якщо стрічка закрита',
      en: 'Authorization header, if the feed is private',
    },
    required: false,
    secret: true,
    pattern: '[\\x20-\\x7e]{3,2000}',
  },
  backfillDays,
];

/** Checks what was filled in. */
export function validateFeed(values: unknown): Validated<FeedSettings> {
  const checked = validateFields(feedFields, values);
  if (!checked.ok) return checked;
  const { url = '', authorization, backfillDays: days } = checked.settings;
  if (!URL.canParse(url)) return { ok: false, errors: [{ key: 'url', code: 'malformed' }] };
  return {
    ok: true,
    settings: { url, ...(authorization !== undefined && { authorization }), backfillDays: Number(days) },
  };
}
