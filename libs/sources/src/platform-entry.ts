import { type AnswerLimits, type Clock, type DecisionRule, Fault } from '@heard/core';
import { type HttpClient, ProxiedHttp } from '@heard/http';
import type { CallPace } from './budgeted-http.js';
import type { CallLimits } from './call-limits.js';
import type { HeldTokens } from './held-tokens.js';
import type { ConsentDoor } from './consent.js';
import type { PushDoor } from './push.js';
import {
  type Label,
  outboundProxy,
  splitSecrets,
  type SettingError,
  type SettingField,
  validateFields,
  type Validated,
} from './settings.js';
import type { Source } from './source.js';

/** Where each host of a platform's API is reached, by the host's name; a made-up platform takes its place here. */
export type SourceBaseUrls = Readonly<Record<string, string>>;

/** What a source needs of the process it runs in. */
export interface SourceContext {
  readonly http: HttpClient;
  readonly baseUrls: SourceBaseUrls;
  readonly clock: Clock;
  /** How many calls there are for; absent where nobody counts them. */
  readonly pace?: CallPace;
  /** Where access tokens are kept for all processes; absent where each has its own. */
  readonly tokens?: HeldTokens;
}

/** A choice about an item, in words. */
export interface DecisionChoice extends DecisionRule {
  readonly label: Label;
  /** What comes of it. */
  readonly hint: Label;
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
  /** The hosts of its API, by names that are its own in the whole catalog. */
  readonly hosts: SourceBaseUrls;
  /** What an answer may be; absent where none can be given. */
  readonly answers?: AnswerLimits;
  /** What can be decided about its items, by its own names; absent where nothing is. */
  readonly decisions?: Readonly<Record<string, DecisionChoice>>;
  /** How many calls it allows, and whose allowances they are; the outgoing client asks for each call. */
  readonly limits?: CallLimits;
  /** Connecting by a person's consent, where it is offered. */
  readonly consent?: ConsentDoor;
  /** Its webhooks, where it has any. */
  readonly push?: PushDoor;
  /** How long a deleted text may be kept, where the platform's terms say so. */
  readonly keepsGoneHours?: number;
  /** Checks what a person filled in and splits it. */
  validate(values: unknown): CheckedSettings;
  /** Opens one connected account; absent where mentions are handed to us. */
  open?(publicSettings: Values, secrets: Values, context: SourceContext): Source;
}

/** A platform that is listened to, as its folder describes it. */
export interface PlatformDefinition<T> extends Pick<
  PlatformEntry,
  | 'platform'
  | 'title'
  | 'settings'
  | 'hosts'
  | 'answers'
  | 'decisions'
  | 'limits'
  | 'push'
  | 'consent'
  | 'keepsGoneHours'
> {
  readonly canReply: boolean;
  /** The settings with their types, or what is wrong with them. */
  readonly validate: (values: unknown) => Validated<T>;
  readonly open: (settings: T, context: SourceContext) => Source;
}

/** The entry of a platform that is listened to. */
export function definePlatform<T>(definition: PlatformDefinition<T>): PlatformEntry {
  const { canReply, validate, open, ...described } = definition;
  const settings = [...definition.settings, outboundProxy];
  return {
    ...described,
    settings,
    supports: { collect: true, reply: canReply },
    validate: (values) => {
      const checked = validate(withoutProxy(values));
      return checked.ok ? splitChecked(settings, validateFields(settings, values)) : checked;
    },
    open: (publicSettings, secrets, context) => {
      const { [outboundProxy.key]: proxy, ...own } = secrets;
      const checked = validate({ ...publicSettings, ...own });
      const http = proxy === undefined ? context.http : new ProxiedHttp(context.http, proxy);
      if (checked.ok) return open(checked.settings, { ...context, http });
      const keys = checked.errors.map(({ key }) => key);
      throw new Fault('disconnected', `The stored settings are not valid: ${keys.join(', ')}`, {
        code: 'settings_invalid',
        missing: keys,
      });
    },
  };
}

/** What the platform itself asks for: how it is reached is no matter of its own. */
function withoutProxy(values: unknown): unknown {
  if (typeof values !== 'object' || values === null) return values;
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== outboundProxy.key));
}

/** The two parts of settings that were checked against their fields. */
export function splitChecked(
  fields: readonly SettingField[],
  checked: Validated<Record<string, string>>,
): CheckedSettings {
  return checked.ok ? { ok: true, ...splitSecrets(fields, checked.settings) } : checked;
}

/** Where a host of the catalog is reached. */
export function hostUrl({ baseUrls }: Pick<SourceContext, 'baseUrls'>, host: string): string {
  const url = Object.hasOwn(baseUrls, host) ? baseUrls[host] : undefined;
  if (url === undefined) throw new Fault('bug', `There is no host "${host}" here.`, { code: 'no_such_host' });
  return url;
}
