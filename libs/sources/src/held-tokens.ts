import { createHash } from 'node:crypto';

/** An access token that a platform gave, and until when it may be shown. */
export interface HeldToken {
  readonly token: string;
  readonly until: Date;
}

/** Access tokens that all processes share: a platform may refuse to give a second one while the first lives. */
export interface HeldTokens {
  /** The token of this name, alive or not; undefined when none was kept. */
  find(name: string): Promise<HeldToken | undefined>;
  keep(name: string, held: HeldToken): Promise<void>;
}

/** Tokens of this process alone. */
export class TokensInMemory implements HeldTokens {
  private readonly held = new Map<string, HeldToken>();

  find(name: string): Promise<HeldToken | undefined> {
    return Promise.resolve(this.held.get(name));
  }

  keep(name: string, held: HeldToken): Promise<void> {
    this.held.set(name, held);
    return Promise.resolve();
  }
}

/** The name of the token of an access: whoever does not know all of it cannot find the token. */
export function tokenName(platform: string, ...access: readonly string[]): string {
  return `${platform}:${createHash('sha256').update(JSON.stringify(access)).digest('base64url')}`;
}
