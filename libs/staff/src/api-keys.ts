import { randomBytes } from 'node:crypto';
import { type Actor, type Clock, Fault } from '@heard/core';
import { type Database, newId, sha256 } from '@heard/database';
import { randomToken } from './secrets.js';
import type { Audit } from './store/audit.js';

/** What a program with an API key may do. */
export const scopes = [
  'mentions:read',
  'mentions:write',
  'cases:read',
  'cases:write',
  'sources:read',
  'sources:write',
  'alerts:read',
  'alerts:write',
  'users:read',
  'users:write',
] as const;

/** One thing a program may do. */
export type Scope = (typeof scopes)[number];

/** An API key as it is listed; the key itself is shown once, when it is made. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  /** The beginning of the key, to tell keys apart. */
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  /** Up to a minute old. */
  readonly lastUsedAt?: Date;
}

/** A program that showed a valid key. */
export interface KeyHolder {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly scopes: readonly Scope[];
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: Scope[];
  readonly created_at: Date;
  readonly last_used_at: Date | null;
}

const touchEveryMs = 60_000;
const mostRemembered = 10_000;
const shape = /^hk_[0-9a-f]{8}_[\w-]{43}$/u;

/** Keys of programs: `hk_<prefix>_<256 random bits>`, of which only the SHA-256 is stored. */
export class ApiKeys {
  private readonly touchedAt = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Makes a key; `key` is shown once and cannot be had again. */
  async create(
    workspaceId: string,
    asked: { readonly name: string; readonly scopes: readonly string[] },
    by: Actor,
  ): Promise<ApiKey & { readonly key: string }> {
    const granted = scopesOf(asked.scopes);
    const id = newId();
    const prefix = `hk_${randomBytes(4).toString('hex')}`;
    const key = `${prefix}_${randomToken()}`;
    const createdAt = this.clock.now();
    await this.database.inWorkspace(workspaceId, async (tx) => {
      await tx.run(
        `insert into api_keys (workspace_id, id, name, prefix, secret_hash, scopes, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [workspaceId, id, asked.name, prefix, sha256(key), [...granted], createdAt],
      );
      await this.audit.write(tx, by, 'key.created', `key:${id}`, { name: asked.name, scopes: granted });
    });
    return { id, name: asked.name, prefix, scopes: granted, createdAt, key };
  }

  /** The keys that still work, newest first. */
  async list(workspaceId: string): Promise<ApiKey[]> {
    const rows = await this.database.inWorkspace(workspaceId, (tx) =>
      tx.rows<KeyRow>(
        `select id, name, prefix, scopes, created_at, last_used_at from api_keys
         where workspace_id = $1 and revoked_at is null order by created_at desc, id desc`,
        [workspaceId],
      ),
    );
    return rows.map(({ id, name, prefix, scopes: granted, created_at, last_used_at }) => ({
      id,
      name,
      prefix,
      scopes: granted,
      createdAt: created_at,
      ...(last_used_at && { lastUsedAt: last_used_at }),
    }));
  }

  /** Revokes a key for good. */
  async revoke(workspaceId: string, keyId: string, by: Actor): Promise<void> {
    await this.database.inWorkspace(workspaceId, async (tx) => {
      const touched = await tx.run(
        'update api_keys set revoked_at = $3 where workspace_id = $1 and id = $2 and revoked_at is null',
        [workspaceId, keyId, this.clock.now()],
      );
      if (touched === 0) throw new Fault('missing', 'There is no such key.', { code: 'no_such_key' });
      await this.audit.write(tx, by, 'key.revoked', `key:${keyId}`);
    });
  }

  /** Who holds this key; undefined when it is unknown or revoked. Found by its hash, so nothing is compared in steps. */
  async find(key: string): Promise<KeyHolder | undefined> {
    if (!shape.test(key)) return undefined;
    const [found] = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; key_id: string; scopes: Scope[] }>(
        'select * from heard_span.find_api_key($1)',
        [sha256(key)],
      ),
    );
    if (!found) return undefined;
    await this.touch(found.workspace_id, found.key_id);
    return { workspaceId: found.workspace_id, keyId: found.key_id, scopes: found.scopes };
  }

  /** At most one write a minute for each key and process, and one a minute altogether. */
  private async touch(workspaceId: string, keyId: string): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - (this.touchedAt.get(keyId) ?? -Infinity) < touchEveryMs) return;
    if (this.touchedAt.size >= mostRemembered) this.touchedAt.clear();
    this.touchedAt.set(keyId, now.getTime());
    await this.database.inWorkspace(workspaceId, (tx) =>
      tx.run(
        `update api_keys set last_used_at = $3 where workspace_id = $1 and id = $2
         and (last_used_at is null or last_used_at <= $4)`,
        [workspaceId, keyId, now, new Date(now.getTime() - touchEveryMs)],
      ),
    );
  }
}

function scopesOf(asked: readonly string[]): readonly Scope[] {
  const known = scopes.filter((scope) => asked.includes(scope));
  const unknown = asked.filter((scope) => !known.some((each) => each === scope));
  if (unknown.length > 0 || known.length === 0) {
    throw new Fault('invalid', `Name one or more scopes of: ${scopes.join(', ')}.`, {
      code: 'no_such_scope',
      missing: unknown,
    });
  }
  return known;
}
