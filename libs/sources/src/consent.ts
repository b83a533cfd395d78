import type { SourceContext } from './platform-entry.js';

type Values = Readonly<Record<string, string>>;

/** The operator's own app at a platform. */
export interface ConsentApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The platform allows this app to send messages: consent asks for that too. */
  readonly messages?: boolean;
}

/** An account that a person's consent opens, with all that connects it; `settings` hold its secrets too. */
export interface Connectable {
  readonly id: string;
  readonly name: string;
  readonly settings: Values;
  /** What the consent does not open, in plain words. */
  readonly missing: readonly string[];
}

/** What begins a consent in the browser. */
export interface ConsentAsked {
  readonly redirectUri: string;
  readonly state: string;
  /** S256 of the verifier (RFC 7636), where the platform offers PKCE. */
  readonly codeChallenge: string;
}

/** What ends it. */
export interface ConsentGiven {
  readonly code: string;
  readonly redirectUri: string;
  readonly codeVerifier: string;
}

/** Connecting by consent: OAuth 2, authorization code flow. */
export interface ConsentDoor {
  /** Whose app it takes: the operator sets one for each. */
  readonly app: 'meta' | 'google';
  /** Where the person's browser is sent. */
  authorizeUrl(app: ConsentApp, asked: ConsentAsked, context: Pick<SourceContext, 'baseUrls'>): string;
  /** Exchanges the code for lasting access and lists what it opens; throws faults as sources do. */
  finish(
    app: ConsentApp,
    given: ConsentGiven,
    context: SourceContext,
    signal: AbortSignal,
  ): Promise<readonly Connectable[]>;
}
