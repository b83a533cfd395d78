import { Fault, type Clock } from '@heard/core';
import type { HttpClient } from '@heard/http';
import { facebookFields, validateFacebook } from './facebook/facebook.settings.js';
import { FacebookSource } from './facebook/facebook.source.js';
import { googleFields, validateGoogle } from './google/google.settings.js';
import { GoogleSource } from './google/google.source.js';
import { instagramFields, validateInstagram } from './instagram/instagram.settings.js';
import { InstagramSource } from './instagram/instagram.source.js';
import {
  splitSecrets,
  validateFields,
  type SettingError,
  type SettingField,
  type Validated,
} from './settings.js';
import type { Source } from './source.js';

/** Where each platform's API lives; a made-up platform takes its place here. */
export interface SourceBaseUrls {
  readonly facebook: string;
  /** Instagram through Facebook Login. */
  readonly instagramByFacebook: string;
  readonly instagram: string;
  readonly google: string;
  readonly googleOauth: string;
}

/** The real hosts. */
export const realBaseUrls: SourceBaseUrls = {
  facebook: 'https://graph.facebook.com',
  instagramByFacebook: 'https://graph.facebook.com',
  instagram: 'https://graph.instagram.com',
  google: 'https://mybusiness.googleapis.com',
  googleOauth: 'https://oauth2.googleapis.com',
};

/** What a source needs of the process it runs in. */
export interface SourceContext {
  readonly http: HttpClient;
  readonly baseUrls: SourceBaseUrls;
  readonly clock: Clock;
}

type Values = Readonly<Record<string, string>>;

/** Settings that passed: the part that may be shown, and the part to keep encrypted. */
export type CheckedSettings =
  | { readonly ok: true; readonly publicSettings: Values; readonly secrets: Values }
  | { readonly ok: false; readonly errors: readonly SettingError[] };

/** One kind of place Heard can listen to. */
export interface PlatformEntry {
  readonly platform: string;
  readonly title: string;
  readonly settings: readonly SettingField[];
  readonly supports: { readonly collect: boolean; readonly reply: boolean };
  /** Checks what a person filled in and splits it. */
  validate(values: unknown): CheckedSettings;
  /** Opens one connected account; absent where mentions are handed to us. */
  open?(publicSettings: Values, secrets: Values, context: SourceContext): Source;
}

/** Every platform, by its name. */
export const catalog: Readonly<Record<string, PlatformEntry>> = {
  facebook: entry(
    'facebook',
    'Facebook',
    facebookFields,
    validateFacebook,
    (settings, { http, baseUrls, clock }) => {
      return new FacebookSource(settings, { http, baseUrl: baseUrls.facebook, clock });
    },
  ),
  instagram: entry(
    'instagram',
    'Instagram',
    instagramFields,
    validateInstagram,
    (settings, { http, baseUrls, clock }) => {
      const baseUrl = settings.flavour === 'facebook' ? baseUrls.instagramByFacebook : baseUrls.instagram;
      return new InstagramSource(settings, { http, baseUrl, clock });
    },
  ),
  google: entry(
    'google',
    'Google reviews',
    googleFields,
    validateGoogle,
    (settings, { http, baseUrls, clock }) => {
      return new GoogleSource(settings, {
        http,
        baseUrl: baseUrls.google,
        oauthUrl: baseUrls.googleOauth,
        clock,
      });
    },
  ),
  push: {
    platform: 'push',
    title: 'API and import',
    settings: [],
    supports: { collect: false, reply: false },
    validate: (values) => splitChecked([], validateFields([], values)),
  },
};

/** The platform of this name; a name that came from outside is looked up here, not in the record itself. */
export function findPlatform(platform: string): PlatformEntry | undefined {
  return Object.hasOwn(catalog, platform) ? catalog[platform] : undefined;
}

function entry<T>(
  platform: string,
  title: string,
  settings: readonly SettingField[],
  validate: (values: unknown) => Validated<T>,
  make: (settings: T, context: SourceContext) => Source,
): PlatformEntry {
  return {
    platform,
    title,
    settings,
    supports: { collect: true, reply: true },
    validate: (values) => {
      const checked = validate(values);
      return checked.ok ? splitChecked(settings, validateFields(settings, values)) : checked;
    },
    open: (publicSettings, secrets, context) => {
      const checked = validate({ ...publicSettings, ...secrets });
      if (checked.ok) return make(checked.settings, context);
      const keys = checked.errors.map(({ key }) => key);
      throw new Fault('disconnected', `The stored settings are not valid: ${keys.join(', ')}`, {
        code: 'settings_invalid',
        missing: keys,
      });
    },
  };
}

function splitChecked(
  fields: readonly SettingField[],
  checked: Validated<Record<string, string>>,
): CheckedSettings {
  return checked.ok ? { ok: true, ...splitSecrets(fields, checked.settings) } : checked;
}
