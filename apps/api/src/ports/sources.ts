import type { Actor } from '@heard/core';
import type { PageOf, SourceView } from '@heard/insight';
import type { InterfaceLanguage } from '@heard/staff';
import type { PageAsked } from './page.js';

/** A platform and what connecting it needs. */
export interface PlatformView {
  readonly platform: string;
  readonly title: string;
  readonly canReply: boolean;
  /** People can choose accounts by their consent at the platform. */
  readonly byConsent: boolean;
  readonly settings: readonly {
    readonly key: string;
    readonly label: Readonly<Record<InterfaceLanguage, string>>;
    readonly secret: boolean;
    readonly required: boolean;
    readonly pattern?: string;
    readonly choices?: readonly {
      readonly value: string;
      readonly label: Readonly<Record<InterfaceLanguage, string>>;
    }[];
    readonly defaultValue?: string;
  }[];
}

/** What a person fills in to connect a source. */
export interface SourceAsked {
  readonly platform: string;
  readonly name: string;
  readonly brandId?: string;
  readonly locationId?: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** Whether a connection works, and what it lacks. */
export type SourceChecked =
  | { readonly ok: true; readonly optional?: readonly string[] }
  | { readonly ok: false; readonly missing: readonly string[] };

/** What a person's consent opens, to choose from. */
export interface ConsentChoices {
  readonly id: string;
  readonly platform: string;
  readonly choices: readonly {
    readonly id: string;
    readonly name: string;
    readonly missing: readonly string[];
  }[];
}

/** Connected sources. */
export interface SourcesPart {
  platforms(): readonly PlatformView[];
  list(workspaceId: string, page: PageAsked): Promise<PageOf<SourceView>>;
  get(workspaceId: string, sourceId: string): Promise<SourceView | undefined>;
  connect(workspaceId: string, asked: SourceAsked, by: Actor): Promise<SourceView>;
  change(
    workspaceId: string,
    sourceId: string,
    asked: {
      readonly name?: string;
      /** `none` takes it away. */
      readonly brandId?: string;
      readonly locationId?: string;
      readonly settings?: Readonly<Record<string, string>>;
      readonly paused?: boolean;
    },
    by: Actor,
  ): Promise<SourceView>;
  remove(workspaceId: string, sourceId: string, by: Actor): Promise<void>;
  /** Where to send the person's browser. */
  beginConsent(
    workspaceId: string,
    asked: { readonly platform: string; readonly outboundProxy?: string },
    staffId: string,
  ): Promise<{ readonly url: string }>;
  finishConsent(
    workspaceId: string,
    given: { readonly state: string; readonly code: string },
    staffId: string,
  ): Promise<ConsentChoices>;
  chooseAccounts(
    workspaceId: string,
    consentId: string,
    accounts: readonly string[],
    by: Extract<Actor, { kind: 'person' }>,
  ): Promise<readonly SourceView[]>;
  check(workspaceId: string, sourceId: string): Promise<SourceChecked>;
}
