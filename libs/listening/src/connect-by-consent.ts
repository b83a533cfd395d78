import { createHash, randomBytes } from 'node:crypto';
import { type Clock, Fault } from '@heard/core';
import { type Database, newId, sha256, type SecretBox, type Transaction } from '@heard/database';
import { type HttpClient, ProxiedHttp } from '@heard/http';
import {
  type Connectable,
  type ConsentApp,
  type ConsentDoor,
  outboundProxy,
  type SourceBaseUrls,
  validateFields,
} from '@heard/sources';
import { type ConnectSource, settingsRefused } from './connect-source.js';
import { platformOf } from './open-source.js';
import { beginConsent, type ConsentRow, keepFound, takeFound, useState } from './store/consent-rows.js';

/** The operator's own apps, where they set any. */
export type ConsentApps = Readonly<Partial<Record<ConsentDoor['app'], ConsentApp>>>;

/** An account to choose; its tokens stay here. */
export type Choice = Pick<Connectable, 'id' | 'name' | 'missing'>;

/** Of which platform consent is asked, and what its connection goes through. */
export interface AskedConsent {
  readonly platform: string;
  readonly outboundProxy?: string;
}

/** What consent takes of the process it runs in. */
export interface ConsentParts {
  readonly database: Database;
  readonly http: HttpClient;
  readonly baseUrls: SourceBaseUrls;
  readonly clock: Clock;
  readonly secretBox: SecretBox;
  readonly apps: ConsentApps;
  /** Where the platform sends the browser back to. */
  readonly redirectUri: string;
}

const minutesToConsent = 15;
const minutesToChoose = 30;
const minuteMs = 60_000;
/** The longest a platform may take to list accounts. */
const finishMs = 20_000;

/**
 * Connects sources by a person's consent at their platform: OAuth 2 with `state` and PKCE. The state belongs to the
 * person who began, works once and for a quarter of an hour, so that nobody's browser connects somebody else's account.
 */
export class ConnectByConsent {
  constructor(
    private readonly parts: ConsentParts,
    private readonly connect: ConnectSource,
  ) {}

  /** True where the operator has set an app for the platform. */
  isOffered(platform: string): boolean {
    const { consent } = platformOf(platform);
    return consent !== undefined && this.parts.apps[consent.app] !== undefined;
  }

  /** The address to send the person's browser to. */
  async begin(workspaceId: string, asked: AskedConsent, staffId: string): Promise<string> {
    const { platform } = asked;
    const { door, app } = this.offered(platform);
    const proxy = checkedProxy(asked.outboundProxy);
    const [id, state, verifier] = [newId(), randomToken(), randomToken()];
    const at = this.parts.clock.now();
    await this.parts.database.inWorkspace(workspaceId, (tx) =>
      beginConsent(tx, {
        ...{ id, staffId, platform, at },
        stateHash: sha256(state),
        verifierSealed: this.parts.secretBox.seal(verifier, placeOf(id)),
        proxySealed: proxy === undefined ? undefined : this.parts.secretBox.seal(proxy, placeOf(id)),
        endsAt: new Date(at.getTime() + minutesToConsent * minuteMs),
      }),
    );
    const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
    return door.authorizeUrl(app, { redirectUri: this.parts.redirectUri, state, codeChallenge }, this.parts);
  }

  /** What the consent opens, to choose from. */
  async finish(
    workspaceId: string,
    given: { readonly state: string; readonly code: string },
    staffId: string,
  ): Promise<{ readonly id: string; readonly platform: string; readonly choices: readonly Choice[] }> {
    const { database, clock, http, secretBox, redirectUri } = this.parts;
    const row = await database.inWorkspace(workspaceId, (tx) =>
      useState(tx, sha256(given.state), staffId, clock.now()),
    );
    if (!row) throw notBegun();
    const { door, app } = this.offered(row.platform);
    const codeVerifier = secretBox.open(row.verifier_sealed, placeOf(row.id));
    const proxy = this.proxyOf(row);
    const found = await door.finish(
      app,
      { code: given.code, redirectUri, codeVerifier },
      proxy === undefined ? this.parts : { ...this.parts, http: new ProxiedHttp(http, proxy) },
      AbortSignal.timeout(finishMs),
    );
    const endsAt = new Date(clock.now().getTime() + minutesToChoose * minuteMs);
    await database.inWorkspace(workspaceId, (tx) =>
      keepFound(tx, row.id, secretBox.seal(JSON.stringify(found), placeOf(row.id)), endsAt),
    );
    const choices = found.map(({ id, name, missing }) => ({ id, name, missing }));
    return { id: row.id, platform: row.platform, choices };
  }

  /** Connects the chosen accounts, in the caller's transaction; returns their sources' ids. */
  async choose(
    tx: Transaction,
    consentId: string,
    ids: readonly string[],
    staffId: string,
  ): Promise<readonly string[]> {
    const row = await takeFound(tx, consentId, staffId, this.parts.clock.now());
    if (!row?.found_sealed) {
      throw new Fault('missing', 'There is no consent of yours to choose from (any more). Begin again.', {
        code: 'no_such_consent',
      });
    }
    const opened = this.parts.secretBox.open(row.found_sealed, placeOf(row.id));
    const found = JSON.parse(opened) as readonly Connectable[];
    const chosen = found.filter(({ id }) => ids.includes(id));
    if (chosen.length === 0 || chosen.length < new Set(ids).size) {
      throw new Fault('invalid', 'Choose at least one of the accounts that were offered.', {
        code: 'no_such_choice',
      });
    }
    const proxy = this.proxyOf(row);
    const through = proxy === undefined ? {} : { [outboundProxy.key]: proxy };
    const sources: string[] = [];
    for (const { name, settings: opened } of chosen) {
      const settings = { ...opened, ...through };
      sources.push(await this.connect.connect(tx, { platform: row.platform, name, settings }));
    }
    return sources;
  }

  private proxyOf({ id, proxy_sealed: sealed }: ConsentRow): string | undefined {
    return sealed ? this.parts.secretBox.open(sealed, placeOf(id)) : undefined;
  }

  private offered(platform: string): { door: ConsentDoor; app: ConsentApp } {
    const { consent: door } = platformOf(platform);
    const app = door && this.parts.apps[door.app];
    if (door && app) return { door, app };
    throw new Fault(
      'refused',
      'This platform is connected by filling in its keys: the operator has set no app for it here.',
      { code: 'no_consent_app' },
    );
  }
}

/** The proxy as it is kept; throws where it is none. */
function checkedProxy(value: string | undefined): string | undefined {
  const checked = validateFields([outboundProxy], { [outboundProxy.key]: value });
  if (checked.ok) return checked.settings[outboundProxy.key];
  throw settingsRefused(checked.errors);
}

function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

const placeOf = (consentId: string): string => `consent:${consentId}`;

function notBegun(): Fault {
  return new Fault(
    'refused',
    'This consent was not begun by you here, was used already, or is too old. Begin again.',
    {
      code: 'consent_not_begun',
    },
  );
}
