import type { Actor } from '@heard/core';
import type { ApiKey, KeyHolder, OwnChange, SignedIn } from '@heard/staff';

/** Sessions and API keys. */
export interface AuthPart {
  /** Faults with code `wrong_credentials` or `too_many_attempts`. */
  signIn(
    email: string,
    password: string,
    from: { readonly address: string },
  ): Promise<SignedIn & { readonly token: string }>;
  findSession(token: string): Promise<SignedIn | undefined>;
  signOut(workspaceId: string, sessionId: string): Promise<void>;
  changeOwn(workspaceId: string, session: SignedIn, change: OwnChange): Promise<SignedIn>;
  findKey(key: string): Promise<KeyHolder | undefined>;
  listKeys(workspaceId: string): Promise<readonly ApiKey[]>;
  createKey(
    workspaceId: string,
    asked: { readonly name: string; readonly scopes: readonly string[] },
    by: Actor,
  ): Promise<ApiKey & { readonly key: string }>;
  revokeKey(workspaceId: string, keyId: string, by: Actor): Promise<void>;
}
